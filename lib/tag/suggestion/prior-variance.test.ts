import { describe, expect, it } from "vitest";
import { rowsOf } from "./features";
import { priorVarianceOf } from "./prior-variance";

/** Contributions by their features, and for two themes next to each other the label: 1, 0, or none. */
type Said = { has: number[]; labels: [number | undefined, number | undefined] };

function priorVariance(
  contributions: Said[],
  features: number,
  codebook = new Float32Array(features * 2),
): Float32Array {
  const rows = rowsOf(
    contributions.map(({ has }) => ({
      ids: Int32Array.from(has),
      values: Float32Array.from(has, () => 0.5),
    })),
  );
  const labels = contributions.flatMap((contribution) => contribution.labels);
  return priorVarianceOf({
    rows,
    chosen: Int32Array.from(contributions, (_, row) => row),
    features,
    themes: 2,
    targets: Uint8Array.from(labels, (one) => one ?? 0),
    costs: Float32Array.from(labels, (one) => (one === undefined ? 0 : 4)),
    codebook: { weights: codebook, bias: new Float32Array(2) },
  });
}

function times(count: number, one: Said): Said[] {
  return Array.from({ length: count }, () => one);
}

describe("priorVariance", () => {
  it("is 0 for a feature as common with the theme as without", () => {
    const contributions = [
      ...times(10, { has: [0], labels: [1, 0] }),
      ...times(10, { has: [0], labels: [0, 1] }),
    ];
    expect(priorVariance(contributions, 1)[0]).toBeCloseTo(0, 6);
  });

  it("is larger the more a feature says for or against the theme, and smaller with few contributions", () => {
    const contributions = [
      ...times(10, { has: [0], labels: [1, 0] }),
      ...times(9, { has: [1], labels: [0, 1] }),
      { has: [1, 2], labels: [0, 1] } satisfies Said,
    ];
    const [forFirst = 0, , against = 0, , rare = 0] = priorVariance(contributions, 3);
    expect(forFirst).toBeCloseTo(against, 1);
    expect(forFirst).toBeGreaterThan(1);
    expect(rare).toBeLessThan(forFirst);
  });

  it("ignores a contribution for a theme that nobody labelled in it", () => {
    const whole = [...times(5, { has: [0], labels: [1, 0] }), ...times(5, { has: [], labels: [0, 0] })];
    const partly = [...whole, ...times(5, { has: [0], labels: [undefined, 0] })];
    expect(priorVariance(partly, 1)[0]).toBeCloseTo(priorVariance(whole, 1)[0] ?? Number.NaN, 6);
  });

  it("is larger for words in the theme's entry, and no smaller for what it excludes", () => {
    const contributions = [
      ...times(5, { has: [0], labels: [1, 0] }),
      ...times(5, { has: [1], labels: [0, 1] }),
    ];
    const without = priorVariance(contributions, 2);
    const within = priorVariance(contributions, 2, Float32Array.from([0.5, -0.5, 0, 0]));
    expect((within[0] ?? 0) - (without[0] ?? 0)).toBeCloseTo(0.5, 6);
    expect(within[1]).toBe(without[1]);
  });
});
