import { describe, expect, test } from "vitest";
import { maskedText, offeredRows, withEmptyRows, withRow, withSelected } from "./words-to-mask";

const row = (words: string, as = "school") => ({ words, as });
const wordsOf = (rows: readonly { words: string }[]) => rows.map(({ words }) => words);

describe("the rows of words to mask", () => {
  test("are four, and one more than the words that are masked already", () => {
    expect(wordsOf(withEmptyRows([]))).toEqual(["", "", "", ""]);
    expect(wordsOf(withEmptyRows(["a", "b", "c", "d"].map((one) => row(one))))).toEqual([
      "a",
      "b",
      "c",
      "d",
      "",
    ]);
  });

  test("show one empty row after the last that is filled in", () => {
    expect(offeredRows(withEmptyRows([]))).toBe(1);
    expect(offeredRows([row("a"), row(" "), row("b"), row("")])).toBe(4);
  });

  test("change one at a time", () => {
    const rows = [row("a"), row("b"), row("")];
    expect(withRow(rows, 1, { as: "trust" })).toEqual([row("a"), row("b", "trust"), row("")]);
  });

  test("go on however many are typed", () => {
    const typed = ["a", "b", "c", "d", "e"].reduce(
      (rows, words, n) => withRow(rows, n, { words }),
      withEmptyRows([]),
    );
    expect(wordsOf(typed)).toEqual(["a", "b", "c", "d", "e", ""]);
  });

  test("take words that were selected into the first empty one, and keep one to fill in", () => {
    const rows = withSelected([row("a"), row("", "trust"), row("b"), row("")], "Oak School");
    expect(rows).toEqual([row("a"), row("Oak School", "trust"), row("b"), row("")]);
    expect(wordsOf(withSelected(rows, "c"))).toEqual(["a", "Oak School", "b", "c", ""]);
  });
});

describe("the contribution as it would read", () => {
  test("masks words wherever they stand, whatever their case", () => {
    expect(maskedText("Oak School is good. At oak school we read.", [row(" Oak School ")])).toBe(
      "[school] is good. At [school] we read.",
    );
  });

  test("is left as it is by words that are still being typed", () => {
    expect(maskedText("Oak School", [row("Elm"), row("")])).toBe("Oak School");
  });
});
