import { describe, expect, test } from "vitest";
import { publishCount } from "../published-count";
import { quantityOf } from "./published-words";
import { handsRaisedWords, QUANTIFIER_PATTERN, readQuantifier } from "./quantity";

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
    [1, 20, "a few"],
    [0, 20, "none"],
  ] as const)("%i of %i is “%s”", (people, of, word) => {
    expect(quantityOf(publishCount(people, of, threshold))).toBe(word);
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
