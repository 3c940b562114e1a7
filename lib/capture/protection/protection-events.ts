import { defineHook } from "@/lib/platform/hooks";
import { type Consequence } from "@/lib/capture/people/consequence";

/** A person's words are being erased: whoever keeps copies of them deletes those in the same transaction. */
export type PersonErased = {
  personId: string;
  reviewId: string;
  /** Their contributions, at every roundtable. */
  contributionIds: string[];
  /** The accounts that were linked to the person, and to those found to be the same. */
  userIds: string[];
  /** Every text of theirs, earlier and masked ones too, to find where it stands in other people's texts. */
  words: readonly string[];
  /** Findings and comments of others out of which the repeated words are to go as well. */
  repeats: readonly string[] | "all";
};

export const personErased = defineHook<PersonErased>("capture.person-erased");

export type PersonContributions = { personId: string; reviewId: string; contributionIds: string[] };

/** Asked before a person is erased: what holds their words. Nothing is changed. */
export const personErasing = defineHook<PersonContributions, Consequence[]>("capture.person-erasing");

/** Asked before a person leaves: what rests on their contributions. Nothing is changed. */
export const personLeaving = defineHook<PersonContributions, Consequence[]>("capture.person-leaving");

/** A text by somebody else that repeats words of a person word for word. */
export type Repeat = { id: string; what: "finding" | "comment"; text: string };

/** Asked before a person is erased: where others repeated their words, for whoever erases to decide on. */
export const wordsRepeated = defineHook<{ reviewId: string; words: readonly string[] }, Repeat[]>(
  "capture.words-repeated",
);
