import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import { byPeople, SEGMENT_ORDER, themeTable } from "@/lib/aggregate/figures/figures";
import type {
  Figure,
  PeopleAndContributions,
  Counts,
  ThemeFigures,
  ThemeTable,
} from "@/lib/aggregate/figures/figures";
import { hiddenHands, isSmall } from "@/lib/aggregate/figures/small-number";
import { protect, type Grid } from "./protection";
import type { Relation } from "./deduction";

/**
 * The tables of one release, suppressed as a whole: the first is the review's, the others are those of the
 * roundtables that it covers. A figure that stands for 1 to `threshold` less one distinct people is hidden
 * (`value: null`, shown as c), and so is whatever would reveal it (see protect): a theme's segments add up to
 * its people, and the roundtables' figures to the review's, theme by theme and segment by segment.
 *
 * - Contributions are hidden wherever the people whose they are are hidden. They add up in the same way,
 * so they reveal no more than the people do.
 * - People by stance, one person under several, are left out of a release: compared with the segments they
 * would reveal how many people took one stance among others.
 * - Each contribution without a speaker may be somebody else's: 1 to `threshold` less one of them stand for
 * at most as many people, and are hidden.
 * - People present who did *not* raise a theme (`of` less `people`) are not a figure: silence is neither
 * agreement nor disagreement, and nothing follows from it about a person. So "18 of 20" is shown. The same
 * holds for hands that were not raised.
 */
export function suppressed(counts: readonly Counts[], threshold: number): ThemeTable[] {
  const heads = protectHeads(counts, threshold);
  const tables = counts.map((counts, at) => withHead(themeTable(counts), at, heads, threshold));
  const ids = new Set(tables.flatMap(({ themes }) => themes.map(({ id }) => id)));
  for (const id of ids) {
    const rows = tables.map(({ themes }) => themes.find((theme) => theme.id === id));
    const people = protectPeople(rows, threshold);
    const unknown = protectColumn(
      rows.map((row) => row?.unidentified.value ?? 0),
      threshold,
    );
    tables.forEach((table, at) => {
      table.themes = table.themes.map((theme) =>
        theme.id === id ? withRow(theme, at, people, unknown) : theme,
      );
    });
  }
  return tables.map((table) => ({ ...table, themes: [...table.themes].sort(byPeople) }));
}

type Heads = { people: Set<string>; contributions: Set<string>; unidentified: Set<string> };

/**
 * One figure in every table, the first being the total of the others: which are hidden, by the table's index.
 */
function protectColumn(values: readonly number[], threshold: number, standsFor = values): Set<string> {
  const small = standsFor.flatMap((people, at) => (isSmall(people, threshold) ? [String(at)] : []));
  const grid: Grid = {
    values: new Map(values.map((value, at) => [String(at), value])),
    relations: column(values.length, (at) => String(at)),
    dependants: new Map(),
  };
  return protect(grid, small, threshold);
}

function column(tables: number, cell: (at: number) => string): Relation[] {
  if (tables < 2) return [];
  return [{ total: cell(0), parts: Array.from({ length: tables - 1 }, (_, at) => cell(at + 1)) }];
}

function protectHeads(counts: readonly Counts[], threshold: number): Heads {
  const present = counts.map((counts) => counts.present);
  const speakers = counts.map((counts) => counts.speakers);
  return {
    people: protectColumn(present, threshold),
    contributions: protectColumn(
      counts.map((counts) => counts.contributions),
      threshold,
      speakers,
    ),
    unidentified: protectColumn(
      counts.map((counts) => counts.unidentified),
      threshold,
    ),
  };
}

/**
 * A theme's people in every table, in total and by segment. Their contributions add up even where people
 * attended twice and the people do not, so figures are hidden until neither reveals any of them.
 */
function protectPeople(rows: readonly (ThemeFigures | undefined)[], threshold: number): Set<string> {
  const people = themeGrid(rows, "people");
  const contributions = themeGrid(rows, "contributions");
  const small = [...people.values].filter(([, value]) => isSmall(value, threshold)).map(([cell]) => cell);
  let hidden = protect(people, small, threshold);
  for (;;) {
    const more = protect(people, protect(contributions, hidden, threshold), threshold);
    if (more.size === hidden.size) return hidden;
    hidden = more;
  }
}

