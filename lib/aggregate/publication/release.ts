import { z } from "zod";
import type { Figure, ThemeTable } from "@/lib/aggregate/figures/figures";

export const ReleaseInput = z.object({ reviewId: z.uuid() });
export type ReleaseInput = z.output<typeof ReleaseInput>;

/** An immutable set of suppressed tables: the review's first, then one for each roundtable that it covers. */
export type Release = { number: number; createdAt: Date; tables: ThemeTable[] };

/**
 * The table of a release for a roundtable's slug; the review's table without a slug; null when there is none.
 */
export function tableOf({ tables }: Release, roundtable: string | null): ThemeTable | null {
  return tables.find(({ scope }) => (scope.roundtable?.slug ?? null) === roundtable) ?? null;
}

/** How many figures of people are withheld, and how many are shown; zeros count as shown. */
export function countSuppressed(tables: readonly ThemeTable[]): { shown: number; withheld: number } {
  const figures = tables.flatMap((table) => [
    table.people,
    ...table.themes.flatMap(({ people, segments }) => [
      people,
      ...Object.values(segments).map((segment) => segment.people),
    ]),
  ]);
  const withheld = figures.filter(({ value }) => value === null).length;
  return { shown: figures.length - withheld, withheld };
}

export type Change = {
  /** null: the whole review. */
  roundtable: string | null;
  theme: string;
  axis: "theme" | "area";
  /** null: it was not in the preceding release, or is no longer in this one. */
  before: Figure | null;
  after: Figure | null;
};

/**
 * Themes whose people differ from the preceding release, as both were published: what either suppressed stays
 * suppressed here. Denominators count too: 9 of 20 is not 9 of 44.
 */
export function changesBetween(before: readonly ThemeTable[], after: readonly ThemeTable[]): Change[] {
  return after.flatMap((table) => {
    const roundtable = table.scope.roundtable;
    const past = before.find(({ scope }) => scope.roundtable?.id === roundtable?.id);
    const place = roundtable?.title ?? null;
    const kept = table.themes.map((theme) => {
      const was = past?.themes.find(({ id }) => id === theme.id)?.people ?? null;
      return { roundtable: place, theme: theme.title, axis: theme.axis, before: was, after: theme.people };
    });
    const gone = (past?.themes ?? [])
      .filter(({ id }) => !table.themes.some((theme) => theme.id === id))
      .map(({ title, axis, people }) => ({
        roundtable: place,
        theme: title,
        axis,
        before: people,
        after: null,
      }));
    return [...kept, ...gone].filter(({ before, after }) => !same(before, after));
  });
}

function same(a: Figure | null, b: Figure | null): boolean {
  return a === b || (a !== null && b !== null && a.value === b.value && a.of === b.of);
}
