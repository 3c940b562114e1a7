import { expect, test } from "vitest";
import { sliceCodePoints } from "@/lib/platform/text/code-points";
import { seededRandom } from "@/lib/platform/random";
import { steppedSpan, wholeWords, wordsOf, type SpanStep, type Words } from "./span-words";

const SAID = "👍🏽 My coach’s cafe\u0301 chat was worth it.";
const words = (text: string, span: Words | null) => span && sliceCodePoints(text, span.start, span.end);

test("words are counted in code points, emoji and combining marks whole", () => {
  expect(wordsOf(SAID).map((word) => words(SAID, word))).toEqual([
    "👍🏽",
    "My",
    "coach’s",
    "cafe\u0301",
    "chat",
    "was",
    "worth",
    "it",
  ]);
  expect(wordsOf(" … ")).toEqual([]);
});

test("a step marks a word, then one more at either end, or one less", () => {
  const steps: [SpanStep, string][] = [
    [{ end: "last", by: 1 }, "👍🏽"],
    [{ end: "last", by: 1 }, "👍🏽 My"],
    [{ end: "first", by: 1 }, "My"],
    [{ end: "last", by: 1 }, "My coach’s"],
    [{ end: "last", by: 1 }, "My coach’s cafe\u0301"],
    [{ end: "first", by: 1 }, "coach’s cafe\u0301"],
    [{ end: "last", by: -1 }, "coach’s"],
    [{ end: "last", by: -1 }, "coach’s"],
    [{ end: "first", by: -1 }, "My coach’s"],
  ];
  let span: Words | null = null;
  for (const [step, expected] of steps) {
    span = steppedSpan(SAID, span, step);
    expect(words(SAID, span)).toBe(expected);
  }
  expect(words(SAID, steppedSpan(SAID, null, { end: "first", by: -1 }))).toBe("it");
  expect(steppedSpan("…", null, { end: "last", by: 1 })).toBeNull();
});

test("after any steps whole words stay marked, and stepping back restores the marks", () => {
  const random = seededRandom(7);
  const last = wordsOf(SAID).at(-1)?.end ?? 0;
  let span: Words | null = null;
  for (let turn = 0; turn < 500; turn++) {
    const step: SpanStep = { end: random() < 0.5 ? "first" : "last", by: random() < 0.5 ? 1 : -1 };
    const before: Words | null = span;
    span = steppedSpan(SAID, span, step);
    expect(span && span.start >= 0 && span.start < span.end && span.end <= last).toBe(true);
    const back: SpanStep = { end: step.end, by: step.by === 1 ? -1 : 1 };
    if (before && words(SAID, before) !== words(SAID, span))
      expect(steppedSpan(SAID, span, back)).toEqual(before);
  }
});

test("what a pointer marked is widened to whole words; all of them mean the contribution itself", () => {
  const at = (from: number, to: number) =>
    words("one two three", wholeWords("one two three", { start: from, end: to }));
  expect(at(5, 6)).toBe("two");
  expect(at(2, 5)).toBe("one two");
  expect(at(3, 4)).toBeNull();
  expect(at(0, 13)).toBeNull();
});
