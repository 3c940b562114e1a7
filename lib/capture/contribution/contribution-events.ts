import { defineHook } from "@/lib/platform/hooks";
import type { Stance } from "./stance";

/**
 * A contribution that arrived late was accepted. A handler that keeps what was typed with it sets that under
 * its author.
 */
export type LateContributionTaken = {
  reviewId: string;
  contributionId: string;
  themeIds: readonly string[];
  stance: Stance | null;
  byId: string;
};

export const lateContributionTaken = defineHook<LateContributionTaken>("capture.late-contribution-taken");

/** A contribution was split. A handler that keeps data on contributions assigns it to the two parts. */
export type ContributionSplit = {
  reviewId: string;
  /** The contribution that was split, which keeps the first part of its words. */
  contributionId: string;
  newContributionId: string;
  /** In code points of the words before the split: the first part ends here, */
  firstEnd: number;
  /** and the second begins here. */
  secondStart: number;
  byId: string;
};

export const contributionSplit = defineHook<ContributionSplit>("capture.contribution-split");

/** Two contributions were merged, or a merge was undone. */
export type ContributionsMerged = {
  reviewId: string;
  /** The contribution that holds both texts. */
  intoId: string;
  /** The contribution that is struck out. */
  fromId: string;
  /** Where the words of the second contribution begin in the merged text, in code points. */
  offset: number;
  /** When they were merged; everything that the first contribution gains by it has this instant. */
  at: Date;
  byId: string;
};

export const contributionsMerged = defineHook<ContributionsMerged>("capture.contributions-merged");

export const contributionsSeparated = defineHook<Omit<ContributionsMerged, "offset">>(
  "capture.contributions-separated",
);

/** A contribution's words were edited. A handler that marks ranges of them moves the marks. */
export type ContributionEdited = {
  reviewId: string;
  contributionId: string;
  before: string;
  after: string;
  byId: string;
};

export const contributionEdited = defineHook<ContributionEdited>("capture.contribution-edited");

/** A contribution's own stance was corrected. A handler that took a stance from it corrects that too. */
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
