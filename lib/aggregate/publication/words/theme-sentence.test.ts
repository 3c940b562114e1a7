import { expect, test } from "vitest";
import type { Stance } from "@/lib/capture/contribution/stance";
import { heldBack, publishCount } from "../published-count";
import type { PublishedFigure } from "../shape/published-shape";
import type { ReleasedTable, ReleasedTheme } from "../release-contents";
import { themeSentence } from "./theme-sentence";

const ID = "0198c5e0-0000-7000-8000-000000000001";

function theme(people: PublishedFigure, stances: Partial<Record<Stance, number>> = {}): ReleasedTheme {
  const of = (stance: Stance) => publishCount(stances[stance] ?? 0, people.of, people.threshold);
  return {
    id: ID,
    slug: "coaching",
    title: "Coaching",
    colour: "1",
    axis: "theme",
    people,
    stances: {
      strength: of("strength"),
      improvement: of("improvement"),
      ask: of("ask"),
      observation: of("observation"),
    },
    hands: [],
  };
}

function table(place: string | null, one: ReleasedTheme, roundtables = 1): ReleasedTable {
  const roundtable = place === null ? null : { id: ID, slug: place, title: place };
  return { roundtable, roundtables, present: one.people.of, themes: [one] };
}

const people = (count: number, of = 29) => publishCount(count, of, 5);

function sentence(review: ReleasedTheme, places: readonly PublishedFigure[], roundtables = places.length) {
  const own = places.map((figure, at) => table(`place-${at}`, theme(figure)));
  const first = table(null, review, roundtables);
  return themeSentence(review, first, { tables: [first, ...own] });
}

test("a theme is told with its people, its roundtables and what most of them said", () => {
  expect(sentence(theme(people(15), { improvement: 14, ask: 3 }), [people(9, 15), people(2, 14)])).toBe(
    "Raised by about 15 of 29 people, at both roundtables, mostly as something to improve.",
  );
});

test("the only stance is told as the only one", () => {
  expect(sentence(theme(people(15), { ask: 15 }), [], 1)).toBe(
    "Raised by about 15 of 29 people, only as something they asked for.",
  );
});

test("of stances that overlap, each that most took is told", () => {
  expect(sentence(theme(people(20), { strength: 19, improvement: 15 }), [], 1)).toBe(
    "Raised by about 20 of 29 people, mostly as a strength and as something to improve.",
  );
});

test("no stance is told where rounding leaves open whether most took it", () => {
  // About 10 may be 8, and about 15 may be 17: less than half of them.
  expect(sentence(theme(people(15), { improvement: 10 }), [], 1)).toBe("Raised by about 15 of 29 people.");
});

test("roundtables are told only where each of them has a table that shows the theme", () => {
  const coaching = theme(people(15));
  expect(sentence(coaching, [people(9, 10), people(0, 9), people(6, 10)])).toContain("at 2 of 3 roundtables");
  expect(sentence(coaching, [people(9, 10), people(3, 9), people(6, 10)])).toContain("at all 3 roundtables");
  expect(sentence(coaching, [people(9, 10)], 2)).not.toContain("roundtable");
  expect(sentence(coaching, [people(9, 10), heldBack(10, 5)])).not.toContain("roundtable");
});

test("nobody, and a number that is not shown, have sentences of their own", () => {
  expect(sentence(theme(people(0)), [])).toBe("Nobody raised this.");
  expect(sentence(theme(heldBack(29, 5)), [])).toBe("The number of people who raised this is not shown.");
});
