import { expect, test } from "vitest";
import { figureWords, refOf, type ClaimFigure, type Told } from "./claim";

const figure = (over: Partial<ClaimFigure>): ClaimFigure => ({
  people: 13,
  of: 20,
  otherContributions: 0,
  room: false,
  hands: null,
  ...over,
});

test("a figure is given out of everybody present, together with contributions without a speaker", () => {
  expect(figureWords(figure({}))).toBe("13 of 20 people");
  expect(figureWords(figure({ otherContributions: 4 }))).toBe(
    "at least 13 of 20 people, and 4 contributions with no known speaker",
  );
  expect(figureWords(figure({ people: 0, room: true }))).toBe("agreement seen in the room");
  expect(figureWords(figure({ people: 0, hands: { raised: 14, asked: 20 } }))).toBe(
    "14 of 20 raised their hands",
  );
});

test("a claim is told with the figure of its finding, its theme or its show of hands, and else with none", () => {
  const told: Told = { findingId: null, side: "supports", themeId: null, stance: null };
  const hands = [{ id: "c", hands: { raised: 14, asked: 20 } }];
  expect(refOf({ ...told, findingId: "f", side: "contradicts" }, [])).toEqual({
    of: "finding",
    id: "f",
    side: "contradicts",
  });
  expect(refOf({ ...told, themeId: "t", stance: "ask" }, [])).toEqual({
    of: "theme",
    id: "t",
    stance: "ask",
  });
  expect(refOf(told, hands)).toEqual({ of: "hands", id: "c" });
  expect(refOf(told, [...hands, { id: "d", hands: null }])).toBeNull();
});
