import { expect, test } from "vitest";
import { undoneLoggingWords } from "./undo";

test.each([
  [1, "The contribution you logged is struck out. To get it back, choose Edit next to it, then Restore."],
  [
    3,
    "The 3 contributions you logged are struck out. To get one back, choose Edit next to it, then Restore.",
  ],
])("undoing what was logged says what happened to %i, and how to restore them", (count, words) => {
  expect(undoneLoggingWords(count)).toBe(words);
  // Nothing was struck out before.
  expect(words).not.toContain("again");
});
