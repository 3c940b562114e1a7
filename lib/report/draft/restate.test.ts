import { expect, test } from "vitest";
import { publishCount } from "@/lib/aggregate/publication/published-count";
import type { ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import { blockOf, plainText } from "./block";
import { restated } from "./restate";

const THEME = "0190c0de-0000-7000-8000-000000000001";

function figures(people: number, present: number): ReportFigures {
  const none = publishCount(0, present, 5);
  const figure = publishCount(people, present, 5);
  const stances = { strength: none, improvement: none, ask: none, observation: none };
  const theme = { id: THEME, slug: "t", title: "T", colour: "1", axis: "theme" as const, hands: [] };
  return {
    release: { number: 2, createdAt: new Date("2026-01-01") },
    table: { roundtable: null, roundtables: 2, present, themes: [{ ...theme, people: figure, stances }] },
    findings: [],
    breakdowns: [],
    hands: new Map(),
    threshold: 5,
  };
}

const figure = (ref: string) => [{ type: "figure" as const, attrs: { ref } }];
const content = blockOf("paragraph", [
  { text: "About half", marks: figure(`theme:${THEME}`) },
  { text: " of those present (", marks: [] },
  { text: "about 15 of 29", marks: figure(`theme:${THEME}`) },
  { text: ") spoke.", marks: [] },
]);

test("figures take the words of another release, numbers as numbers and words as words", () => {
  const { content: after, changes } = restated(content, figures(30, 41));
  expect(plainText(after)).toBe("Most of those present (about 30 of 41) spoke.");
  expect(changes).toEqual([
    { from: "About half", to: "Most" },
    { from: "about 15 of 29", to: "about 30 of 41" },
  ]);
});

test("what the other release says in the same words stays, and what it does not show is left to the author", () => {
  expect(restated(content, figures(15, 29)).changes).toEqual([]);
  const gone = blockOf("paragraph", [{ text: "Most", marks: figure("theme:gone") }]);
  expect(restated(gone, figures(15, 29))).toEqual({ content: gone, changes: [{ from: "Most", to: null }] });
});

test("words that somebody wrote into a figure stay as they are", () => {
  const written = blockOf("paragraph", [
    { text: "Most, as we heard twice", marks: figure(`theme:${THEME}`) },
    { text: " (", marks: [] },
    { text: "about 30 of 41 people", marks: figure(`theme:${THEME}`) },
    { text: ")", marks: [] },
  ]);
  const { content: after, changes } = restated(written, figures(15, 29));
  expect(plainText(after)).toBe("Most, as we heard twice (about 15 of 29 people)");
  expect(changes).toEqual([{ from: "about 30 of 41 people", to: "about 15 of 29 people" }]);
});
