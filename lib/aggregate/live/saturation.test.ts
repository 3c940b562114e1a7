import { describe, expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { accumulated, GUEST_RULE, runRows, saturationOf, shuffledSaturation } from "./saturation";

/** Twelve people, of whom the first six bring new themes. */
const PEOPLE = [
  ["a", "b", "c", "d", "e"],
  ["a", "f", "g", "h"],
  ["i", "j", "k", "l", "m", "n"],
  ["o", "p", "q", "r", "s", "t"],
  ["u"],
  ["v"],
  ["a"],
  ["b"],
  ["w"],
  [],
  ["c"],
  ["d"],
];

const RANDOM_PEOPLE = (seed: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: 3 + Math.floor(random() * 20) }, () =>
    Array.from({ length: Math.floor(random() * 5) }, () => `t${Math.floor(random() * 12)}`),
  );
};

describe("the three numbers", () => {
  test("are the base, what each run adds to it, and the first run that adds little", () => {
    const { baseThemes, runs, reachedAt } = saturationOf(PEOPLE, GUEST_RULE);
    expect(baseThemes).toBe(20);
    expect(runs.slice(0, 3)).toEqual([
      { after: 4, added: 2, share: 0.1 },
      { after: 5, added: 1, share: 0.05 },
      { after: 6, added: 0, share: 0 },
    ]);
    expect(reachedAt).toBe(5);
    expect(saturationOf(PEOPLE, { ...GUEST_RULE, threshold: 0 }).reachedAt).toBe(6);
  });

  test("need a base with themes and people for a run", () => {
    expect(saturationOf(PEOPLE.slice(0, 5), GUEST_RULE)).toEqual({
      baseThemes: 20,
      runs: [],
      reachedAt: null,
    });
    expect(saturationOf([[], [], [], [], ["a"], ["b"]], GUEST_RULE).reachedAt).toBeNull();
    expect(saturationOf([], GUEST_RULE)).toEqual({ baseThemes: 0, runs: [], reachedAt: null });
  });

  test("with a higher threshold are reached no later, and runs of one add up to what is new", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const people = RANDOM_PEOPLE(seed);
      const at = (threshold: number) =>
        saturationOf(people, { base: 2, run: 2, threshold }).reachedAt ?? Infinity;
      expect(at(0.5)).toBeLessThanOrEqual(at(0));
      const ones = saturationOf(people, { base: 2, run: 1, threshold: 0 });
      const themes = accumulated(people);
      if (ones.baseThemes > 0)
        expect(ones.runs.reduce((sum, { added }) => sum + added, ones.baseThemes)).toBe(themes.at(-1));
    }
  });
});

describe("shuffled orders", () => {
  const draw = { shuffles: 100, seed: 7 };

  test("are the same for a seed, and end with the same themes whatever the order", () => {
    const once = shuffledSaturation(PEOPLE, GUEST_RULE, draw);
    expect(shuffledSaturation(PEOPLE, GUEST_RULE, draw)).toEqual(once);
    expect(once.curve.at(-1)).toEqual({ median: 23, least: 23, most: 23 });
    expect(once.reached).toBeLessThanOrEqual(100);
  });

  test("never lose a theme on the way, and their ends surround the middle", () => {
    for (let seed = 1; seed <= 50; seed++) {
      const { curve, at } = shuffledSaturation(RANDOM_PEOPLE(seed), GUEST_RULE, { shuffles: 20, seed });
      for (const [n, { median, least, most }] of curve.entries()) {
        expect(least).toBeLessThanOrEqual(median);
        expect(median).toBeLessThanOrEqual(most);
        expect(median).toBeGreaterThanOrEqual(curve[n - 1]?.median ?? 0);
      }
      if (at) expect(at.least).toBeGreaterThanOrEqual(GUEST_RULE.base);
    }
  });
});

describe("the rows of runs", () => {
  test("are one for each run, and one for all runs in a row that add nothing", () => {
    expect(runRows(saturationOf(PEOPLE, GUEST_RULE).runs, GUEST_RULE)).toEqual([
      { people: "5 to 6", added: 2, share: 0.1 },
      { people: "6 to 7", added: 1, share: 0.05 },
      { people: "7 to 8", added: 0, share: 0 },
      { people: "8 to 9", added: 1, share: 0.05 },
      { people: "9 to 10", added: 1, share: 0.05 },
      { people: "10 to 12, in each of 2 runs", added: 0, share: 0 },
    ]);
    expect(runRows([], GUEST_RULE)).toEqual([]);
  });

  test("do not grow with people who bring nothing new", () => {
    const many = [...PEOPLE, ...Array.from({ length: 5_000 }, () => ["a"])];
    expect(runRows(saturationOf(many, GUEST_RULE).runs, GUEST_RULE)).toHaveLength(6);
  });
});
