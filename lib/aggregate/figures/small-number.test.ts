import { describe, expect, test } from "vitest";
import {
  countMark,
  fewerThanInWords,
  isSharedByEnough,
  isSmall,
  isTooFew,
  moreWords,
  smallRange,
} from "./small-number";

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

  test("has words, and tells no number", () => {
    expect(countMark(null)).toBe("c");
    expect(moreWords(null, { one: "contribution", many: "contributions" })).toBe(
      "A few more contributions have",
    );
    expect(moreWords(1, { one: "contribution", many: "contributions" })).toBe("One more contribution has");
    expect(smallRange(5)).toBe("1 to 4 people");
    expect(fewerThanInWords(5)).toBe("fewer than five people");
  });
});
