/** One row for each unit, one column for each coder; null where that coder did not judge that unit. */
export type Judgements<T> = readonly (readonly (T | null)[])[];

/** Codes that `===` can compare. */
export type Code = string | number | boolean;

export function codeKey(code: Code): string {
  return `${typeof code} ${String(code)}`;
}

/** The distinct codes in the order of their first appearance, and the judgements as their indexes. */
export type Encoded<T> = { values: readonly T[]; units: Judgements<number> };

/** Replaces codes by indexes from 0; two codes are the same where `key` gives the same. */
export function encode<T>(units: Judgements<T>, key: (code: T) => string): Encoded<T> {
  const numbers = new Map<string, number>();
  const values: T[] = [];
  const numberOf = (code: T) => {
    const name = key(code);
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, values.length);
    return values.push(code) - 1;
  };
  return { units: units.map((unit) => unit.map((code) => (code === null ? null : numberOf(code)))), values };
}

/** The judgements of a unit, without the missing ones. */
export function judged<T>(unit: readonly (T | null)[]): T[] {
  return unit.filter((code) => code !== null);
}

/** One positive number for each unit; all 1 where none are given. Anything else throws a RangeError. */
export function unitWeights(
  units: Judgements<unknown>,
  weights: readonly number[] | undefined,
): readonly number[] {
  if (weights === undefined) return units.map(() => 1);
  if (weights.length !== units.length) throw new RangeError("There must be one weight for every unit.");
  if (!weights.every((weight) => weight > 0 && Number.isFinite(weight)))
    throw new RangeError("A weight must be a number above 0.");
  return weights;
}

/** How often each of `count` codes was given to a unit. */
export function countsOf(codes: readonly number[], count: number): number[] {
  const counts = new Array<number>(count).fill(0);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** The share of pairs of coders who agree on a unit that at least two of them judged (Fleiss 1971, P_i). */
export function pairsAgreeing(codes: readonly number[], count: number): number {
  const agreeing = countsOf(codes, count).reduce((sum, times) => sum + times * (times - 1), 0);
  return agreeing / (codes.length * (codes.length - 1));
}
