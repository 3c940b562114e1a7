import { describe, expect, test } from "vitest";
import {
  byQuantity,
  countMark,
  fewerThanInWords,
  handsRaisedWords,
  hiddenHands,
  isSharedByEnough,
  isSmall,
  isTooFew,
  moreWords,
  QUANTIFIER_PATTERN,
  quantifierFits,
  quantifierFor,
  readQuantifier,
  smallRange,
} from "./small-number";

describe("words for shares of people", () => {
  test.each([
    [11, 20, "most"],
    [10, 20, "many"],
    [7, 20, "many"],
    [6, 20, "some"],
    [5, 20, "some"],
    [5, 15, "many"],
    [4, 20, "a few"],
    [4, 4, "a few"],
    [3, 5, "a few"],
    [2, 20, "a few"],
    [1, 20, "one"],
    [1, 1, "one"],
    [20, 20, "most"],
  ] as const)("%i of %i is “%s”", (people, of, word) => {
    expect(quantifierFor({ people, of })).toBe(word);
  });

  test("“all” stands only where everyone was counted, and never for fewer than five", () => {
    expect(quantifierFor({ people: 20, of: 20, everyoneCounted: true })).toBe("all");
    expect(quantifierFor({ people: 19, of: 20, everyoneCounted: true })).toBe("most");
    expect(quantifierFor({ people: 4, of: 4, everyoneCounted: true })).toBe("a few");
  });

  test("nobody has no word", () => {
    expect(() => quantifierFor({ people: 0, of: 20 })).toThrow(RangeError);
  });
});

describe("a small number", () => {
  test("is 1 up to the threshold less one: a true 0 gives nobody away", () => {
    expect([0, 1, 4, 5].map((count) => isSmall(count, 5))).toEqual([false, true, true, false]);
    expect(isSmall(5, 10)).toBe(true);
  });

  test("nobody is too few to speak as a group", () => {
    expect([0, 4, 5].map((people) => isTooFew(people, 5))).toEqual([true, true, false]);
  });

  test("of hands hides those that went up, and all where few were asked", () => {
    expect(hiddenHands(3, 20, 5)).toBe("raised");
    expect(hiddenHands(0, 4, 5)).toBe("all");
    expect(hiddenHands(0, 20, 5)).toBe("nothing");
    expect(hiddenHands(15, 20, 5)).toBe("nothing");
  });

  test("of people who share an attribute is below five, or below a higher threshold", () => {
    expect(isSharedByEnough(5, 3)).toBe(true);
    expect(isSharedByEnough(4, 3)).toBe(false);
    expect(isSharedByEnough(5, 10)).toBe(false);
  });

  test("has words, and tells no number", () => {
    expect(countMark(null)).toBe("c");
    expect(moreWords(null, { one: "contribution", many: "contributions" })).toBe(
      "A few more contributions have",
    );
    expect(moreWords(1, { one: "contribution", many: "contributions" })).toBe("One more contribution has");
    expect(smallRange(5)).toBe("1 to 4 people");
    expect(fewerThanInWords(5)).toBe("fewer than five people");
    expect(handsRaisedWords(3, 20, 5)).toBe("a few of those asked raised their hands");
    expect(handsRaisedWords(0, 3, 5)).toBe("nobody raised their hand");
  });
});

describe("words of quantity in sentences", () => {
  test("quantities are words, and nobody is no quantity", () => {
    expect(byQuantity(13, 20)).toBe("most participants");
    expect(byQuantity(1, 20)).toBe("one participant");
    expect(byQuantity(0, 20)).toBeNull();
  });

  test("“a few” may stand for one, and no other word for another share", () => {
    expect(quantifierFits("a few", { people: 1, of: 20 })).toBe(true);
    expect(quantifierFits("one", { people: 2, of: 20 })).toBe(false);
    expect(quantifierFits("many", { people: 11, of: 20 })).toBe(false);
  });

  test("what is found in a text is read by any of the words", () => {
    const found = ["All", "most", "MANY", "some", "A few", "one"].map((text) => {
      const [word = ""] = new RegExp(`^(?:${QUANTIFIER_PATTERN})$`, "i").exec(text) ?? [];
      return readQuantifier(word);
    });
    expect(found).toEqual(["all", "most", "many", "some", "a few", "one"]);
    expect(readQuantifier("several")).toBeNull();
  });
});
