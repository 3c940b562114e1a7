import { expect, test } from "vitest";
import { heldBack, publishCount } from "../../published-count";
import type { ReleasedTheme } from "../../release-contents";
import type { PublishedFigure } from "../../shape/published-shape";
import { roundtableContrasts, type ReleasedPlace } from "./roundtable-words";

const none = (of: number) => publishCount(0, of, 5);

function theme(id: string, people: PublishedFigure): ReleasedTheme {
  const stances = {
    strength: people,
    improvement: none(people.of),
    ask: none(people.of),
    observation: none(people.of),
  };
  return { id, slug: id, title: id, colour: "1", axis: "theme", people, stances, hands: [] };
}

function place(title: string, themes: Readonly<Record<string, PublishedFigure>>): ReleasedPlace {
  const figures = Object.entries(themes).map(([id, people]) => theme(id, people));
  return {
    roundtable: { id: title, slug: title, title },
    roundtables: 1,
    present: figures[0]?.people.of ?? 0,
    themes: figures,
  };
}

const of20 = (count: number) => publishCount(count, 20, 5);
const of12 = (count: number) => publishCount(count, 12, 5);

test("the theme on which roundtables differ most is told, and what was raised at one alone", () => {
  const places = [
    place("London", { Coaching: of20(15), Delivery: of20(3) }),
    place("Leeds", { Coaching: of12(2), Delivery: of12(0) }),
  ];
  const themes = places[0]?.themes ?? [];
  expect(roundtableContrasts(places, themes, null)).toEqual([
    "The widest difference is on Coaching: about 15 of 20 people at London raised it, but only a few of 12 at Leeds. It does not say why, and roundtables may have been asked different things.",
    "Raised by a larger share at London than at Leeds, whatever the rounding: Coaching; Delivery.",
    "Of these, at London alone: Delivery.",
    "Of these, at London alone, with the stance “Strength”: Delivery.",
  ]);
  expect(roundtableContrasts(places, themes, "ask")).toEqual([
    "Too few people to compare: every figure here is a few, or none.",
  ]);
});

test("figures that rounding may make equal show no difference", () => {
  const places = [place("London", { Coaching: of20(10) }), place("Leeds", { Coaching: of12(6) })];
  expect(roundtableContrasts(places, places[0]?.themes ?? [], null)).toEqual([
    "Once rounding is allowed for, the figures show no difference between these roundtables.",
  ]);
});

test("a figure that is not shown says nothing of where a theme was raised", () => {
  const places = [place("London", { Delivery: of20(3) }), place("Leeds", { Delivery: heldBack(12, 5) })];
  expect(roundtableContrasts(places, places[0]?.themes ?? [], null)).toEqual([
    "Too few people to compare: every figure here is a few, or none.",
  ]);
});
