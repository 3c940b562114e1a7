import { defineHook } from "@/lib/platform/hooks";

/** A person's words are being erased: whoever keeps copies of them deletes those in the same transaction. */
export type PersonErased = {
  personId: string;
  reviewId: string;
  /** Their lines, at every roundtable. */
  contributionIds: string[];
  /** The account that was linked to the person. */
  userId: string | null;
};

export const personErased = defineHook<PersonErased>("capture.person-erased");
