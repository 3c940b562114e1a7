import {
  codeKey,
  countsOf,
  encode,
  judged,
  pairsAgreeing,
  unitWeights,
  type Code,
  type Judgements,
} from "./judgements";
import type { Statistic } from "./statistic";
import { neverDefined, ofAllUnits, type Summable } from "./summable";

/**
 * Fleiss' kappa (Fleiss 1971, "Measuring nominal scale agreement among many raters", Psychological Bulletin
 * 76): the mean share of pairs of coders who agree, compared with the share expected by chance from the
 * shares of all codes together. Coders are interchangeable, but each unit must have the same number of
 * judgements; units that nobody judged are left out. Weights apply to both the mean and the shares, so that a
 * weight of 3 is the unit three times. Undefined where units have different numbers of judgements, and where
 * all judgements are the same.
 */
export function fleissKappa(units: Judgements<Code>, weights?: readonly number[]): Statistic {
  return ofAllUnits(fleissSums(units, weights));
}

/** Rows: [weight, weight × share of pairs agreeing, ...weight × number of times each code was given]. */
export function fleissSums(units: Judgements<Code>, weights?: readonly number[]): Summable {
  const { units: encoded, values } = encode(units, codeKey);
  const weight = unitWeights(units, weights);
  const readings = new Set(encoded.map((unit) => judged(unit).length).filter((count) => count > 0));
  if (readings.size > 1) return neverDefined("unequal readings");
  if (readings.size === 0 || readings.has(1)) return neverDefined("no pairs");
  return {
    rows: encoded.map((unit, at) => {
      const codes = judged(unit);
      const w = codes.length === 0 ? 0 : (weight[at] ?? 0);
      const agreeing = w === 0 ? 0 : w * pairsAgreeing(codes, values.length);
      return Float64Array.of(w, agreeing, ...countsOf(codes, values.length).map((times) => w * times));
    }),
    statistic: kappaOfSums,
  };
}

function kappaOfSums([weight = 0, agreeing = 0, ...counts]: Float64Array): Statistic {
  if (weight === 0) return { undefined: "no pairs" };
  const total = counts.reduce((sum, times) => sum + times, 0);
  const expected = counts.reduce((sum, times) => sum + (times / total) ** 2, 0);
  if (expected === 1) return { undefined: "one code" };
  return { value: (agreeing / weight - expected) / (1 - expected) };
}