function themeGrid(rows: readonly (ThemeFigures | undefined)[], which: keyof PeopleAndContributions): Grid {
  const values = new Map<string, number>();
  const dependants = new Map<string, string[]>();
  const relations: Relation[] = [];
  rows.forEach((row, at) => {
    values.set(whole(at), row?.[which].value ?? 0);
    for (const name of SEGMENT_ORDER) values.set(part(at, name), row?.segments[name][which].value ?? 0);
    const parts = SEGMENT_ORDER.map((name) => part(at, name));
    relations.push({ total: whole(at), parts });
    dependants.set(whole(at), parts);
  });
  relations.push(...column(rows.length, whole));
  for (const name of SEGMENT_ORDER) relations.push(...column(rows.length, (at) => part(at, name)));
  return { values, relations, dependants };
}

const whole = (at: number) => `${at}`;
const part = (at: number, segment: string) => `${at}/${segment}`;

const hide = (figure: Figure, hidden: boolean): Figure => (hidden ? { ...figure, value: null } : figure);
const hideBoth = (
  { people, contributions }: PeopleAndContributions,
  hidden: boolean,
): PeopleAndContributions => ({
  people: hide(people, hidden),
  contributions: hide(contributions, hidden),
});

/** The totals of each table, and with them the denominators of every figure in it. */
function withHead(table: ThemeTable, at: number, heads: Heads, threshold: number): ThemeTable {
  const hidden = (which: keyof Heads) => heads[which].has(String(at));
  const people = hide(table.people, hidden("people"));
  const contributions = hide(table.contributions, hidden("contributions"));
  const unidentified = hide(table.unidentified, hidden("unidentified"));
  const outOf = (both: PeopleAndContributions): PeopleAndContributions => ({
    people: { ...both.people, of: people.value },
    contributions: { ...both.contributions, of: contributions.value },
  });
  const themes = table.themes.map((theme) => ({
    ...theme,
    ...outOf(theme),
    segments: mapSegments(theme.segments, (_, both) => outOf(both)),
    stances: null,
    unidentified: { ...theme.unidentified, of: unidentified.value },
    hands: theme.hands.map((count) => hideHands(count, threshold)),
  }));
  return { ...table, people, contributions, unidentified, themes };
}

/** A show of hands loses its count when few raised their hands, and its denominator too when few were asked. */
function hideHands({ counts, value, of }: Figure, threshold: number): Figure {
  const hidden = hiddenHands(value ?? 0, of ?? 0, threshold);
  return { counts, value: hidden === "nothing" ? value : null, of: hidden === "all" ? null : of };
}

function withRow(theme: ThemeFigures, at: number, people: Set<string>, unknown: Set<string>): ThemeFigures {
  const hidden = people.has(whole(at));
  return {
    ...theme,
    ...hideBoth(theme, hidden),
    roundtables: hide(theme.roundtables, hidden),
    segments: mapSegments(theme.segments, (name, both) => hideBoth(both, people.has(part(at, name)))),
    unidentified: hide(theme.unidentified, unknown.has(String(at))),
  };
}

function mapSegments(
  segments: ThemeFigures["segments"],
  change: (name: keyof ThemeFigures["segments"], both: PeopleAndContributions) => PeopleAndContributions,
): ThemeFigures["segments"] {
  const { strength, improvement, ask, observation, mixed } = segments;
  return {
    strength: change("strength", strength),
    improvement: change("improvement", improvement),
    ask: change("ask", ask),
    observation: change("observation", observation),
    mixed: change("mixed", mixed),
  };
}

/**
 * Under a theme of a suppressed table, the stances whose contributions others may read: those whose people
 * are shown.
 */
export function readableStances(theme: ThemeFigures) {
  return STANCE_ORDER.filter((stance) => theme.segments[stance].people.value !== null);
}
