import { expect, test } from "vitest";
import { exampleWords } from "./example";

test("an example is the words it was taken from, or the contribution where those are gone", () => {
  const text = "Marking 👩🏽‍🏫 differs.";
  expect(exampleWords(text, { spanStart: null, spanEnd: null })).toBe(text);
  expect(exampleWords(text, { spanStart: 8, spanEnd: 12 })).toBe("👩🏽‍🏫");
  expect(exampleWords("Cut.", { spanStart: 8, spanEnd: 12 })).toBe("Cut.");
});
