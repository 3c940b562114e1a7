import { expect, test } from "vitest";
import type { Counts } from "@/lib/aggregate/figures/figures";
import { nearEqualTitles, themesOfFew } from "./codebook-health";

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

test("themes of few are those that somebody raised, but fewer people than the threshold", () => {
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
  const counts: Counts = {
    scope: { roundtable: null, roundtables: 1 },
    present: 20,
    contributions: 40,
    unidentified: 0,
    themes: [counted("None", []), counted("Few", [2, 2]), counted("Enough", [3, 2])],
  };
  expect(themesOfFew(counts, 5).map(({ title }) => title)).toEqual(["Few"]);
});
