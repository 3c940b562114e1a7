import { expect, test } from "vitest";
import { heldBack, publishCount } from "../published-count";
import type { ReleasedFinding, ReleasedNpqs, ReleasedTable } from "../release-contents";
import { answersOf, npqsInShort } from "./answers";

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
  expect(answersOf(table(null, { Coaching: 14, Delivery: 15, Funding: 6 }), [ask], null)).toEqual([
    {
      question: "Raised most widely",
      words: "Coaching; Delivery (each about 15 of 29 people).",
      href: "#themes",
    },
    { question: "Asked for most widely", words: "Pay for coaches (about 5 of 29 people).", href: "#asks" },
    {
      question: "Where views differ",
      words: "The figures do not show anybody who saw a finding differently.",
      href: "#divided",
    },
  ]);
});

test("of many that tie, how many more there are is said", () => {
  const [first] = answersOf(table(null, { A: 6, B: 6, C: 6, D: 6, E: 6 }), [], null);
  expect(first?.words).toBe("A; B; C; and 2 more (each about 5 of 29 people).");
});

test("a roundtable has no findings, so that its themes stand in for them", () => {
  const leeds = { id: "1", slug: "leeds", title: "Leeds" };
  expect(answersOf(table(leeds, { Coaching: 14 }), [], null)).toContainEqual({
    question: "Themes with most requests",
    words: "Coaching (about 15 of 29 people).",
    href: "#themes",
  });
});

test("the NPQs that most people spoke about are named, and nothing is said of figures that are not shown", () => {
  const npqs: ReleasedNpqs = {
    npqs: [
      { npq: "NPQH", people: people(10) },
      { npq: "NPQSL", people: people(6) },
    ],
    theme: { id: "0198c5e0-0000-7000-8000-000000000001", slug: "repetition", title: "Repetition" },
    pairs: [{ first: "NPQH", second: "NPQSL", people: people(2) }],
  };
  expect(npqsInShort(npqs)).toEqual({
    nobody: false,
    sentences: [
      "Spoken about most widely: NPQH (about 10 of 29 people).",
      "Named together most widely by people who spoke about Repetition: NPQH and NPQSL (a few of 29 people).",
    ],
  });
  const hidden = npqs.npqs.map((one) => ({ ...one, people: heldBack(29, 5) }));
  expect(npqsInShort({ ...npqs, npqs: hidden, pairs: [] })).toEqual({ nobody: false, sentences: [] });
  const none = npqs.npqs.map((one) => ({ ...one, people: people(0) }));
  expect(npqsInShort({ ...npqs, npqs: none, pairs: [], theme: null })).toEqual({
    nobody: true,
    sentences: [],
  });
});
