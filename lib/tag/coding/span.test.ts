import { describe, expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { editedSpan, movedSpan, splitSpan, type Span } from "./span";

/** "one two" split before "two": the first part ends at 3, the second begins at 4. */
const split = { firstEnd: 3, secondStart: 4 };
const span = (spanStart: number, spanEnd: number) => ({ spanStart, spanEnd });
const whole = { spanStart: null, spanEnd: null };

describe("a span after its contribution was split", () => {
  test.each([
    ["in the first part", span(0, 3), span(0, 3), null],
    ["in the second part", span(4, 7), null, span(0, 3)],
    ["across both", span(1, 6), span(1, 3), span(0, 2)],
    ["on the space between", span(3, 4), null, null],
    ["on the whole contribution", whole, whole, whole],
  ])("%s", (_, before, first, second) => {
    expect(splitSpan(before, split)).toEqual({ first, second });
  });
});

test("a span moves with its words, and the whole contribution stays whole", () => {
  expect(movedSpan(span(2, 5), 4)).toEqual(span(6, 9));
  expect(movedSpan(whole, 4)).toEqual(whole);
});

describe("a span after its contribution was edited", () => {
  const said = "The 👩‍🏫 coaching was good";
  test.each([
    ["a word put before it", said, "So the 👩‍🏫 coaching was good", "coaching"],
    ["a word put right before it", said, "The 👩‍🏫 group coaching was good", "coaching"],
    ["a word put after it", said, "The 👩‍🏫 coaching was very good", "coaching"],
    ["letters changed within it", said, "The 👩‍🏫 coaxing was good", "coaxing"],
    ["the emoji before it taken out", said, "The coaching was good", "coaching"],
  ])("%s", (_, before, after, words) => {
    const at = Array.from(before.slice(0, before.indexOf("coaching"))).length;
    const moved = editedSpan(span(at, at + 8), before, after);
    expect(wordsAt(after, moved)).toBe(words);
  });

  test("with all its words removed it becomes the whole contribution", () => {
    expect(editedSpan(span(4, 7), "one two", "one")).toEqual(whole);
    expect(editedSpan(whole, "one", "two")).toEqual(whole);
  });

  test("after any edit it is within the text, and words that the edit did not touch stay marked", () => {
    const random = seededRandom(4);
    const pick = (n: number) => Math.floor(random() * n);
    const letters = [..."ab é👍e\u0301"];
    const text = (n: number) => Array.from({ length: n }, () => letters[pick(letters.length)]).join("");
    for (let turn = 0; turn < 500; turn++) {
      const [head, marked, tail, put] = [
        text(pick(6)),
        text(1 + pick(6)),
        text(pick(6)),
        "Z".repeat(pick(4)),
      ];
      const before = head + marked + tail;
      const start = Array.from(head).length;
      const marks = span(start, start + Array.from(marked).length);
      const inFront = editedSpan(marks, before, put + before);
      const behind = editedSpan(marks, before, before + put);
      expect(wordsAt(before + put, behind)).toBe(marked);
      expect(wordsAt(put + before, inFront)).toBe(marked);
      const other = editedSpan(marks, before, text(1 + pick(12)));
      if (other.spanStart !== null) expect(other.spanStart).toBeLessThan(Number(other.spanEnd));
    }
  });

  function wordsAt(text: string, { spanStart, spanEnd }: Span): string {
    return Array.from(text)
      .slice(spanStart ?? 0, spanEnd ?? undefined)
      .join("");
  }
});
