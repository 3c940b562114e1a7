import { describe, expect, it } from "vitest";
import { thresholdsOf, type Scored } from "./thresholds";

function contribution(probabilities: number[], present: number[], known = [1, 1]): Scored {
  return {
    probabilities: Float64Array.from(probabilities),
    present: Uint8Array.from(present),
    known: Uint8Array.from(known),
  };
}

function times(count: number, one: Scored): Scored[] {
  return Array.from({ length: count }, () => one);
}

describe("thresholds", () => {
  it("of a theme with many contributions is where its own F1 is best", () => {
    const { thresholds } = thresholdsOf(
      [...times(60, contribution([0.5, 0.01], [1, 0])), ...times(60, contribution([0.41, 0.01], [0, 0]))],
      2,
    );
    expect(thresholds[0]).toBeGreaterThan(0.41);
    expect(thresholds[0]).toBeLessThanOrEqual(0.5);
  });

  it("of a theme with one contribution is not what that contribution alone would give", () => {
    const common = [
      ...times(60, contribution([0.8, 0.01], [1, 0])),
      ...times(60, contribution([0.5, 0.01], [0, 0])),
    ];
    const { thresholds } = thresholdsOf([...common, contribution([0.01, 0.15], [0, 1])], 2);
    expect(thresholds[1]).toBeGreaterThan(0.5);
  });

  it("suggest the most probable theme below its threshold only where that was right more often than not", () => {
    const clear = times(30, contribution([0.9, 0.01], [1, 0]));
    const right = thresholdsOf([...clear, ...times(30, contribution([0.01, 0.3], [0, 1], [1, 1]))], 2);
    expect(right.likeliestFrom).toBeLessThanOrEqual(0.3);
    const wrong = thresholdsOf([...clear, ...times(30, contribution([0.01, 0.09], [0, 0]))], 2);
    expect(wrong.likeliestFrom).toBeGreaterThan(0.09);
  });

  it("of a theme that no contribution has is lower where its probabilities are low on unlabelled contributions", () => {
    const labels = [
      ...times(60, contribution([0.9, 0.01], [1, 0])),
      ...times(4, contribution([0.7, 0.01], [0, 0])),
    ];
    const unlabelled = Array.from({ length: 50 }, () => Float64Array.from([0.01, 0.6]));
    const [, without] = thresholdsOf(labels, 2).thresholds;
    const [, within] = thresholdsOf(labels, 2, unlabelled).thresholds;
    expect(within).toBeLessThan(without ?? 0);
    expect(within).toBeLessThanOrEqual(0.6);
  });

  it("leave out what nobody labelled", () => {
    const labels = times(30, contribution([0.6, 0.9], [1, 0], [1, 0]));
    expect(thresholdsOf(labels, 2).thresholds[0]).toBeLessThanOrEqual(0.6);
    expect(thresholdsOf([], 2).thresholds).toHaveLength(2);
  });
});
