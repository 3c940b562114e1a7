import { isSmall } from "@/lib/aggregate/figures/small-number";
import { deducible, type Relation } from "./deduction";

export type Grid = {
  /** Each figure's value, by its name. */
  values: ReadonlyMap<string, number>;
  relations: readonly Relation[];
  /**
   * Figures that are never shown where the figure that they depend on is hidden, such as a hidden total's
   * parts.
   */
  dependants: ReadonlyMap<string, readonly string[]>;
};

/**
 * Which figures to hide so that no shown figure reveals one of `small` (complementary suppression). It hides
 * `small` and then more, the smallest first, until three things hold. In every relation whose total is shown,
 * the hidden parts are none, or at least two that stand for at least `threshold` people together and are not
 * all known to be 1. A hidden total never has parts that are all shown. No hidden figure can be deduced. A
 * figure of 0 is never hidden. Each step hides more, so this ends, at worst with only zeros shown.
 */
export function protect(grid: Grid, small: Iterable<string>, threshold: number): Set<string> {
  const hidden = new Set<string>();
  const hide = (cell: string) => {
    if (hidden.has(cell) || valueOf(grid, cell) === 0) return;
    hidden.add(cell);
    for (const dependant of grid.dependants.get(cell) ?? []) hide(dependant);
  };
  for (const cell of small) hide(cell);
  for (let next = weakest(grid, hidden, threshold); next; next = weakest(grid, hidden, threshold)) hide(next);
  return hidden;
}

/** One more figure to hide, or nothing when the conditions hold. */
function weakest(grid: Grid, hidden: ReadonlySet<string>, threshold: number): string | undefined {
  for (const relation of grid.relations) {
    if (safe(grid, hidden, relation, threshold)) continue;
    const next = smallest(grid, relation.parts, hidden) ?? smallest(grid, [relation.total], hidden);
    // Where somebody attended twice a relation may not add up, and may have nothing left to hide.
    if (next !== undefined) return next;
  }
  const [given] = deducible(grid.values, hidden, grid.relations);
  if (given === undefined) return undefined;
  const touching = grid.relations.filter(({ total, parts }) => total === given || parts.includes(given));
  return (
    smallest(
      grid,
      touching.flatMap(({ parts }) => parts),
      hidden,
    ) ??
    smallest(
      grid,
      touching.map(({ total }) => total),
      hidden,
    ) ??
    smallest(grid, [...grid.values.keys()], hidden)
  );
}

function safe(
  grid: Grid,
  hidden: ReadonlySet<string>,
  { total, parts }: Relation,
  threshold: number,
): boolean {
  const away = parts.filter((part) => hidden.has(part));
  if (hidden.has(total)) return away.length > 0;
  const sum = away.reduce((all, part) => all + valueOf(grid, part), 0);
  return away.length === 0 || (away.length >= 2 && !isSmall(sum, threshold) && sum > away.length);
}

function smallest(grid: Grid, cells: readonly string[], hidden: ReadonlySet<string>): string | undefined {
  return cells
    .filter((cell) => !hidden.has(cell) && valueOf(grid, cell) > 0)
    .sort((a, b) => valueOf(grid, a) - valueOf(grid, b))[0];
}

function valueOf({ values }: Grid, cell: string): number {
  const value = values.get(cell);
  if (value === undefined) throw new Error(`There is no figure called ${cell}.`);
  return value;
}
