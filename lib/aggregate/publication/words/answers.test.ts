import { expect, test } from "vitest";
import { publishCount } from "../published-count";
import type { ReleasedFinding, ReleasedTable } from "../release-contents";
import { answersOf } from "./answers";

const people = (count: number) => publishCount(count, 29, 5);

function table(
  roundtable: ReleasedTable["roundtable"],
  raised: Readonly<Record<string, number>>,
): ReleasedTable {
  const themes = Object.entries(raised).map(([title, count]) => ({
    id: title,
    slug: title,
    title,
    colour: "1",
    axis: "theme" as const,
    people: people(count),
    stances: { strength: people(0), improvement: people(0), ask: people(count), observation: people(0) },
    hands: [],
  }));
  return { roundtable, roundtables: 2, present: 29, themes };
}

const ask: ReleasedFinding = {
  id: "a",
  themeId: "Coaching",
  stance: "ask",
  text: "Pay for coaches.",
  counterView: "",
  supports: people(6),
  contradicts: people(0),
};

test("figures that are equal are named together, so that none that ties is left out", () => {
  expect(answersOf(table(null, { Coaching: 14, Delivery: 15, Funding: 6 }), [ask])).toEqual([
    {
      question: "Raised most widely",
      words: "Coaching; Delivery (each about 15 of 29 people).",
      part: "themes",
    },
    { question: "Asked for most widely", words: "Pay for coaches (about 5 of 29 people).", part: "asks" },
    { question: "Where views differ", words: "0 of 1 finding have another side.", part: "divided" },
  ]);
});

test("of many that tie, how many more there are is said", () => {
  const [first] = answersOf(table(null, { A: 6, B: 6, C: 6, D: 6, E: 6 }), []);
  expect(first?.words).toBe("A; B; C; and 2 more (each about 5 of 29 people).");
});

test("a roundtable has no findings, so that its themes stand in for them", () => {
  const leeds = { id: "1", slug: "leeds", title: "Leeds" };
  expect(answersOf(table(leeds, { Coaching: 14 }), [])).toContainEqual({
    question: "Asked for most widely",
    words: "Coaching (about 15 of 29 people).",
    part: "themes",
  });
});
