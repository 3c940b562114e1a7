/** Why a figure is undefined, in words that follow "because". */
export const UNDEFINED_WORDS = {
  "no pairs": "no contribution was read by two coders",
  "one code": "every reading said the same, so there is no agreement by chance to compare with",
  "not two coders": "Cohen’s kappa compares exactly two coders",
  "unequal readings": "Fleiss’ kappa needs every contribution to be read by equally many coders",
  "no theme": "no theme has a figure",
  "one speaker": "the contributions come from a single speaker, so there are no others to draw",
  "no variation": "every resample gave the same figure, so they do not show how far it may vary",
  "often undefined": "too many resamples gave no figure",
} as const;
export type UndefinedReason = keyof typeof UNDEFINED_WORDS;

export type Undefined = { undefined: UndefinedReason };

/** A figure, or the reason why there is none; never NaN. */
export type Statistic = { value: number } | Undefined;

export function valueOf(statistic: Statistic): number | null {
  return "value" in statistic ? statistic.value : null;
}
