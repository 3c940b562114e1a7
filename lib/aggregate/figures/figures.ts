import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";

/** One stance only, or more than one: each person who raised a theme is in exactly one segment. */
export const SEGMENT_ORDER = [...STANCE_ORDER, "mixed"] as const;
export type Segment = (typeof SEGMENT_ORDER)[number];

/** A figure always says what it counts, how many, and out of how many (null: not out of anything). */
export type Figure = { counts: "people" | "contributions" | "roundtables"; value: number; of: number | null };

export type PeopleAndContributions = { people: Figure; contributions: Figure };

export type ThemeFigures = {
  id: string;
  slug: string;
  title: string;
  colour: string;
  axis: "theme" | "area";
  /** Identified people who raised it, each counted once. */
  people: Figure;
  /** Their contributions. */
  contributions: Figure;
  /** Roundtables at which one of them raised it. */
  roundtables: Figure;
  /**
   * People by the set of stances that they took under the theme. Each person is in one segment, so these add
   * up to `people`; with their contributions.
   */
  segments: Record<Segment, PeopleAndContributions>;
  /** People who took that stance, with or without others, so these overlap. */
  stances: Record<Stance, PeopleAndContributions>;
  /** Contributions without a speaker, counted separately and never added to the people. */
  unidentified: Figure;
  /** Each show of hands under it, counted separately: hands raised, out of those asked. */
  hands: Figure[];
};

/** Exact figures, as facilitators alone see them. */
export type ThemeTable = {
  scope: {
    /** null when the table covers the whole review. */
    roundtable: { id: string; slug: string; title: string } | null;
    /** How many roundtables it covers. */
    roundtables: number;
  };
  /** Distinct participants present, without hosts; a count that has no denominator. */
  people: Figure;
  /** Contributions of those people, with or without a theme. */
  contributions: Figure;
  /** Contributions without a speaker. */
  unidentified: Figure;
  /** Most people first. */
  themes: ThemeFigures[];
};

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

/** Most people first, then by title. */
function byPeople(a: ThemeFigures, b: ThemeFigures): number {
  return b.people.value - a.people.value || a.title.localeCompare(b.title, "en-GB");
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
