import { expect, test } from "vitest";
import type { Counts } from "@/lib/aggregate/figures/figures";
import { nearEqualTitles, themesOfFew, themesOfOpposites } from "./codebook-health";

test("titles that could be taken for one another are found", () => {
  const themes = [
    "Coaching",
    "Coachings",
    "Funding and accessibility",
    "Accessibility and funding",
    "Phase",
    "Phone",
    "Delivery",
  ].map((title) => ({ id: title, title }));
  expect(nearEqualTitles(themes).map((pair) => pair.map(({ title }) => title))).toEqual([
    ["Coaching", "Coachings"],
    ["Funding and accessibility", "Accessibility and funding"],
  ]);
});

/** A theme with so many people for each stance pattern: strength alone, improvement alone, both. */
const counted = (title: string, people: readonly number[]) => ({
  id: title,
  slug: title,
  title,
  colour: "1",
  axis: "theme" as const,
  patterns: people.map((count, at) => ({
    stances: at + 1,
    people: count,
    contributions: count,
    contributionsOf: { strength: 0, improvement: 0, ask: 0, observation: 0 },
  })),
  roundtables: 1,
  unidentified: 0,
  hands: [],
});

const countsOf = (themes: Counts["themes"]): Counts => ({
  scope: { roundtable: null, roundtables: 1 },
  present: 20,
  contributions: 40,
  unidentified: 0,
  themes,
});

test("themes of few are those that somebody raised, but fewer people than the threshold", () => {
  const counts = countsOf([counted("None", []), counted("Few", [2, 2]), counted("Enough", [3, 2])]);
  expect(themesOfFew(counts, 5).map(({ title }) => title)).toEqual(["Few"]);
});

test("opposites are told where enough people stand on each side, and neither side is much larger", () => {
  const counts = countsOf([
    counted("Few on each side", [4, 4]),
    counted("Equal", [6, 5]),
    counted("Equal with those who hold both", [1, 2, 4]),
    counted("Mostly one", [6, 9]),
  ]);
  expect(themesOfOpposites(counts, 5).map(({ title }) => title)).toEqual([
    "Equal",
    "Equal with those who hold both",
  ]);
});
