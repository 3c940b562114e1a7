import { expect, test } from "vitest";
import { stackedBars } from "@/lib/aggregate/figures/chart";
import { SEGMENT_ORDER, themeTable, type StancePattern, type Counts } from "@/lib/aggregate/figures/figures";
import { barWords, figureWords, headline } from "@/lib/aggregate/figures/figure-words";
import { suppressed } from "./suppression";

const NONE = { strength: 0, improvement: 0, ask: 0, observation: 0 };
const pattern = (stances: number, people: number): StancePattern => ({
  stances,
  people,
  contributions: people * 2,
  contributionsOf: NONE,
});

const COUNTS: Counts = {
  scope: { roundtable: null, roundtables: 3 },
  present: 40,
  speakers: 38,
  contributions: 231,
  unidentified: 0,
  themes: [[pattern(2, 20), pattern(1, 8), pattern(6, 2)], [pattern(4, 3)], []].map((patterns, n) => ({
    id: `0198c5e0-0000-7000-8000-00000000000${n}`,
    slug: `theme-${n}`,
    title: `Theme ${n}`,
    colour: "1",
    axis: "theme",
    patterns,
    roundtables: patterns.length > 0 ? 2 : 0,
    unidentified: 0,
    hands: [],
  })),
};

test("the pieces of a bar follow one another and add up to the people of the theme", () => {
  const table = themeTable(COUNTS);
  for (const [at, { pieces }] of stackedBars(table).entries()) {
    const people = table.themes[at]?.people.value ?? 0;
    expect(pieces.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo((people / 40) * 100);
    pieces.forEach((piece, n) => {
      const before = pieces[n - 1];
      expect(piece.x).toBeCloseTo(before ? before.x + before.width : 0);
    });
  }
});

test("segments count each person once", () => {
  for (const { people, segments } of themeTable(COUNTS).themes) {
    const sum = SEGMENT_ORDER.reduce((all, name) => all + (segments[name].people.value ?? 0), 0);
    expect(sum).toBe(people.value);
  }
});

test("withheld segments make one piece of the rest, a withheld theme fills the width, and a zero has no piece", () => {
  const [table] = suppressed([COUNTS], 5);
  if (!table) throw new Error("There is no table.");
  const [first, second, third] = stackedBars(table);
  expect(first?.pieces).toEqual([
    { part: "improvement", x: 0, width: 50 },
    { part: "withheld", x: 50, width: 25 },
  ]);
  expect(second?.pieces).toEqual([{ part: "withheld", x: 0, width: 100 }]);
  expect(third?.pieces).toEqual([]);
  expect(table.themes.map(barWords)).toEqual([
    "30 of 40 people. Strength only: c. Improvement only: 20. More than one kind: c.",
    "Withheld.",
    "Nobody raised it.",
  ]);
});

test("figures are sentences first", () => {
  // Some of those present said nothing, so the sentence must not say that all of them made these
  // contributions.
  expect(headline(themeTable(COUNTS))).toBe(
    "40 people were present at 3 roundtables. These figures are based on 231 contributions.",
  );
  expect(figureWords({ counts: "people", value: 13, of: 20 })).toBe("13 of 20 people");
  expect(figureWords({ counts: "contributions", value: 1, of: null })).toBe("1 contribution");
  expect(figureWords({ counts: "people", value: null, of: 20 })).toBe("a withheld number of people");
});
