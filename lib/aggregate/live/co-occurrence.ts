import type { ThemeFigures, ThemeTable } from "@/lib/aggregate/figures/figures";

/** How many people raised both themes, in whatever contributions, and how many contributions are under both. */
export type PairCounts = { first: string; second: string; people: number; contributions: number };

type ThemeName = Pick<ThemeFigures, "id" | "slug" | "title">;

export type Pair = {
  first: ThemeName;
  second: ThemeName;
  /** People who raised both. */
  both: number;
  /** People who raised at least one of the two. */
  either: number;
  /** Contributions under both. */
  contributions: number;
  /** From 0 (nobody raised both) to 6 (nearly everybody who raised either raised both). */
  tint: number;
};

const TINTS = 6;

/** Every pair of the table's themes of one axis; `pairs` has those that somebody raised both of, in either order. */
export function coOccurrence({ themes }: Pick<ThemeTable, "themes">, pairs: readonly PairCounts[]): Pair[] {
  const own = themes.filter(({ axis, people }) => axis === "theme" && people.value > 0);
  const counts = new Map(pairs.map((pair) => [keyOf(pair.first, pair.second), pair]));
  return own.flatMap((first, at) =>
    own.slice(at + 1).map((second) => {
      const { people = 0, contributions = 0 } = counts.get(keyOf(first.id, second.id)) ?? {};
      const either = first.people.value + second.people.value - people;
      const tint = either === 0 ? 0 : Math.ceil((people / either) * TINTS);
      return { first, second, both: people, either, contributions, tint };
    }),
  );
}

/** The pair of two themes, whichever comes first; undefined for a theme and itself. */
export function pairOf(pairs: readonly Pair[], one: string, other: string): Pair | undefined {
  return pairs.find(
    ({ first, second }) =>
      (first.id === one && second.id === other) || (first.id === other && second.id === one),
  );
}

/** Pairs that somebody raised both of: most people first, then by their share of those who raised either. */
export function raisedTogether(pairs: readonly Pair[]): Pair[] {
  return pairs
    .filter(({ both, contributions }) => both + contributions > 0)
    .sort((a, b) => b.both - a.both || b.both * a.either - a.both * b.either || byTitle(a, b));
}

/** The themes of the pairs, in their order. */
export function themesOf(pairs: readonly Pair[]): ThemeName[] {
  const themes = new Map(pairs.flatMap(({ first, second }) => [first, second]).map((one) => [one.id, one]));
  return [...themes.values()];
}

/** The pairs as a page shows them, each theme once: pairs name them by their places. */
export function pairsShown(pairs: readonly Pair[]) {
  const themes = themesOf(pairs);
  const placeOf = new Map(themes.map(({ id }, place) => [id, place]));
  return {
    themes: themes.map(({ slug, title }) => [slug, title] as const),
    pairs: pairs.map(
      ({ first, second, both, either, contributions }) =>
        [placeOf.get(first.id) ?? 0, placeOf.get(second.id) ?? 0, both, either, contributions] as const,
    ),
  };
}

function byTitle(a: Pair, b: Pair): number {
  return a.first.title.localeCompare(b.first.title, "en-GB");
}

function keyOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
