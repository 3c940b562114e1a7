import { describe, expect, test } from "vitest";
import { halfWidth, kappaHalfWidth, sizeFor } from "./sample-size";

describe("the width for percent agreement", () => {
  test("is Wilson's for an infinite population", () => {
    // Ten of ten: from 0.7225 to 1.
    expect(2 * halfWidth(10, { population: 1e12, agreement: 1 })).toBeCloseTo(1 - 0.7225, 4);
    // Fifty of a hundred: 0.4038 to 0.5962.
    expect(halfWidth(100, { population: 1e12, agreement: 0.5 })).toBeCloseTo(0.0962, 4);
  });

  test("narrows with the size, and is 0 when everything is read", () => {
    const widths = [10, 50, 100, 199, 200].map((size) =>
      halfWidth(size, { population: 200, agreement: 0.9 }),
    );
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    expect(widths.at(-1)).toBe(0);
  });

  test("the size for a width is the smallest that gives it", () => {
    for (const target of [0.02, 0.05, 0.1, 0.2])
      for (const population of [30, 400, 100_000]) {
        const expected = { population, agreement: 0.85 };
        const size = sizeFor(target, expected);
        expect(halfWidth(size, expected)).toBeLessThanOrEqual(target);
        if (size > 1) expect(halfWidth(size - 1, expected)).toBeGreaterThan(target);
      }
  });

  test("refuses sizes and shares that are out of range", () => {
    expect(() => halfWidth(0, { population: 10, agreement: 0.9 })).toThrow(RangeError);
    expect(() => halfWidth(11, { population: 10, agreement: 0.9 })).toThrow(RangeError);
    expect(() => halfWidth(5, { population: 10, agreement: 90 })).toThrow(RangeError);
  });
});

/**
 * The variance of kappa by Fleiss, Cohen & Everitt (1969) for a table of shares, times the number of units.
 */
function largeSampleVariance(table: readonly (readonly [number, number])[]): number {
  const share = (one: number, other: number) => table[one]?.[other] ?? 0;
  const down = [0, 1].map((one) => share(one, 0) + share(one, 1));
  const across = [0, 1].map((other) => share(0, other) + share(1, other));
  const observed = share(0, 0) + share(1, 1);
  const chance = [0, 1].reduce((sum, code) => sum + (down[code] ?? 0) * (across[code] ?? 0), 0);
  let sum = -((observed * chance - 2 * chance + observed) ** 2);
  for (const one of [0, 1])
    for (const other of [0, 1])
      sum +=
        one === other
          ? share(one, one) * (1 - chance - ((across[one] ?? 0) + (down[one] ?? 0)) * (1 - observed)) ** 2
          : (1 - observed) ** 2 * share(one, other) * ((across[one] ?? 0) + (down[other] ?? 0)) ** 2;
  return sum / (1 - chance) ** 4;
}

describe("the width for kappa", () => {
  test.each([
    [0.05, 0.5],
    [0.1, 0.7],
    [0.3, 0.2],
    [0.5, 0.9],
  ])("at a prevalence of %d and a kappa of %d is that of the large-sample variance", (prevalence, kappa) => {
    const spread = prevalence * (1 - prevalence);
    const disagreement = spread * (1 - kappa);
    const table: [number, number][] = [
      [prevalence ** 2 + kappa * spread, disagreement],
      [disagreement, (1 - prevalence) ** 2 + kappa * spread],
    ];
    const expected = 1.959964 * Math.sqrt(largeSampleVariance(table) / 120);
    expect(kappaHalfWidth(120, { kappa, prevalence })).toBeCloseTo(expected, 12);
  });

  test("is wider for a rarer theme", () => {
    const width = (prevalence: number) => kappaHalfWidth(100, { kappa: 0.7, prevalence });
    expect(width(0.05)).toBeGreaterThan(width(0.2));
    expect(() => width(0)).toThrow(RangeError);
  });
});
