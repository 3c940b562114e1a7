import { describe, expect, test } from "vitest";
import { quantifierFor } from "./quantifier";

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

  test("“all” is used only where everyone was counted, and never for fewer than five", () => {
    expect(quantifierFor({ people: 20, of: 20, everyoneCounted: true })).toBe("all");
    expect(quantifierFor({ people: 19, of: 20, everyoneCounted: true })).toBe("most");
    expect(quantifierFor({ people: 4, of: 4, everyoneCounted: true })).toBe("a few");
  });

  test("no people have no word", () => {
    expect(() => quantifierFor({ people: 0, of: 20 })).toThrow(RangeError);
  });
});
