import { z } from "zod";
import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import { NPQ_CODES } from "@/lib/capture/people/vocabulary";
import { BREAKDOWN_ATTRIBUTES } from "./shape/breakdown";
import { PublishedFigureShape } from "./shape/published-shape";

/** What a release says, in the shapes in which it is kept and read. Every count of people in it is a published figure. */

/** A show of hands was public in the room, so that it is exact. */
export const HandsShape = z.object({ raised: z.int(), asked: z.int() });
export type ReleasedHands = z.infer<typeof HandsShape>;

const ReleasedThemeShape = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  colour: z.string(),
  axis: z.enum(["theme", "area"]),
  /** People who raised it, each once, out of those present. */
  people: PublishedFigureShape,
  /** People who took that stance, with others or without, so that these overlap. */
  stances: z.record(z.enum(STANCE_ORDER), PublishedFigureShape),
  hands: z.array(HandsShape),
});
export type ReleasedTheme = z.infer<typeof ReleasedThemeShape>;

export const ReleasedTableShape = z.object({
  /** null: all roundtables of the release together. */
  roundtable: z.object({ id: z.uuid(), slug: z.string(), title: z.string() }).nullable(),
  /** How many roundtables it covers. */
  roundtables: z.int(),
  present: z.int(),
  /** Most people first. */
  themes: z.array(ReleasedThemeShape),
});
export type ReleasedTable = z.infer<typeof ReleasedTableShape>;

export const ReleasedBreakdownShape = z.object({
  attribute: z.enum(BREAKDOWN_ATTRIBUTES),
  /** The release in which it was counted: a later one may carry it over. */
  release: z.int(),
  groups: z.array(
    z.object({ group: z.string(), present: z.int(), themes: z.record(z.uuid(), PublishedFigureShape) }),
  ),
});
export type ReleasedBreakdown = z.infer<typeof ReleasedBreakdownShape>;

/**
 * Which NPQs people spoke about, and which of them they named as repeating each other: for the review as a whole, out of
 * those present.
 */
export const ReleasedNpqsShape = z.object({
  /** In the order of the vocabulary. */
  npqs: z.array(z.object({ npq: z.enum(NPQ_CODES), people: PublishedFigureShape })),
  /** The theme of repetition; null where the codebook has none, and then there are no pairs. */
  theme: z.object({ id: z.uuid(), slug: z.string(), title: z.string() }).nullable(),
  /** People who spoke about repetition and named both there: of those NPQs that somebody spoke about anywhere. */
  pairs: z.array(
    z.object({ first: z.enum(NPQ_CODES), second: z.enum(NPQ_CODES), people: PublishedFigureShape }),
  ),
});
export type ReleasedNpqs = z.infer<typeof ReleasedNpqsShape>;

/** How many people had set themes when it was released, and in words how far they agreed; null where it was not measured. */
export const ReleasedCodingShape = z.object({ coders: z.int(), agreement: z.string().nullable() });
export type ReleasedCoding = z.infer<typeof ReleasedCodingShape>;

/** A finding as it was worded when it was released. */
export type ReleasedFinding = {
  id: string;
  themeId: string;
  stance: (typeof STANCE_ORDER)[number];
  text: string;
  /** What those say who see it differently; empty where nobody does, or where nobody has written it. */
  counterView: string;
  supports: z.infer<typeof PublishedFigureShape>;
  contradicts: z.infer<typeof PublishedFigureShape>;
};

export type Release = {
  number: number;
  createdAt: Date;
  /** The review's table first, then one for each roundtable that has one. */
  tables: ReleasedTable[];
  breakdowns: ReleasedBreakdown[];
  findings: ReleasedFinding[];
  /** null in a release that was made before this was counted. */
  npqs: ReleasedNpqs | null;
  /** null likewise. */
  coding: ReleasedCoding | null;
};

/** The table for a roundtable's slug; the review's without a slug; null where there is none. */
export function tableOf({ tables }: Pick<Release, "tables">, slug: string | null): ReleasedTable | null {
  return tables.find(({ roundtable }) => (roundtable?.slug ?? null) === slug) ?? null;
}
