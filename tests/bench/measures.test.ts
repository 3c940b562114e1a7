import { describe, expect, it } from "vitest";
import { calibrationError, macroF1, microF1, rankingPrecision, reliability } from "./measures";

const LABELLED = [
  { truth: [true, false, false], said: [true, true, false] },
  { truth: [true, false, true], said: [true, false, false] },
  { truth: [false, false, true], said: [false, false, false] },
];

describe("measures of suggestions, calculated by hand", () => {
  it("micro-F1 counts all pairs together: 2 right, 1 wrong, 2 missed", () => {
    expect(microF1(LABELLED)).toBeCloseTo(4 / 7, 12);
    expect(microF1([])).toBe(0);
  });

  it("macro-F1 is the mean of the themes' own: 1, 0 and 0", () => {
    expect(macroF1(LABELLED)).toBeCloseTo(1 / 3, 12);
  });

  it("ranking precision is that of scikit-learn's documented example", () => {
    const contributions = [
      { truth: [true, false, false], scores: [0.75, 0.5, 1] },
      { truth: [false, false, true], scores: [1, 0.2, 0.1] },
    ];
    expect(rankingPrecision(contributions)).toBeCloseTo((1 / 2 + 1 / 3) / 2, 12);
  });

  it("ranking precision counts ties as errors, and contributions with no or all themes as 1", () => {
    expect(rankingPrecision([{ truth: [true, false], scores: [0.5, 0.5] }])).toBe(0.5);
    expect(rankingPrecision([{ truth: [true, true, false], scores: [3, 1, 2] }])).toBeCloseTo(
      (1 + 2 / 3) / 2,
      12,
    );
    expect(rankingPrecision([{ truth: [false, false], scores: [1, 2] }])).toBe(1);
    expect(rankingPrecision([{ truth: [true, true], scores: [1, 2] }])).toBe(1);
  });

  it("calibration error weights how far each bin is off by its size", () => {
    const pairs = [
      { said: 0.25, true: false },
      { said: 0.25, true: true },
      { said: 1, true: true },
      { said: 0.9, true: false },
    ];
    const bins = reliability(pairs);
    expect(bins.map(({ count }) => count)).toEqual([0, 0, 2, 0, 0, 0, 0, 0, 0, 2]);
    expect(bins[9]?.meanSaid).toBeCloseTo(0.95, 12);
    expect(calibrationError(bins)).toBeCloseTo((0.25 * 2 + 0.45 * 2) / 4, 12);
    expect(calibrationError([])).toBe(0);
  });
});
