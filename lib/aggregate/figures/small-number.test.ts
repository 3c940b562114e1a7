import { describe, expect, test } from "vitest";
import { fewerThanInWords, isSharedByEnough, isSmall, isTooFew, moreWords } from "./small-number";

describe("a small number", () => {
  test("is 1 up to the threshold less one: a true 0 gives nobody away", () => {
    expect([0, 1, 4, 5].map((count) => isSmall(count, 5))).toEqual([false, true, true, false]);
    expect(isSmall(5, 10)).toBe(true);
  });

  test("nobody is too few to speak as a group", () => {
    expect([0, 4, 5].map((people) => isTooFew(people, 5))).toEqual([true, true, false]);
  });

  test("of people who share an attribute is below five, or below a higher threshold", () => {
    expect(isSharedByEnough(5, 3)).toBe(true);
    expect(isSharedByEnough(4, 3)).toBe(false);
    expect(isSharedByEnough(5, 10)).toBe(false);
  });

  test("has words", () => {
    expect(moreWords(1, { one: "contribution", many: "contributions" })).toBe("One more contribution has");
    expect(fewerThanInWords(5)).toBe("fewer than five people");
  });
});
