import { describe, expect, test } from "vitest";
import { movedSpan, splitSpan } from "./span";

/** "one two" split before "two": the first part ends at 3, the second begins at 4. */
const split = { firstEnd: 3, secondStart: 4 };
const span = (spanStart: number, spanEnd: number) => ({ spanStart, spanEnd });
const whole = { spanStart: null, spanEnd: null };

describe("a span after its line was split", () => {
  test.each([
    ["in the first part", span(0, 3), span(0, 3), null],
    ["in the second part", span(4, 7), null, span(0, 3)],
    ["across both", span(1, 6), span(1, 3), span(0, 2)],
    ["on the space between", span(3, 4), null, null],
    ["on the whole line", whole, whole, whole],
  ])("%s", (_, before, first, second) => {
    expect(splitSpan(before, split)).toEqual({ first, second });
  });
});

test("a span moves with its words, and the whole line stays whole", () => {
  expect(movedSpan(span(2, 5), 4)).toEqual(span(6, 9));
  expect(movedSpan(whole, 4)).toEqual(whole);
});
