import { describe, expect, test } from "vitest";
import { repeatFinder, TAKEN_OUT, takenOut } from "./erasure-repeats";

const CONTRIBUTION = "My own assessor never read the portfolio that I had spent two whole terms on.";

describe("where a text repeats somebody's words", () => {
  test("eight words in a row count, ignoring case and punctuation, and other words stay", () => {
    const text = "They said: “my own assessor never read, the PORTFOLIO that” and more.";
    const places = repeatFinder([CONTRIBUTION])(text);
    expect(takenOut(text, places)).toBe(`They said: “${TAKEN_OUT}” and more.`);
  });

  test("the longest run is one range", () => {
    expect(repeatFinder([CONTRIBUTION])(`Before ${CONTRIBUTION} After`)).toHaveLength(1);
  });

  test("seven words in a row do not count, nor do common phrases", () => {
    expect(repeatFinder([CONTRIBUTION])("my own assessor never read the portfolio again")).toEqual([]);
    expect(repeatFinder(["Yes, I agree"])("Yes, I agree")).toEqual([]);
  });

  test("a short contribution counts only as a whole", () => {
    const find = repeatFinder(["Cover costs us everything"]);
    expect(find("He found that cover costs us everything.")).toHaveLength(1);
    expect(find("Cover costs us little")).toEqual([]);
    const runsOnly = repeatFinder(["Cover costs us everything"], { shortContributions: false });
    expect(runsOnly("He found that cover costs us everything.")).toEqual([]);
  });

  test("emoji and combining marks do not shift the ranges", () => {
    const text = "👩‍🏫 Cafe\u0301 says cover costs us everything 👍";
    expect(takenOut(text, repeatFinder(["Cover costs us everything"])(text))).toBe(
      `👩‍🏫 Cafe\u0301 says ${TAKEN_OUT} 👍`,
    );
  });
});
