import { describe, expect, it } from "vitest";
import { rowsOf } from "./features";
import { responsibilitiesOf, withNaiveBayes } from "./semi-supervised";

/**
 * Three features: 0 is a word of theme 0 in the codebook, 1 occurs with it in the texts, 2 occurs with
 * neither.
 */
const CODEBOOK = { weights: Float32Array.of(1, 0, 0, 0, 0, 0), bias: new Float32Array(2) };
const text = (...ids: number[]) => ({
  ids: Int32Array.from(ids),
  values: new Float32Array(ids.length).fill(1),
});
const ROWS = rowsOf([...Array(60).fill(text(0, 1)), ...Array(60).fill(text(2))]);
const LOG_ODDS = Array.from({ length: 120 }, (_, row) => (row < 60 ? [1, -1] : [-1, 1]));
const SHARES = responsibilitiesOf(LOG_ODDS.map((row) => Float64Array.from(row)));

describe("a step of expectation maximisation", () => {
  it("distributes each text among the themes, and more of it to the more probable theme", () => {
    for (const [first = 0, second = 0] of SHARES) expect(first + second).toBeCloseTo(1, 10);
    expect(SHARES[0]?.[0]).toBeGreaterThan(0.8);
    const extreme = responsibilitiesOf([Float64Array.of(900, -900), Float64Array.of(-900, -900)]);
    expect(extreme.map((row) => [...row])).toEqual([
      [1, 0],
      [0.5, 0.5],
    ]);
  });

  it("gives weight to what occurs with a theme's own words, and less to what does not", () => {
    const { weights } = withNaiveBayes(CODEBOOK, ROWS, SHARES, 0);
    expect(weights[2]).toBeGreaterThan(0);
    expect(weights[3]).toBeLessThan(0);
    expect(weights[4]).toBeLessThan(0);
    expect(weights[0]).toBeGreaterThan(1);
  });

  it("ranks a theme that more texts seem to have before one that fewer have", () => {
    const shares = Array.from({ length: 120 }, () => Float64Array.of(0.8, 0.2));
    const { bias } = withNaiveBayes(CODEBOOK, ROWS, shares, 0);
    expect(bias[0]).toBeGreaterThan(bias[1] ?? 0);
  });

  it("counts for less the more is labelled", () => {
    const none = withNaiveBayes(CODEBOOK, ROWS, SHARES, 0).weights[2] ?? 0;
    expect(withNaiveBayes(CODEBOOK, ROWS, SHARES, 300).weights[2]).toBeCloseTo(none / 2, 6);
  });

  it("leaves the codebook as it is without texts, and accepts one without themes", () => {
    expect(withNaiveBayes(CODEBOOK, rowsOf([]), [], 0)).toEqual(CODEBOOK);
    const empty = { weights: new Float32Array(), bias: new Float32Array() };
    expect(withNaiveBayes(empty, ROWS, ROWS_OF_NONE, 0)).toEqual(empty);
  });
});

const ROWS_OF_NONE = responsibilitiesOf(LOG_ODDS.map(() => new Float64Array()));
