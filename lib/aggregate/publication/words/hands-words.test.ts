import { expect, test } from "vitest";
import { publishCount } from "../published-count";
import { handsOfTheme, namedHands, type NamedHands } from "./named-hands";
import type { ReleasedTheme } from "../release-contents";
import { handsSentence } from "./hands-words";

const hands = { raised: 14, asked: 20 };
const place = { title: "Leeds", heldOn: new Date("2025-05-14T00:00:00Z") };

test.each([
  [
    "Show of hands: one account of a pass.",
    place,
    "(Leeds, 14 May 2025), 14 of the 20 people asked were in favour of one account of a pass.",
  ],
  [
    "Hands on whether to pay.",
    null,
    "hands, 14 of the 20 people asked raised their hands on whether to pay.",
  ],
  ["Poll: whether modules help?", null, "raised their hands when asked whether modules help?"],
])("a show of hands names its point: %s", (text, where, words) => {
  expect(handsSentence(hands, { text, place: where })).toContain(words);
});

test("without cleared words it names the theme alone", () => {
  expect(handsSentence(hands, null)).toBe(
    "In a show of hands on one point under this theme, 14 of the 20 people asked raised their hands.",
  );
});

const none = publishCount(0, 29, 5);
const theme = (id: string, own: ReleasedTheme["hands"]): ReleasedTheme => ({
  id,
  slug: id,
  title: id,
  colour: "1",
  axis: "theme",
  people: none,
  stances: { strength: none, improvement: none, ask: none, observation: none },
  hands: own,
});
const named = (id: string, raised: number, over: Partial<NamedHands> = {}): NamedHands => ({
  id,
  raised,
  asked: 20,
  text: "Hands for it.",
  roundtableId: "leeds",
  place,
  themeIds: ["coaching"],
  findingIds: [],
  ...over,
});

test("only what the release tells is named, each once, and at its roundtable", () => {
  const one = theme("coaching", [hands, hands]);
  const known = [named("a", 14), named("b", 9), named("c", 14, { themeIds: ["delivery"] })];
  const ids = (roundtable: { id: string; slug: string; title: string } | null) =>
    handsOfTheme(one, { roundtable }, known).map((told) => told.named?.id ?? null);
  expect(ids(null)).toEqual(["a", null]);
  expect(ids({ id: "london", slug: "london", title: "London" })).toEqual([null, null]);
});

test("a show of hands under two themes is told once", () => {
  const both = named("a", 14, { themeIds: ["coaching", "delivery"] });
  const themes = [theme("coaching", [hands]), theme("delivery", [hands])];
  expect(namedHands({ roundtable: null, themes }, [both]).map(({ theme: { id } }) => id)).toEqual([
    "coaching",
  ]);
});
