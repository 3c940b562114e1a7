import type { Stance } from "@/lib/capture/contribution/stance";
import type { PublishedFigure } from "../published-count";

/**
 * What is known inside of one theme, and what was published of it, release by release: the input of the check. Counts
 * are of people; nobody is named, and no contribution is in it.
 */
export type ThemeHistory = {
  themeId: string;
  /** Counts from 1 up to one less are small. */
  threshold: number;
  /** Oldest first; the last may be one that is only being planned. */
  releases: readonly ReleasedCounts[];
};

/** People by the exact set of stances that they took under the theme, as bits (STANCE_BIT); nobody without any. */
export type Patterns = Readonly<Record<number, number>>;

/** A table of a release: how many people were present, what they took, and what of it was published. */
export type CountedTable = {
  present: number;
  patterns: Patterns;
  /** null where the table, or the theme in it, was not published. */
  published: { people: PublishedFigure; stances: Readonly<Record<Stance, PublishedFigure>> } | null;
};

export type ReleasedCounts = {
  number: number;
  review: CountedTable;
  roundtables: readonly (CountedTable & { roundtableId: string })[];
  breakdowns: readonly CountedBreakdown[];
  findings: readonly CountedFinding[];
};

/** Those who raised the theme, by one attribute; each person present is in one group. */
export type CountedBreakdown = {
  attribute: string;
  groups: readonly { group: string; present: number; people: number; published: PublishedFigure }[];
};

/** People for, or against, one finding of the theme. */
export type CountedFinding = {
  findingId: string;
  side: "for" | "against";
  people: number;
  published: PublishedFigure;
};
