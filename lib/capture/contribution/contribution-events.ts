import { defineHook } from "@/lib/platform/hooks";
import type { Stance } from "./contribution";

/** A line that came late was taken in: whoever keeps what was typed with it sets that under its author. */
export type LateLineTaken = {
  reviewId: string;
  contributionId: string;
  themeIds: readonly string[];
  stance: Stance | null;
  byId: string;
};

export const lateLineTaken = defineHook<LateLineTaken>("capture.late-line-taken");

/** A line was split: whoever hangs something on lines says what of it belongs to which part. */
export type LineSplit = {
  reviewId: string;
  /** The line that was split, which keeps the first part of its words. */
  lineId: string;
  newLineId: string;
  /** Code points of the words before: the first part ends here, */
  firstEnd: number;
  /** and the second begins here. */
  secondStart: number;
  byId: string;
};

export const lineSplit = defineHook<LineSplit>("capture.line-split");

/** Two lines were merged, or merged ones were separated again. */
export type LinesMerged = {
  reviewId: string;
  /** The line that holds the words of both. */
  intoId: string;
  /** The line that is struck out. */
  fromId: string;
  /** Where the words of the second begin in those of both, in code points. */
  offset: number;
  /** When they were merged: what comes to the first line through the merging bears this instant. */
  at: Date;
  byId: string;
};

export const linesMerged = defineHook<LinesMerged>("capture.lines-merged");

export const linesSeparated = defineHook<Omit<LinesMerged, "offset">>("capture.lines-separated");

/** A line's words were edited: whoever marks some of them says where the marks lie now. */
export type LineEdited = {
  reviewId: string;
  contributionId: string;
  before: string;
  after: string;
  byId: string;
};

export const lineEdited = defineHook<LineEdited>("capture.line-edited");

/** A line's own stance was corrected: whoever took the stance of a marking from it corrects the marking too. */
export type StanceCorrected = {
  reviewId: string;
  roundtableId: string;
  contributionId: string;
  /** The account under which the line was logged. */
  authorId: string;
  before: Stance | null;
  after: Stance | null;
  byId: string;
};

export const stanceCorrected = defineHook<StanceCorrected>("capture.stance-corrected");
