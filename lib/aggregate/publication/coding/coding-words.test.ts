import { expect, test } from "vitest";
import { codingSentences } from "./coding-words";

const ALL = { whole: true };

test("who set the themes is said with how far they agreed, and that this was not measured where it was not", () => {
  expect(codingSentences({ coders: 2, agreement: "Their agreement was 0.743." }, ALL)).toEqual([
    "2 people read the contributions and set the themes and stances that are counted here.",
    "Their agreement was 0.743.",
  ]);
  expect(codingSentences({ coders: 1, agreement: null }, ALL)).toEqual([
    "1 person read the contributions and set the themes and stances that are counted here.",
    expect.stringContaining("was not measured"),
  ]);
});

test("of a roundtable, it is said that both are of the whole release", () => {
  expect(codingSentences({ coders: 2, agreement: "Their agreement was 0.743." }, { whole: false })).toEqual([
    "In the whole release, 2 people read the contributions and set the themes and stances.",
    "Their agreement was 0.743. This was measured for the review, and not for this roundtable by itself.",
  ]);
});

test("a release that does not hold it says nothing of it", () => {
  expect(codingSentences(null, ALL)).toEqual([]);
  expect(codingSentences({ coders: 0, agreement: null }, ALL)).toEqual([]);
});
