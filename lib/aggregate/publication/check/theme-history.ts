import { z } from "zod";
import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import { PublishedFigureShape } from "../shape/published-shape";

/**
 * What is known inside of one theme, and what was published of it, release by release: the input of the check, in the
 * shapes in which it is kept with each release. Counts are of people; nobody is named, and no contribution is in it.
 */
export type ThemeHistory = {
  themeId: string;
  /** Counts from 1 up to one less are small. */
  threshold: number;
  /** Oldest first; the last may be one that is only being planned. */
  releases: readonly ReleasedCounts[];
  /** What published reports tell beyond their releases. */
  told: readonly ToldCount[];
};

/** How many people a published sentence says are for, or against, a finding, and how many there are in truth. */
export type ToldCount = {
  /** The number of the release that the report is bound to. */
  release: number;
  findingId: string;
  side: "for" | "against";
  /** null: of the review as a whole. */
  roundtableId: string | null;
  people: number;
  low: number;
  high: number;
};

/** People by the exact set of stances that they took under the theme, as bits (STANCE_BIT); nobody without any. */
const PatternsShape = z.record(z.coerce.number(), z.int());
export type Patterns = Readonly<Record<number, number>>;

/** A table of a release: how many people were present, what they took, and what of it was published. */
const CountedTableShape = z.object({
  present: z.int(),
  patterns: PatternsShape,
  /** null where the table, or the theme in it, was not published. */
  published: z
    .object({ people: PublishedFigureShape, stances: z.record(z.enum(STANCE_ORDER), PublishedFigureShape) })
    .nullable(),
});
export type CountedTable = z.infer<typeof CountedTableShape>;

const CountedGroupShape = z.object({
  group: z.string(),
  present: z.int(),
  people: z.int(),
  published: PublishedFigureShape,
});

/** Those who raised the theme, by one attribute; each person present is in one group. */
const CountedBreakdownShape = z.object({ attribute: z.string(), groups: z.array(CountedGroupShape) });
export type CountedBreakdown = z.infer<typeof CountedBreakdownShape>;

/** People for, or against, one finding of the theme. */
const CountedFindingShape = z.object({
  findingId: z.string(),
  side: z.enum(["for", "against"]),
  people: z.int(),
  published: PublishedFigureShape,
});
export type CountedFinding = z.infer<typeof CountedFindingShape>;

/**
 * The set of stances that somebody who came to several roundtables took at each of them (0: nothing under the theme), by
 * roundtable. How many people took the same is not kept, nor who did.
 */
const CombinationShape = z.record(z.string(), z.int());
export type Combination = z.infer<typeof CombinationShape>;

export const ReleasedCountsShape = z.object({
  number: z.int(),
  review: CountedTableShape,
  roundtables: z.array(CountedTableShape.extend({ roundtableId: z.string() })),
  /** Each combination once. Releases that were made before combinations were kept have none. */
  combinations: z.array(CombinationShape).optional(),
  breakdowns: z.array(CountedBreakdownShape),
  findings: z.array(CountedFindingShape),
});
export type ReleasedCounts = z.infer<typeof ReleasedCountsShape>;
