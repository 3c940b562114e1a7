import { expect, test } from "vitest";
import { publishCount, heldBack } from "../published-count";
import type { ReleasedFinding } from "../release-contents";
import { findingsOfKind, kindCounts, readFindingKind } from "./finding-kind";
import { findingsTitle } from "./kind-words";

function finding(
  text: string,
  stance: ReleasedFinding["stance"],
  [supports, contradicts]: readonly [number, number | null],
): ReleasedFinding {
  const of = (people: number | null) => (people === null ? heldBack(40, 5) : publishCount(people, 40, 5));
  return {
    id: text,
    themeId: "theme",
    stance,
    text,
    counterView: "",
    supports: of(supports),
    contradicts: of(contradicts),
  };
}

const FINDINGS = [
  finding("few ask", "ask", [2, 0]),
  finding("many ask", "ask", [20, 2]),
  finding("praise", "strength", [15, 5]),
  finding("even", "improvement", [10, 10]),
  finding("hidden side", "improvement", [12, null]),
];

const texts = (kind: Parameters<typeof findingsOfKind>[1]) =>
  findingsOfKind(FINDINGS, kind).map(({ text }) => text);

test("findings are narrowed by stance, most people first", () => {
  expect(texts("ask")).toEqual(["many ask", "few ask"]);
  expect(texts(null)).toEqual(["many ask", "praise", "even", "hidden side", "few ask"]);
  expect(texts("observation")).toEqual([]);
});

test("where views differ, what is nearest to an even split stands first, and a side that is not shown is none", () => {
  expect(texts("differ")).toEqual(["even", "praise", "many ask"]);
});

test("views of a few are those with a few people behind them, and not those with a few against them", () => {
  expect(texts("few")).toEqual(["few ask"]);
});

test("a finding counts under each kind that it is of", () => {
  expect(kindCounts(FINDINGS)).toEqual({
    all: 5,
    ask: 2,
    strength: 1,
    improvement: 2,
    observation: 0,
    differ: 3,
    few: 1,
  });
});

test("a title says how the findings are narrowed", () => {
  expect(findingsTitle({ kind: null, theme: null, area: null })).toBe("All findings");
  expect(findingsTitle({ kind: "ask", theme: "Coaching", area: "SEND" })).toBe(
    "What people asked for under Coaching, on SEND",
  );
  expect(findingsTitle({ kind: "few", theme: null, area: "SEND" })).toBe(
    "Views held by a few people, on SEND",
  );
});

test("an address that names no kind narrows by none", () => {
  expect(["differ", "asks", "", null].map(readFindingKind)).toEqual(["differ", null, null, null]);
});
