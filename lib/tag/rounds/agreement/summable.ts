import type { Statistic, UndefinedReason } from "./statistic";

/**
 * A statistic that is a function of sums over units: one row of numbers for each unit (all of the same
 * length, zeros for a unit without information), and what their sum gives. A resample of the units then only
 * adds rows again.
 */
export type Summable = { rows: readonly Float64Array[]; statistic: (sum: Float64Array) => Statistic };

/** Adds `times` times a row to a sum of the same length, in place. */
export function addRow(sum: Float64Array, row: Float64Array, times = 1): void {
  for (let at = 0; at < row.length; at++) sum[at] = (sum[at] ?? 0) + times * (row[at] ?? 0);
}

export function rowWidth(rows: readonly Float64Array[]): number {
  return rows[0]?.length ?? 0;
}

/** The statistic of all units, each once. */
export function ofAllUnits({ rows, statistic }: Summable): Statistic {
  const sum = new Float64Array(rowWidth(rows));
  for (const row of rows) addRow(sum, row);
  return statistic(sum);
}

export function neverDefined(reason: UndefinedReason): Summable {
  return { rows: [], statistic: () => ({ undefined: reason }) };
}
