import { expect, test } from "vitest";
import { heldBack, publishCount } from "../../published-count";
import type { ReleasedFinding, ReleasedNpqs, ReleasedTable } from "../../release-contents";
import { findingAnswers, npqsInShort } from "./answers";

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

const COACHING = { strength: people(0), improvement: people(9), ask: people(1), observation: people(0) };

test("figures that are equal are named together, so that none that ties is left out", () => {
  expect(findingAnswers(table(null, { Coaching: 14, Delivery: 15, Funding: 6 }), [ask], null)).toEqual([
    {
      question: "Raised most widely",
      words: "Each about 15 of 29 people:",
      items: ["Coaching, only as something they asked for", "Delivery, only as something they asked for"],
      href: "#themes",
    },
    {
      question: "Asked for most widely",
      words: "Pay for coaches (about 5 of 29 people).",
      items: [],
      href: "#asks",
    },
    null,
    {
      question: "Where views differ",
      words: "The figures do not show anybody who saw a finding differently.",
      href: null,
    },
    {
      question: "Views held by a few people",
      words: "No finding rests on a few people alone.",
      href: null,
    },
  ]);
});

test("of many that tie, how many more there are is said", () => {
  const [first] = findingAnswers(table(null, { A: 6, B: 6, C: 6, D: 6, E: 6 }), [], null);
  expect(first?.items?.at(-1)).toBe("and 2 more");
});

test("where many have a few people each, none is singled out", () => {
  const [first] = findingAnswers(table(null, { A: 2, B: 2, C: 2, D: 3 }), [], null);
  expect(first).toMatchObject({ words: "None stands out: 4 themes, each a few of 29 people.", items: [] });
});

test("a theme is named with the stances that most took, where the figures say so for certain", () => {
  const { themes, ...rest } = table(null, { Coaching: 10 });
  const [first] = findingAnswers(
    { ...rest, themes: themes.map((theme) => ({ ...theme, stances: COACHING })) },
    [],
    null,
  );
  expect(first?.words).toBe("Coaching, mostly as something to improve (about 10 of 29 people).");
});

test("findings that others see differently stand under the words of both sides, those of a few by their themes", () => {
  const few = { ...ask, supports: people(2), contradicts: people(3) };
  const answers = findingAnswers(
    table(null, { Coaching: 14 }),
    [ask, few],
    (kind) => `findings?kind=${kind}`,
  );
  expect(answers.slice(-2)).toEqual([
    {
      question: "Where views differ",
      href: "findings?kind=differ",
      words: "Somebody saw it differently in 1 of 2 findings, nearest to an even split first:",
      items: [
        "A few said so, a few saw it differently: 1 finding, on Coaching. Either side may be the larger, or both may be equal.",
      ],
    },
    {
      question: "Views held by a few people",
      href: "findings?kind=few",
      words:
        "1 finding, on Coaching. A view of a few can matter as much as one that many share. Nobody is quoted beside them: so few people could be recognised.",
    },
  ]);
});

test("a roundtable has no findings, so that its themes stand in for them", () => {
  const leeds = { id: "1", slug: "leeds", title: "Leeds" };
  expect(findingAnswers(table(leeds, { Coaching: 14 }), [], null)).toContainEqual({
    question: "Themes with most requests",
    words: "Coaching (about 15 of 29 people).",
    items: [],
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
  expect(npqsInShort(npqs)).toBe(
    "Spoken about most widely: NPQH (about 10 of 29 people). Named together most widely by people who spoke about Repetition: NPQH and NPQSL (a few of 29 people).",
  );
  const hidden = npqs.npqs.map((one) => ({ ...one, people: heldBack(29, 5) }));
  expect(npqsInShort({ ...npqs, npqs: hidden, pairs: [] })).toBe(
    "How many people spoke about each is not shown.",
  );
  const none = npqs.npqs.map((one) => ({ ...one, people: people(0) }));
  expect(npqsInShort({ ...npqs, npqs: none, pairs: [], theme: null })).toBe("No contribution names an NPQ.");
});
