import { defineHook } from "@/lib/platform/hooks";
import type { TextColumns } from "@/lib/platform/text-columns";
import { type Consequence } from "@/lib/capture/people/consequence";

/**
 * Words are being removed, at a person's request or because they are no longer kept: each handler deletes what
 * its stage keeps of the contributions, in the same transaction. What other people typed has been searched before
 * that.
 */
export type WordsErased = {
  /** null where nobody asked: personal data is no longer kept. */
  personId: string | null;
  reviewId: string;
  /** The contributions that lose their words. */
  contributionIds: string[];
  /**
   * The accounts that were linked to the person, and to other records of the same person; none where nobody asked.
   */
  userIds: string[];
};

export const wordsErased = defineHook<WordsErased>("capture.words-erased");

export type PersonContributions = { personId: string; reviewId: string; contributionIds: string[] };

/** Asked before a person is erased: what contains their words. Nothing is changed. */
export const personErasing = defineHook<PersonContributions, Consequence[]>("capture.person-erasing");

/** Asked before a person leaves: what depends on their contributions. Nothing is changed. */
export const personLeaving = defineHook<PersonContributions, Consequence[]>("capture.person-leaving");

/** Asked whenever people's words are sought: what the columns of each later stage hold. */
export const textDeclared = defineHook<null, TextColumns>("capture.text-declared");
