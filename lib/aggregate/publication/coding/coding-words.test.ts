import { expect, test } from "vitest";
import { codingSentences } from "./coding-words";

test("who set the themes is said with how far they agreed, and that this was not measured where it was not", () => {
  expect(codingSentences({ coders: 2, agreement: "Their agreement was 0.743." })).toEqual([
    "2 people read the contributions and set the themes and stances that are counted here.",
    "Their agreement was 0.743.",
  ]);
  expect(codingSentences({ coders: 1, agreement: null })).toEqual([
    "1 person read the contributions and set the themes and stances that are counted here.",
    expect.stringContaining("was not measured"),
  ]);
});

test("a release that does not hold it says nothing of it", () => {
  expect(codingSentences(null)).toEqual([]);
  expect(codingSentences({ coders: 0, agreement: null })).toEqual([]);
});
