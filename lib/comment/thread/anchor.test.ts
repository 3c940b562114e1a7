import { describe, expect, test } from "vitest";
import { findAnchor, highlighted, quoteMatches } from "./anchor";

describe("finding commented words again", () => {
  test("finds them where they were", () => {
    expect(findAnchor("a b a", { start: 4, end: 5, quote: "a" })).toEqual({ start: 4, end: 5 });
  });

  test("a nearer occurrence wins over a farther one", () => {
    const text = "time is short; more time; and time again";
    expect(findAnchor(text, { start: 18, end: 22, quote: "time" })).toEqual({ start: 20, end: 24 });
  });

  test("finds them after words were inserted before them", () => {
    expect(findAnchor("In short, marking differs.", { start: 0, end: 15, quote: "marking differs" })).toEqual(
      {
        start: 10,
        end: 25,
      },
    );
  });

  test("finds nothing when the words have changed", () => {
    expect(findAnchor("grading differs", { start: 0, end: 7, quote: "marking" })).toBeNull();
    expect(findAnchor("anything", { start: 0, end: 0, quote: "" })).toBeNull();
  });

  test("counts code points: an emoji is not two characters", () => {
    const text = "👩🏽‍🏫 said 😀 yes";
    const start = Array.from("👩🏽‍🏫 said 😀 ").length;
    const anchor = { start, end: start + 3, quote: "yes" };
    expect(quoteMatches(text, anchor)).toBe(true);
    expect(findAnchor(`😀😀${text}`, anchor)).toEqual({ start: start + 2, end: start + 5 });
  });
});

test("highlights split a text without losing any of it, even where they overlap", () => {
  const pieces = highlighted("😀abcdef", [
    { id: "x", start: 1, end: 4 },
    { id: "y", start: 3, end: 6 },
  ]);
  expect(pieces).toEqual([
    { start: 0, end: 1, text: "😀", comments: [] },
    { start: 1, end: 3, text: "ab", comments: ["x"] },
    { start: 3, end: 4, text: "c", comments: ["x", "y"] },
    { start: 4, end: 6, text: "de", comments: ["y"] },
    { start: 6, end: 7, text: "f", comments: [] },
  ]);
});
