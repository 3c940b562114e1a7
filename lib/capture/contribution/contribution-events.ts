import { defineHook } from "@/lib/platform/hooks";
import type { Stance } from "./contribution";

/** A contribution that came late was taken in: whoever keeps what was typed with it sets that under its author. */
export type LateContributionTaken = {
  reviewId: string;
  contributionId: string;
  themeIds: readonly string[];
  stance: Stance | null;
  byId: string;
};

export const lateContributionTaken = defineHook<LateContributionTaken>("capture.late-contribution-taken");

/** A contribution was split: whoever hangs something on contributions says what of it belongs to which part. */
export type ContributionSplit = {
  reviewId: string;
  /** The contribution that was split, which keeps the first part of its words. */
  contributionId: string;
  newContributionId: string;
  /** Code points of the words before: the first part ends here, */
  firstEnd: number;
  /** and the second begins here. */
  secondStart: number;
  byId: string;
};

export const contributionSplit = defineHook<ContributionSplit>("capture.contribution-split");

/** Two contributions were merged, or merged ones were separated again. */
export type ContributionsMerged = {
  reviewId: string;
  /** The contribution that holds the words of both. */
  intoId: string;
  /** The contribution that is struck out. */
  fromId: string;
  /** Where the words of the second begin in those of both, in code points. */
  offset: number;
  /** When they were merged: what comes to the first contribution through the merging bears this instant. */
  at: Date;
  byId: string;
};

export const contributionsMerged = defineHook<ContributionsMerged>("capture.contributions-merged");

export const contributionsSeparated = defineHook<Omit<ContributionsMerged, "offset">>(
  "capture.contributions-separated",
);

/** A contribution's words were edited: whoever marks some of them says where the marks lie now. */
export type ContributionEdited = {
  reviewId: string;
  contributionId: string;
  before: string;
  after: string;
  byId: string;
};

export const contributionEdited = defineHook<ContributionEdited>("capture.contribution-edited");

/**
 * A contribution's own stance was corrected: whoever took the stance of a marking from it corrects the
 * marking too.
 */
export type StanceCorrected = {
  reviewId: string;
  roundtableId: string;
  contributionId: string;
  /** The account under which the contribution was logged. */
  authorId: string;
  before: Stance | null;
  after: Stance | null;
  byId: string;
};

export const stanceCorrected = defineHook<StanceCorrected>("capture.stance-corrected");
