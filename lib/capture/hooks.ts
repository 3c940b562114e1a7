import { defineHook } from "@/lib/platform/hooks";
import type { Stance } from "./contribution";
import type { PermissionLevel } from "./participant";

/** A person's words are being erased: whoever keeps copies of them deletes those in the same transaction. */
export type PersonErased = {
  personId: string;
  reviewId: string;
  /** Their lines, at every roundtable. */
  contributionIds: string[];
  /** The accounts that were linked to the person, and to those found to be the same. */
  userIds: string[];
  /** Every text of theirs, earlier and masked ones too, to find where it stands in other people's texts. */
  words: readonly string[];
  /** Findings and comments of others out of which the repeated words are to go as well. */
  repeats: readonly string[] | "all";
};

export const personErased = defineHook<PersonErased>("capture.person-erased");

/** What a step would cause in a later stage. */
export type Consequence = {
  /** What it is, as the page says it after the number: "published versions that quote them". */
  what: string;
  count: number;
  /** Whether the step takes it away. What it does not reach is out already, and cannot be called back. */
  undone: boolean;
};

/** Asked before a participant's permission is narrowed: what rests on the wider one. Nothing is changed. */
export const permissionNarrowing = defineHook<
  { participantId: string; from: PermissionLevel | null; to: PermissionLevel },
  Consequence[]
>("capture.permission-narrowing");

export type PersonLines = { personId: string; reviewId: string; contributionIds: string[] };

/** Asked before a person is erased: what holds their words. Nothing is changed. */
export const personErasing = defineHook<PersonLines, Consequence[]>("capture.person-erasing");

/** Asked before a person leaves: what rests on their lines. Nothing is changed. */
export const personLeaving = defineHook<PersonLines, Consequence[]>("capture.person-leaving");

/** A text by somebody else that repeats words of a person word for word. */
export type Repeat = { id: string; what: "finding" | "comment"; text: string };

/** Asked before a person is erased: where others repeated their words, for whoever erases to decide on. */
export const wordsRepeated = defineHook<{ reviewId: string; words: readonly string[] }, Repeat[]>(
  "capture.words-repeated",
);

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
