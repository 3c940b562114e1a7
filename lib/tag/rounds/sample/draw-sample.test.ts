import { describe, expect, test } from "vitest";
import { allocate } from "./allocation";
import { drawSample } from "./draw-sample";

const strata = (sizes: Record<string, number>) => new Map(Object.entries(sizes));
const allocated = (sizes: Record<string, number>, size: number) =>
  Object.fromEntries(allocate(strata(sizes), size));

describe("allocation", () => {
  test.each([
    ["in proportion", { a: 50, b: 30, c: 20 }, 10, { a: 5, b: 3, c: 2 }],
    ["the rest by largest remainder", { a: 47, b: 16, c: 37 }, 10, { a: 5, b: 1, c: 4 }],
    ["at least one from each", { a: 97, b: 2, c: 1 }, 10, { a: 8, b: 1, c: 1 }],
    ["fewer than strata", { a: 60, b: 30, c: 10 }, 2, { a: 1, b: 1, c: 0 }],
    ["equal remainders to the first by name", { b: 1, a: 1, c: 1 }, 1, { a: 1, b: 0, c: 0 }],
    ["more than there are", { a: 3, b: 1 }, 9, { a: 3, b: 1 }],
    ["an empty stratum is none", { a: 3, b: 0 }, 2, { a: 2 }],
    ["nothing", { a: 3 }, 0, { a: 0 }],
  ])("%s", (_, sizes, size, expected) => {
    expect(allocated(sizes, size)).toEqual(expected);
  });

  test("gives the size, never more than a stratum has, and one to each where possible", () => {
    const sizes = { a: 1, b: 2, c: 3, d: 5, e: 40, f: 149 };
    for (let size = 0; size <= 200; size++) {
      const counts = allocate(strata(sizes), size);
      expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(size);
      for (const [name, contributions] of Object.entries(sizes)) {
        expect(counts.get(name)).toBeLessThanOrEqual(contributions);
        if (size >= 6) expect(counts.get(name)).toBeGreaterThan(0);
      }
    }
  });
});

describe("a sample", () => {
  const contributions = Array.from({ length: 100 }, (_, at) => ({
    id: `contribution ${at}`,
    stratum: at < 80 ? "one" : "two",
  }));

  test("is the same for a seed in any order of the contributions, and another for another seed", () => {
    const drawn = drawSample(contributions, { size: 10, seed: 1 });
    expect(drawSample([...contributions].reverse(), { size: 10, seed: 1 })).toEqual(drawn);
    expect(drawSample(contributions, { size: 10, seed: 2 })).not.toEqual(drawn);
  });

  test("weights each contribution to its stratum's size, and mixes the strata", () => {
    const sample = drawSample(contributions, { size: 15, seed: 3 });
    expect(sample.strata).toEqual([
      { stratum: "one", contributions: 80, drawn: 12 },
      { stratum: "two", contributions: 20, drawn: 3 },
    ]);
    expect(sample.contributions.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(100, 9);
    expect(new Set(sample.contributions.map(({ contribution }) => contribution.id)).size).toBe(15);
    expect(sample.contributions.slice(12).some(({ contribution }) => contribution.stratum === "one")).toBe(
      true,
    );
  });

  test("takes all where asked for more, each standing for itself", () => {
    const sample = drawSample(contributions, { size: 500, seed: 4 });
    expect(sample.contributions).toHaveLength(100);
    expect(sample.contributions.every(({ weight }) => weight === 1)).toBe(true);
  });

  test("draws every contribution about equally often", () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed++)
      for (const { contribution } of drawSample(contributions.slice(0, 10), { size: 3, seed }).contributions)
        times.set(contribution.id, (times.get(contribution.id) ?? 0) + 1);
    for (const drawn of times.values()) expect(Math.abs(drawn - 600)).toBeLessThan(100);
    expect(times.size).toBe(10);
  });
});
