import type { Figure, ThemeFigures, ThemeTable } from "@/lib/aggregate/figures/figures";
import { isSameBut, type LiveFilter } from "./live-filter";

/** A theme under two filters. A group under which the theme did not exist yet has no figure. */
export type ComparedTheme = Pick<ThemeFigures, "id" | "slug" | "title" | "axis"> & {
  first: Figure | null;
  second: Figure | null;
};

/** Every theme of either table with its people in both, in the order of the first. */
export function compareTables(first: ThemeTable, second: ThemeTable): ComparedTheme[] {
  const seconds = new Map(second.themes.map((theme) => [theme.id, theme]));
  const firsts = new Set(first.themes.map(({ id }) => id));
  return [
    ...first.themes.map((theme) => rowOf(theme, theme, seconds.get(theme.id))),
    ...second.themes.filter(({ id }) => !firsts.has(id)).map((theme) => rowOf(theme, undefined, theme)),
  ];
}

function rowOf(
  { id, slug, title, axis }: ThemeFigures,
  first: ThemeFigures | undefined,
  second: ThemeFigures | undefined,
): ComparedTheme {
  return { id, slug, title, axis, first: first?.people ?? null, second: second?.people ?? null };
}

/** What became of a theme between two roundtables or dates. */
export type Change = "new" | "gone" | "rose" | "fell" | "same";

/**
 * How a theme changed from the earlier to the later figures, by the share of those present: cross products, so that two
 * groups of different size are compared without rounding. It says nothing about why.
 */
export function changeOf(earlier: Figure | null, later: Figure | null): Change {
  const [before, after] = [earlier?.value ?? 0, later?.value ?? 0];
  if (before === 0) return after === 0 ? "same" : "new";
  if (after === 0) return "gone";
  const difference = after * (earlier?.of ?? 0) - before * (later?.of ?? 0);
  if (difference === 0) return "same";
  return difference > 0 ? "rose" : "fell";
}

/** Which of two groups is the earlier one. */
export type InTime = { earlier: "first" | "second" };

/**
 * Whether the two filters are the same but for the date, or but for one roundtable each: then what changed between them can
 * be told. `newestFirst` are the roundtables by slug.
 */
export function inTime(first: LiveFilter, second: LiveFilter, newestFirst: readonly string[]): InTime | null {
  if (isSameBut(["on"], first, second)) {
    const [a, b] = [first.on?.getTime() ?? Infinity, second.on?.getTime() ?? Infinity];
    return a === b ? null : { earlier: a < b ? "first" : "second" };
  }
  const [one, other] = [onlyOf(first), onlyOf(second)];
  if (!one || !other || !isSameBut(["roundtable"], first, second)) return null;
  return { earlier: newestFirst.indexOf(one) > newestFirst.indexOf(other) ? "first" : "second" };
}

function onlyOf({ roundtable }: LiveFilter): string | null {
  return roundtable.length === 1 ? (roundtable[0] ?? null) : null;
}

/** The themes that changed, by what became of them. */
export function changes(
  rows: readonly ComparedTheme[],
  { earlier }: InTime,
): Record<Change, ComparedTheme[]> {
  const grouped: Record<Change, ComparedTheme[]> = { new: [], rose: [], fell: [], gone: [], same: [] };
  for (const row of rows)
    grouped[earlier === "first" ? changeOf(row.first, row.second) : changeOf(row.second, row.first)].push(
      row,
    );
  return grouped;
}

/** "9 of 14"; a dash where there is no figure. */
export function outOf(figure: Figure | null): string {
  if (figure === null) return "–";
  const value = figure.value.toLocaleString("en-GB");
  return figure.of === null ? value : `${value} of ${figure.of.toLocaleString("en-GB")}`;
}
