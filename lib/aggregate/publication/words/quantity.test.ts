import { describe, expect, test } from "vitest";
import {
  byQuantity,
  handsRaisedWords,
  QUANTIFIER_PATTERN,
  quantifierFits,
  quantifierFor,
  readQuantifier,
} from "./quantity";

const threshold = 5;

describe("words for shares of people in a report", () => {
  test.each([
    [13, 20, "most"],
    [11, 20, "about half"],
    [10, 20, "about half"],
    [7, 20, "some"],
    [5, 20, "some"],
    [5, 15, "many"],
    [18, 20, "nearly all"],
    [4, 20, "a few"],
    [4, 4, "a few"],
    [2, 20, "a few"],
    [1, 20, "one"],
    [1, 1, "one"],
  ] as const)("%i of %i is “%s”", (people, of, word) => {
    expect(quantifierFor({ people, of, threshold })).toBe(word);
  });

  test("“all” stands only where everyone was counted, and never for few", () => {
    expect(quantifierFor({ people: 20, of: 20, threshold, everyoneCounted: true })).toBe("all");
    expect(quantifierFor({ people: 19, of: 20, threshold, everyoneCounted: true })).toBe("nearly all");
    expect(quantifierFor({ people: 4, of: 4, threshold, everyoneCounted: true })).toBe("a few");
  });

  test("nobody has no word", () => {
    expect(() => quantifierFor({ people: 0, of: 20, threshold })).toThrow(RangeError);
    expect(byQuantity({ people: 0, of: 20, threshold })).toBeNull();
  });

  test("quantities are words", () => {
    expect(byQuantity({ people: 13, of: 20, threshold })).toBe("most participants");
    expect(byQuantity({ people: 1, of: 20, threshold })).toBe("one participant");
  });

  test("“a few” may stand for one, and no other word for another share", () => {
    expect(quantifierFits("a few", { people: 1, of: 20, threshold })).toBe(true);
    expect(quantifierFits("one", { people: 2, of: 20, threshold })).toBe(false);
    expect(quantifierFits("many", { people: 13, of: 20, threshold })).toBe(false);
  });

  test("what is found in a text is read by the longest of the words", () => {
    const found = ["All", "Nearly all", "most", "About half", "MANY", "some", "A few", "one"].map((text) => {
      const [word = ""] = new RegExp(`^(?:${QUANTIFIER_PATTERN})$`, "i").exec(text) ?? [];
      return readQuantifier(word);
    });
    expect(found).toEqual(["all", "nearly all", "most", "about half", "many", "some", "a few", "one"]);
    expect(readQuantifier("several")).toBeNull();
  });

  test("hands are exact, unless few were asked", () => {
    expect(handsRaisedWords(3, 20, threshold)).toBe("3 of 20 raised their hands");
    expect(handsRaisedWords(0, 3, threshold)).toBe("nobody raised their hand");
    expect(handsRaisedWords(3, 4, threshold)).toBe("some of those asked raised their hands");
  });
});
