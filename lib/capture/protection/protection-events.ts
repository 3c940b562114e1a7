import { defineHook } from "@/lib/platform/hooks";
import { type Consequence } from "@/lib/capture/people/consequence";

/**
 * A person's words are being erased: each handler deletes the copies that its stage keeps, in the same
 * transaction.
 */
export type PersonErased = {
  personId: string;
  reviewId: string;
  /** Their contributions, at every roundtable. */
  contributionIds: string[];
  /** The accounts that were linked to the person, and to other records of the same person. */
  userIds: string[];
  /** Every text of theirs, including earlier and masked ones, for finding them in other people's texts. */
  words: readonly string[];
  /** Findings and comments of other people from which repeated words are to be removed too. */
  repeats: readonly string[] | "all";
};

export const personErased = defineHook<PersonErased>("capture.person-erased");

export type PersonContributions = { personId: string; reviewId: string; contributionIds: string[] };

/** Asked before a person is erased: what contains their words. Nothing is changed. */
export const personErasing = defineHook<PersonContributions, Consequence[]>("capture.person-erasing");

/** Asked before a person leaves: what depends on their contributions. Nothing is changed. */
export const personLeaving = defineHook<PersonContributions, Consequence[]>("capture.person-leaving");

/** A text by somebody else that repeats a person's words. */
export type Repeat = { id: string; what: "finding" | "comment"; text: string };

/**
 * Asked before a person is erased: where other people repeated their words, for the person who erases to
 * decide on.
 */
export const wordsRepeated = defineHook<{ reviewId: string; words: readonly string[] }, Repeat[]>(
  "capture.words-repeated",
);
