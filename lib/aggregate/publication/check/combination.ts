import type { Combination } from "./theme-history";

/** By theme, and by NPQ. */
export type Combinations = Readonly<Record<string, readonly Combination[]>>;

/** The same for the same combination, in whichever order its roundtables stand. */
export function nameOf(combination: Combination): string {
  return JSON.stringify(Object.entries(combination).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Each once, in an order of their own, so that neither how many people there are nor who came first can be read from it. */
export function distinctCombinations(all: readonly Combination[]): Combination[] {
  const named = new Map(all.map((one) => [nameOf(one), one]));
  return [...named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

export function hasLike(combinations: readonly Combination[], one: Combination): boolean {
  const name = nameOf(one);
  return combinations.some((other) => nameOf(other) === name);
}
