import type { Resamples } from "./resample";
import { valueOf, type Statistic, type Undefined } from "./statistic";
import { addRow, ofAllUnits, rowWidth, type Summable } from "./summable";

export type Interval = ({ lower: number; upper: number } | Undefined) & {
  /** In how many resamples the statistic was undefined. */
  undefinedResamples: number;
};

/** A statistic with its interval from resampling the speakers. */
export type Estimate = { statistic: Statistic; interval: Interval };

/** The middle 95% of the resamples. */
const TAIL = 0.025;
/** With a larger share of undefined resamples, the rest would be a biased selection. */
const MAX_UNDEFINED = 0.1;

export function estimate(summable: Summable, resamples: Resamples): Estimate {
  const statistic = ofAllUnits(summable);
  const values = resampled(summable, resamples);
  return { statistic, interval: intervalOf(statistic, values, resamples) };
}

/** The statistic in each resample; null where it is undefined there. */
export function resampled(
  { rows, statistic }: Summable,
  { clusterOf, clusters, draws }: Resamples,
): (number | null)[] {
  const width = rowWidth(rows);
  const sums = Array.from({ length: clusters }, () => new Float64Array(width));
  rows.forEach((row, unit) => {
    const sum = sums[clusterOf[unit] ?? -1];
    if (!sum) throw new RangeError("The resamples were drawn for other units.");
    addRow(sum, row);
  });
  const filled = filledOf(sums);
  return draws.map((times) => valueOf(statistic(sumOf(filled, times, width))));
}

/**
 * Sparse rows: only the numbers that are not 0, row after row, with their columns. For sets of themes a row
 * is mostly zeros.
 */
type Filled = { ends: Uint32Array; columns: Uint32Array; numbers: Float64Array };

function filledOf(rows: readonly Float64Array[]): Filled {
  const columns: number[] = [];
  const numbers: number[] = [];
  const ends = rows.map((row) => {
    for (let column = 0; column < row.length; column++) {
      const number = row[column] ?? 0;
      if (number === 0) continue;
      columns.push(column);
      numbers.push(number);
    }
    return columns.length;
  });
  return {
    ends: Uint32Array.from(ends),
    columns: Uint32Array.from(columns),
    numbers: Float64Array.from(numbers),
  };
}

/** The sum of the rows, each as often as it was drawn. */
function sumOf({ ends, columns, numbers }: Filled, times: Uint32Array, width: number): Float64Array {
  const sum = new Float64Array(width);
  let at = 0;
  for (let row = 0; row < ends.length; row++) {
    const end = ends[row] ?? 0;
    const drawn = times[row] ?? 0;
    if (drawn === 0) at = end;
    for (; at < end; at++) {
      const column = columns[at] ?? 0;
      sum[column] = (sum[column] ?? 0) + drawn * (numbers[at] ?? 0);
    }
  }
  return sum;
}

/**
 * The percentile interval of the resamples (Efron & Tibshirani 1993, An introduction to the bootstrap,
 * chapter 13), with linear interpolation between order statistics. Undefined where the statistic is, where
 * there is one speaker, where more than a tenth of the resamples are undefined, and where all gave the same
 * figure: a width of 0 would claim a false certainty.
 */
export function intervalOf(
  statistic: Statistic,
  values: readonly (number | null)[],
  { clusters }: Resamples,
): Interval {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const undefinedResamples = values.length - sorted.length;
  const none = (reason: Undefined["undefined"]) => ({ undefined: reason, undefinedResamples });
  if ("undefined" in statistic) return none(statistic.undefined);
  if (clusters < 2) return none("one speaker");
  if (undefinedResamples > MAX_UNDEFINED * values.length) return none("often undefined");
  const lower = quantile(sorted, TAIL);
  const upper = quantile(sorted, 1 - TAIL);
  return sorted[0] === sorted.at(-1) ? none("no variation") : { lower, upper, undefinedResamples };
}

function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  return below + (above - below) * (place - Math.floor(place));
}
