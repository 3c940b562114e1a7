import {
  codeKey,
  encode,
  judged,
  pairsAgreeing,
  unitWeights,
  type Code,
  type Judgements,
} from "./judgements";
import type { Statistic } from "./statistic";
import { ofAllUnits, type Summable } from "./summable";

/**
 * Percent agreement as a share from 0 to 1: for each unit with at least two judgements the share of pairs of
 * coders who agree, as a weighted mean over those units. With two coders it is the share of units on which
 * they agree; with more it is the observed agreement of Fleiss (1971), in the form that Gwet (2014, Handbook
 * of inter-rater reliability, chapter 2) gives for missing judgements.
 */
export function percentAgreement(units: Judgements<Code>, weights?: readonly number[]): Statistic {
  return ofAllUnits(percentSums(units, weights));
}

/** Rows: [weight, weight × share of pairs agreeing]. */
export function percentSums(units: Judgements<Code>, weights?: readonly number[]): Summable {
  const weight = unitWeights(units, weights);
  const { units: encoded, values } = encode(units, codeKey);
  return {
    rows: encoded.map((unit, at) => {
      const codes = judged(unit);
      const w = codes.length < 2 ? 0 : (weight[at] ?? 0);
      return Float64Array.of(w, w === 0 ? 0 : w * pairsAgreeing(codes, values.length));
    }),
    statistic: ([total = 0, agreeing = 0]) =>
      total === 0 ? { undefined: "no pairs" } : { value: agreeing / total },
  };
}
