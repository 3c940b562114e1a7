import { intervalOf, isShown } from "../../published-count";
import type { ReleasedTheme } from "../../release-contents";
import type { PublishedFigure } from "../../shape/published-shape";
import { countInTable } from "../published-words";

/** A group of people, or a roundtable, with its figure of each theme by the theme's id. */
type Place = { name: string; themes: Readonly<Record<string, PublishedFigure>> };

export type NamedTheme = Pick<ReleasedTheme, "id" | "title">;

type Side = { name: string; figure: PublishedFigure };

/** A difference is worth telling from this share of a group on. */
const CLEAR = 0.25;

type Gap = { title: string; more: Side; less: Side; gap: number };

/** What is said where no gap is as wide as that. */
export const NOT_CLEAR =
  "Once rounding is allowed for, no two differ by a quarter of their people or more on any theme.";

/** The widest of all, where it is clear. */
export function widestGap(places: readonly Place[], themes: readonly NamedTheme[]): Gap | null {
  const [widest] = gapsOf(places, themes);
  return widest && widest.gap >= CLEAR ? widest : null;
}

/**
 * Of each theme the two places that differ most in the share of their people who raised it, widest first; themes on which no
 * two differ for certain are left out. `gap` is the least that the difference can be, whatever counts the figures stand for.
 */
export function gapsOf(places: readonly Place[], themes: readonly NamedTheme[]): Gap[] {
  const gaps = themes.flatMap(({ id, title }): Gap[] => {
    const sides = places.flatMap(({ name, themes: own }): Side[] => {
      const figure = own[id];
      return figure && isShown(figure) ? [{ name, figure }] : [];
    });
    const pairs = sides.flatMap((more) =>
      sides.map((less) => ({ title, more, less, gap: gapOf(more, less) })),
    );
    return pairs.sort((a, b) => b.gap - a.gap).slice(0, 1);
  });
  return gaps.filter(({ gap }) => gap > 0).sort((a, b) => b.gap - a.gap);
}

/** How much larger the first share is for certain. */
function gapOf(more: Side, less: Side): number {
  if (more.figure.of === 0 || less.figure.of === 0) return 0;
  return intervalOf(more.figure).low / more.figure.of - intervalOf(less.figure).high / less.figure.of;
}

/** "about 10 of 12" */
export function outOf({ figure }: Side): string {
  return `${countInTable(figure)} of ${figure.of}`;
}

/** "only a few of 10", "nobody of 10" */
export function only(side: Side): string {
  return side.figure.count.is === "none" ? `nobody of ${side.figure.of}` : `only ${outOf(side)}`;
}
