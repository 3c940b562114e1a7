import { codeKey, type Code } from "./judgements";

/** The distance between two codes, for Krippendorff's alpha. */
export type Metric<T> = {
  /** Two codes with the same key are the same code. */
  key: (code: T) => string;
  /**
   * The distance of each pair of codes, row by row, 0 on the diagonal; `totals` is how often each was given.
   */
  distances: (values: readonly T[], totals: readonly number[]) => Float64Array;
};

/** Nominal: codes are either the same or not. */
export const nominal: Metric<Code> = {
  key: codeKey,
  distances: (values) => pairwise(values, () => 1),
};

/**
 * Ordinal: the squared number of ranks between two codes, where each code occupies as many ranks as it was
 * given (Krippendorff 2011, "Computing Krippendorff's alpha-reliability", ordinal metric). The sum from code
 * c to code k less half of both ends is the distance between the midpoints of their ranks.
 */
export const ordinal: Metric<number> = {
  key: codeKey,
  distances: (values, totals) => {
    const below = (value: number) =>
      totals.reduce((sum, times, at) => sum + ((values[at] ?? 0) < value ? times : 0), 0);
    const middles = values.map((value, at) => below(value) + (totals[at] ?? 0) / 2);
    return pairwise(middles, (one, other) => (one - other) ** 2);
  },
};

/**
 * Sets of codes by the MASI distance, 1 - J × M (Passonneau 2006, "Measuring agreement on set-valued items
 * (MASI)", LREC). J is the Jaccard index; M is 1 for equal sets, 2/3 where one contains the other, 1/3 where
 * they overlap, 0 where they are disjoint. Two empty sets are equal; an empty set and another are disjoint.
 * As in Passonneau, alpha uses the distance itself, not its square.
 */
export const masi: Metric<ReadonlySet<string>> = {
  key: (set) => JSON.stringify([...set].sort()),
  distances: (values) => pairwise(values, masiDistance),
};

export function masiDistance(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const code of one) if (other.has(code)) shared++;
  const union = one.size + other.size - shared;
  if (shared === union) return 0;
  const monotonicity = shared === 0 ? 0 : shared === Math.min(one.size, other.size) ? 2 / 3 : 1 / 3;
  return 1 - (shared / union) * monotonicity;
}

function pairwise<T>(values: readonly T[], distance: (one: T, other: T) => number): Float64Array {
  const distances = new Float64Array(values.length ** 2);
  values.forEach((one, row) => {
    values.slice(0, row).forEach((other, column) => {
      const between = distance(one, other);
      distances[row * values.length + column] = between;
      distances[column * values.length + row] = between;
    });
  });
  return distances;
}
