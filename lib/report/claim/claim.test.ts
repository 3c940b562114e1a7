import { expect, test } from "vitest";
import { figureMark, figureWords, publicFigure, type ClaimFigure } from "./claim";

const figure = (over: Partial<ClaimFigure>): ClaimFigure => ({
  people: 13,
  of: 20,
  otherContributions: 0,
  room: false,
  hands: null,
  ...over,
});

test("a figure is given out of everybody present, together with contributions without a speaker", () => {
  expect(figureMark(figure({}))).toBe("13 of 20");
  expect(figureWords(figure({ otherContributions: 4 }))).toBe(
    "at least 13 of 20 people, and 4 contributions with no known speaker",
  );
  expect(figureMark(figure({ people: 0, room: true }))).toBe("in the room");
  expect(figureMark(figure({ people: 0, hands: { raised: 14, asked: 20 } }))).toBe("14 of 20 hands");
});

test("outside the facilitators' view figures are rounded, in words where they are small, and hands exact", () => {
  expect(publicFigure(figure({}), 5)).toEqual({ mark: "about 15 of 20", words: "about 15 of 20 people" });
  expect(publicFigure(figure({ people: 4 }), 5).mark).toBe("a few");
  expect(publicFigure(figure({ people: 3, of: 4 }), 5).words).toBe("a few of 4 people");
  expect(publicFigure(figure({ people: 20 }), 5).mark).toBe("nearly all");
  expect(publicFigure(figure({ people: 0, hands: { raised: 2, asked: 20 } }), 5).mark).toBe("2 of 20 hands");
  expect(publicFigure(figure({ people: 0, hands: { raised: 2, asked: 4 } }), 5).words).not.toContain("2");
  expect(publicFigure(figure({ people: 0, otherContributions: 2 }), 5).words).not.toMatch(/\d/);
});
