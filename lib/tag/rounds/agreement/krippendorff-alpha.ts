import { encode, judged, unitWeights, type Judgements } from "./judgements";
import type { Metric } from "./metric";
import type { Statistic } from "./statistic";
import { ofAllUnits, type Summable } from "./summable";

/**
 * Krippendorff's alpha, 1 - observed / expected disagreement, for any number of coders and missing judgements
 * (Krippendorff 2004, Content analysis, 2nd ed., chapter 11; 2011, "Computing Krippendorff's
 * alpha-reliability"). A unit with m >= 2 judgements adds each of its ordered pairs of codes, 1 / (m - 1)
 * each, to the coincidence matrix o; units with fewer add nothing. With n_c the row sums of o, n their sum
 * and d the metric's distances,
 *
 * alpha = 1 - (n - 1) sum(o_ck d_ck) / sum(n_c n_k d_ck).
 *
 * Weights multiply what a unit adds to o, and so n_c. They describe the population, not how much was read, so
 * they are scaled to leave n at the number of codes really given, and the correction n - 1 stays that of the
 * sample. Equal weights therefore give the published figure. Integer weights give the same as repeating each
 * unit that often, apart from that correction: 1 - alpha is (n - 1) / n times the same ratio in both, with n
 * the number of codes given here and after repetition there.
 *
 * Undefined where no unit has two judgements, and where all pairable codes are the same, so that no
 * disagreement is expected.
 */
export function krippendorffAlpha<T>(
  units: Judgements<T>,
  metric: Metric<T>,
  weights?: readonly number[],
): Statistic {
  return ofAllUnits(alphaSums(units, metric, weights));
}

/**
 * Rows: [codes given, weight × disagreement within the unit, ...weight × number of times each code was
 * given]. Distances that depend on how often codes were given (ordinal) are those of all units, also in a
 * resample.
 */
export function alphaSums<T>(units: Judgements<T>, metric: Metric<T>, weights?: readonly number[]): Summable {
  const weight = unitWeights(units, weights);
  const { units: encoded, values } = encode(units, metric.key);
  const pairable = encoded.map((unit) => {
    const codes = judged(unit);
    return codes.length < 2 ? [] : codes;
  });
  const totals = new Array<number>(values.length).fill(0);
  pairable.forEach((codes, at) => {
    for (const code of codes) totals[code] = (totals[code] ?? 0) + (weight[at] ?? 0);
  });
  const distances = metric.distances(values, totals);
  return {
    rows: pairable.map((codes, at) => {
      const w = weight[at] ?? 0;
      const row = new Float64Array(2 + values.length);
      row[0] = codes.length;
      row[1] = w * disagreement(codes, distances, values.length);
      for (const code of codes) row[2 + code] = (row[2 + code] ?? 0) + w;
      return row;
    }),
    statistic: (sum) => alphaOfSums(sum, distances),
  };
}

/** The sum of the distances of all ordered pairs of a unit's codes, divided by m - 1. */
function disagreement(codes: readonly number[], distances: Float64Array, size: number): number {
  if (codes.length < 2) return 0;
  let sum = 0;
  for (const one of codes) for (const other of codes) sum += distances[one * size + other] ?? 0;
  return sum / (codes.length - 1);
}

function alphaOfSums(sum: Float64Array, distances: Float64Array): Statistic {
  const [codes = 0, observed = 0] = sum;
  const totals = sum.subarray(2);
  if (codes === 0) return { undefined: "no pairs" };
  const expected = expectedDisagreement(totals, distances);
  if (expected === 0) return { undefined: "one code" };
  const weight = totals.reduce((total, times) => total + times, 0);
  // With the weights scaled by codes / weight, n - 1 over the two sums simplifies to this.
  return { value: 1 - ((weight - weight / codes) * observed) / expected };
}

function expectedDisagreement(totals: Float64Array, distances: Float64Array): number {
  const size = totals.length;
  let half = 0;
  for (let one = 0; one < size; one++) {
    const times = totals[one] ?? 0;
    if (times === 0) continue;
    let row = 0;
    for (let other = 0; other < one; other++)
      row += (totals[other] ?? 0) * (distances[one * size + other] ?? 0);
    half += times * row;
  }
  return 2 * half;
}
