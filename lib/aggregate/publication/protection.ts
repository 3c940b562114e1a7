import { isSmall } from "@/lib/aggregate/figures/small-number";
import { deducible, type Relation } from "./deduction";

export type Grid = {
  /** What each figure is, under a name of its own. */
  values: ReadonlyMap<string, number>;
  relations: readonly Relation[];
  /** Figures that are never shown where the one they hang on is hidden: a hidden total's parts. */
  dependants: ReadonlyMap<string, readonly string[]>;
};

/**
 * Which figures to hide so that no other gives back one of `small`: those themselves, and more, the smallest
 * first, until in every relation whose total is shown the hidden parts are none, or at least two that stand
 * for `threshold` people together and are not all known to be 1; until a hidden total never faces parts that
 * are all shown; and until no hidden figure can be deduced. A figure of 0 is never hidden. What is hidden
 * grows with each step, so this ends, at worst with nothing but zeros shown.
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

/** One more figure to hide, or nothing when all is well. */
function weakest(grid: Grid, hidden: ReadonlySet<string>, threshold: number): string | undefined {
  for (const relation of grid.relations) {
    if (safe(grid, hidden, relation, threshold)) continue;
    const next = smallest(grid, relation.parts, hidden) ?? smallest(grid, [relation.total], hidden);
    // Where somebody came twice a relation may not add up, and there may be nothing left of it to hide.
    if (next !== undefined) return next;
  }
  const [given] = deducible(grid.values, hidden, grid.relations);
  if (given === undefined) return undefined;
  const near = grid.relations.filter(({ total, parts }) => total === given || parts.includes(given));
  return (
    smallest(
      grid,
      near.flatMap(({ parts }) => parts),
      hidden,
    ) ??
    smallest(
      grid,
      near.map(({ total }) => total),
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
