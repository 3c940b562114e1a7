import { presence, readingsOf, weightsOf, type CodedRound } from "./coded-round";
import { estimate, intervalOf, resampled, type Estimate } from "./interval";
import { alphaSums } from "./krippendorff-alpha";
import { masi, nominal } from "./metric";
import type { Resamples } from "./resample";
import { valueOf, type Statistic } from "./statistic";
import { ofAllUnits } from "./summable";

/** The names of the two overall figures, which are not the same thing. */
export const OVERALL_NAMES = {
  masi: "Krippendorff’s alpha with the MASI distance over sets of themes",
  mean: "the mean over themes of Krippendorff’s alpha",
} as const;
export type OverallKind = keyof typeof OVERALL_NAMES;

export type OverallAgreement = {
  masi: Estimate;
  /** The mean over the themes whose alpha is defined: `themes` of `of`. */
  mean: Estimate & { themes: number; of: number };
};

/**
 * How well the coders agree on whole contributions: alpha over the sets of themes that each of them set, and
 * the mean alpha over themes. In a resample the mean is over the themes whose alpha is defined there.
 */
export function overallAgreement(round: CodedRound, resamples: Resamples): OverallAgreement {
  const readings = readingsOf(round);
  const weights = weightsOf(round);
  const alphas: (number | null)[] = [];
  const drawn: (number | null)[][] = [];
  for (const theme of round.themes) {
    const sums = alphaSums(presence(readings, theme), nominal, weights);
    alphas.push(valueOf(ofAllUnits(sums)));
    drawn.push(resampled(sums, resamples));
  }
  const mean = meanOf(alphas);
  const statistic: Statistic = mean === null ? { undefined: "no theme" } : { value: mean };
  const means = resamples.draws.map((_, at) => meanOf(drawn.map((values) => values[at] ?? null)));
  return {
    masi: estimate(alphaSums(readings, masi, weights), resamples),
    mean: {
      statistic,
      interval: intervalOf(statistic, means, resamples),
      themes: alphas.filter((alpha) => alpha !== null).length,
      of: alphas.length,
    },
  };
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
