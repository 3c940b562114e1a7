import { describe, expect, test } from "vitest";
import { heldBack, intervalOf, pictureOf, publishCount } from "./published-count";
import { PublishedFigureShape } from "./shape/published-shape";
import { countInTable, figureInWords, quantityOf } from "./words/published-words";

/** Every count out of so many present, with the usual threshold and a higher one. */
const FIGURES = [5, 6, 9, 20, 22, 23, 24, 44, 130].flatMap((of) =>
  [5, 10].flatMap((threshold) => Array.from({ length: of + 1 }, (_, people) => ({ people, of, threshold }))),
);

describe("a published count", () => {
  test.each([
    [0, 20, "none", [0, 0]],
    [1, 20, "a few", [1, 4]],
    [4, 20, "a few", [1, 4]],
    [5, 20, "about 5", [5, 7]],
    [8, 20, "about 10", [8, 12]],
    [12, 20, "about 10", [8, 12]],
    [17, 20, "about 15", [13, 17]],
    [18, 20, "nearly all", [18, 20]],
    [20, 20, "nearly all", [18, 20]],
    [22, 22, "about 20", [18, 22]],
    [3, 3, "a few", [1, 3]],
  ])("%i of %i is %s", (people, of, words, [low, high]) => {
    const published = publishCount(people, of, 5);
    expect(countInTable(published)).toBe(words);
    expect(intervalOf(published)).toEqual({ low, high });
  });

  test("stands for every count that is published alike, and for no other", () => {
    for (const { people, of, threshold } of FIGURES) {
      const published = publishCount(people, of, threshold);
      const alike = Array.from({ length: of + 1 }, (_, count) => count).filter(
        (count) => countInTable(publishCount(count, of, threshold)) === countInTable(published),
      );
      expect(intervalOf(published)).toEqual({ low: alike[0], high: alike.at(-1) });
      expect(alike).toHaveLength((alike.at(-1) ?? 0) - (alike[0] ?? 0) + 1);
    }
  });

  test("is read back as it was kept", () => {
    for (const { people, of, threshold } of FIGURES) {
      const published = publishCount(people, of, threshold);
      expect(PublishedFigureShape.parse(JSON.parse(JSON.stringify(published)))).toEqual(published);
    }
  });

  test("a word of quantity holds for the least count that it may stand for", () => {
    const atLeast = { most: 1 / 2, many: 1 / 3 } as const;
    for (const { people, of, threshold } of FIGURES) {
      const published = publishCount(people, of, threshold);
      const word = quantityOf(published);
      if (word === "most") expect(intervalOf(published).low / of).toBeGreaterThan(atLeast.most);
      if (word === "many") expect(intervalOf(published).low / of).toBeGreaterThanOrEqual(atLeast.many);
      if (word === "a few") expect(people).toBeLessThan(threshold);
    }
  });

  test.each([
    [0, 29, "none"],
    [3, 29, "a few"],
    [7, 29, "some"],
    [15, 29, "about half"],
    [20, 29, "most"],
    [29, 29, "nearly all"],
    [15, 40, "some"],
    [17, 38, "many"],
  ])("%i of %i is said as “%s”", (people, of, word) => {
    expect(quantityOf(publishCount(people, of, 5))).toBe(word);
  });

  test("held back says nothing: no word, every count, no picture", () => {
    const nothing = heldBack(20, 5);
    expect(quantityOf(nothing)).toBeNull();
    expect(figureInWords(nothing)).toBe("a number of people that is not shown");
    expect(intervalOf(nothing)).toEqual({ low: 0, high: 20 });
    expect(pictureOf(nothing)).toEqual({ low: 0, high: 0 });
  });

  test("cannot be more people than are present", () => {
    expect(() => publishCount(21, 20, 5)).toThrow(RangeError);
  });
});
