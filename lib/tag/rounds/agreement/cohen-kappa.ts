import { codeKey, encode, unitWeights, type Code, type Judgements } from "./judgements";
import type { Statistic } from "./statistic";
import { neverDefined, ofAllUnits, type Summable } from "./summable";

/**
 * Cohen's kappa of two coders, (Po - Pe) / (1 - Pe), where Pe comes from each coder's own shares (Cohen 1960,
 * "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20). Units that
 * only one of them judged are left out. Weights multiply the units in the two coders' contingency table: a
 * weight of 3 is the unit three times, and multiplying all weights by one number changes nothing. Undefined
 * unless there are exactly two columns, and where both coders gave one and the same code throughout.
 */
export function cohenKappa(units: Judgements<Code>, weights?: readonly number[]): Statistic {
  return ofAllUnits(cohenSums(units, weights));
}

/** Rows: the contingency table, row by row, with the first coder's codes down and the second's across. */
export function cohenSums(units: Judgements<Code>, weights?: readonly number[]): Summable {
  if (units.some((unit) => unit.length !== 2)) return neverDefined("not two coders");
  const weight = unitWeights(units, weights);
  const { units: encoded, values } = encode(units, codeKey);
  const size = values.length;
  return {
    rows: encoded.map(([first = null, second = null], at) => {
      const row = new Float64Array(size * size);
      if (first !== null && second !== null) row[first * size + second] = weight[at] ?? 0;
      return row;
    }),
    statistic: (table) => kappaOfTable(table, size),
  };
}

function kappaOfTable(table: Float64Array, size: number): Statistic {
  const codes = Array.from({ length: size }, (_, code) => code);
  const cell = (first: number, second: number) => table[first * size + second] ?? 0;
  const down = codes.map((first) => codes.reduce((sum, second) => sum + cell(first, second), 0));
  const across = codes.map((second) => codes.reduce((sum, first) => sum + cell(first, second), 0));
  const total = down.reduce((sum, times) => sum + times, 0);
  if (total === 0) return { undefined: "no pairs" };
  const observed = codes.reduce((sum, code) => sum + cell(code, code), 0) / total;
  const expected = codes.reduce(
    (sum, code) => sum + ((down[code] ?? 0) / total) * ((across[code] ?? 0) / total),
    0,
  );
  return expected === 1 ? { undefined: "one code" } : { value: (observed - expected) / (1 - expected) };
}
