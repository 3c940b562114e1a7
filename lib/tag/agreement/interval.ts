import type { Resamples } from "./resample";
import { valueOf, type Statistic, type Undefined } from "./statistic";
import { addRow, ofAllUnits, rowWidth, type Summable } from "./summable";

export type Interval = ({ lower: number; upper: number } | Undefined) & {
  /** In how many resamples the statistic could not be worked out. */
  undefinedResamples: number;
};

/** A statistic with the interval that resampling the speakers gives it. */
export type Estimate = { statistic: Statistic; interval: Interval };

/** The middle 95 in 100 of the resamples. */
const TAIL = 0.025;
/** With more of the resamples undefined, the rest are too choice a few to speak for all. */
const MOST_UNDEFINED = 0.1;

export function estimate(summable: Summable, resamples: Resamples): Estimate {
  const statistic = ofAllUnits(summable);
  return { statistic, interval: intervalOf(statistic, resampled(summable, resamples), resamples) };
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
  return draws.map((times) => {
    const sum = new Float64Array(width);
    sums.forEach((row, cluster) => {
      const drawn = times[cluster] ?? 0;
      if (drawn > 0) addRow(sum, row, drawn);
    });
    return valueOf(statistic(sum));
  });
}

/**
 * The percentile interval of what the resamples gave (Efron & Tibshirani 1993, An introduction to the bootstrap,
 * chapter 13), between order statistics in a straight line. Undefined where the statistic is, where there is one
 * speaker, where more than a tenth of the resamples are undefined, and where all gave the same figure: a width of
 * nothing would claim a certainty that nobody has.
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
  if (undefinedResamples > MOST_UNDEFINED * values.length) return none("often undefined");
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
