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

/**
 * The theme on which two places differ most in the share of their people who raised it, whatever counts the figures stand for;
 * `gap` is the least that the difference can be. null where none is clear.
 */
export function widestGap(
  places: readonly Place[],
  themes: readonly NamedTheme[],
): { title: string; more: Side; less: Side; gap: number } | null {
  const pairs = themes.flatMap(({ id, title }) => {
    const sides = places.flatMap(({ name, themes: own }): Side[] => {
      const figure = own[id];
      return figure && isShown(figure) ? [{ name, figure }] : [];
    });
    return sides.flatMap((more) => sides.map((less) => ({ title, more, less, gap: gapOf(more, less) })));
  });
  const [widest] = pairs.filter(({ gap }) => gap >= CLEAR).sort((a, b) => b.gap - a.gap);
  return widest ?? null;
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
