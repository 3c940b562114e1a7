import { expect, test } from "vitest";
import { segmentCounts, stackedBars } from "./chart";
import { SEGMENT_ORDER, themeTable, type Counts, type StancePattern } from "./figures";
import { barWords, headline } from "./figure-words";

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
    const sum = SEGMENT_ORDER.reduce((all, name) => all + segments[name].people.value, 0);
    expect(sum).toBe(people.value);
  }
});

test("a bar has words", () => {
  expect(themeTable(COUNTS).themes.map((theme) => barWords(segmentCounts(theme), 40))).toEqual([
    "30 of 40 people. Strength only: 8. Improvement only: 20. More than one kind: 2.",
    "3 of 40 people. Ask only: 3.",
    "Nobody raised it.",
  ]);
});

test("figures are sentences first", () => {
  // Some of those present said nothing, so the sentence must not say that all of them made these
  // contributions.
  expect(headline(themeTable(COUNTS))).toBe(
    "40 people were present at 3 roundtables. These figures are based on 231 contributions.",
  );
});
