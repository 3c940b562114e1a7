import { z } from "zod";
import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";

/** One stance only, or more than one: each person who raised a theme is in exactly one segment. */
export const SEGMENT_ORDER = [...STANCE_ORDER, "mixed"] as const;
export type Segment = (typeof SEGMENT_ORDER)[number];

const Count = z.int().min(0).nullable();

/** A figure always says what it counts, how many (null: suppressed) and out of how many (null: not given). */
const FigureShape = z.object({
  counts: z.enum(["people", "contributions", "roundtables"]),
  value: Count,
  of: Count,
});
export type Figure = z.infer<typeof FigureShape>;

const PeopleAndContributionsShape = z.object({ people: FigureShape, contributions: FigureShape });
export type PeopleAndContributions = z.infer<typeof PeopleAndContributionsShape>;

const ThemeFiguresShape = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  colour: z.string(),
  axis: z.enum(["theme", "area"]),
  /** Identified people who raised it, each counted once. */
  people: FigureShape,
  /** Their contributions. */
  contributions: FigureShape,
  /** Roundtables at which one of them raised it. */
  roundtables: FigureShape,
  /**
   * People by the set of stances that they took under the theme. Each person is in one segment, so these add
   * up to `people`; with their contributions.
   */
  segments: z.record(z.enum(SEGMENT_ORDER), PeopleAndContributionsShape),
  /** People who took that stance, with or without others, so these overlap. Null in a release. */
  stances: z.record(z.enum(STANCE_ORDER), PeopleAndContributionsShape).nullable(),
  /** Contributions without a speaker, counted separately and never added to the people. */
  unidentified: FigureShape,
  /** Each show of hands under it, counted separately: hands raised, out of those asked. */
  hands: z.array(FigureShape),
});
export type ThemeFigures = z.infer<typeof ThemeFiguresShape>;

export const ThemeTableShape = z.object({
  scope: z.object({
    /** null when the table covers the whole review. */
    roundtable: z.object({ id: z.uuid(), slug: z.string(), title: z.string() }).nullable(),
    /** How many roundtables it covers. */
    roundtables: z.int(),
  }),
  /** Distinct participants present, without hosts; a count that has no denominator. */
  people: FigureShape,
  /** Contributions of those people, with or without a theme. */
  contributions: FigureShape,
  /** Contributions without a speaker. */
  unidentified: FigureShape,
  /** Most people first. */
  themes: z.array(ThemeFiguresShape),
});
export type ThemeTable = z.infer<typeof ThemeTableShape>;

/**
 * How many people took exactly these stances under a theme (one bit for each stance), and in how many
 * contributions.
 */
export type StancePattern = {
  stances: number;
  people: number;
  contributions: number;
  contributionsOf: Record<Stance, number>;
};

export type ThemeCounts = Pick<ThemeFigures, "id" | "slug" | "title" | "colour" | "axis"> & {
  patterns: readonly StancePattern[];
  roundtables: number;
  unidentified: number;
  hands: readonly { raised: number; asked: number }[];
};

/** What the database counted for one scope. */
export type Counts = {
  scope: ThemeTable["scope"];
  present: number;
  /** How many of those present have at least one contribution. */
  speakers: number;
  contributions: number;
  unidentified: number;
  themes: readonly ThemeCounts[];
};

export const STANCE_BIT: Record<Stance, number> = { strength: 1, improvement: 2, ask: 4, observation: 8 };

/** The table with every figure, as facilitators see it. */
export function themeTable(counts: Counts): ThemeTable {
  return {
    scope: counts.scope,
    people: { counts: "people", value: counts.present, of: null },
    contributions: { counts: "contributions", value: counts.contributions, of: null },
    unidentified: { counts: "contributions", value: counts.unidentified, of: null },
    themes: counts.themes.map((theme) => rowOf(theme, counts)).sort(byPeople),
  };
}

function rowOf({ patterns, ...theme }: ThemeCounts, counts: Counts): ThemeFigures {
  const { id, slug, title, colour, axis } = theme;
  const counted = (people: number, contributions: number): PeopleAndContributions => ({
    people: { counts: "people", value: people, of: counts.present },
    contributions: { counts: "contributions", value: contributions, of: counts.contributions },
  });
  const all = (those: readonly StancePattern[]) => counted(sum(those, PEOPLE), sum(those, CONTRIBUTIONS));
  const segment = (name: Segment) => all(patterns.filter(({ stances }) => segmentOf(stances) === name));
  const stance = (name: Stance) =>
    counted(
      sum(
        patterns.filter(({ stances }) => (stances & STANCE_BIT[name]) !== 0),
        PEOPLE,
      ),
      sum(patterns, ({ contributionsOf }) => contributionsOf[name]),
    );
  return {
    id,
    slug,
    title,
    colour,
    axis,
    ...all(patterns),
    roundtables: { counts: "roundtables", value: theme.roundtables, of: counts.scope.roundtables },
    segments: {
      strength: segment("strength"),
      improvement: segment("improvement"),
      ask: segment("ask"),
      observation: segment("observation"),
      mixed: segment("mixed"),
    },
    stances: {
      strength: stance("strength"),
      improvement: stance("improvement"),
      ask: stance("ask"),
      observation: stance("observation"),
    },
    unidentified: { counts: "contributions", value: theme.unidentified, of: counts.unidentified },
    hands: theme.hands.map(({ raised, asked }) => ({ counts: "people", value: raised, of: asked })),
  };
}

const PEOPLE = ({ people }: StancePattern) => people;
const CONTRIBUTIONS = ({ contributions }: StancePattern) => contributions;

/** The one segment of a person with those stances. */
function segmentOf(stances: number): Segment {
  return STANCE_ORDER.find((stance) => STANCE_BIT[stance] === stances) ?? "mixed";
}

/** Most people first; suppressed rows come after the shown ones and before zeros, by title. */
export function byPeople(a: ThemeFigures, b: ThemeFigures): number {
  const rank = ({ people }: ThemeFigures) => people.value ?? 0.5;
  return rank(b) - rank(a) || a.title.localeCompare(b.title, "en-GB");
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
