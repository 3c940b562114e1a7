import { describe, expect, test } from "vitest";
import { optionalText, plainText } from "./text";
import { asList } from "./form-values";
import {
  runBefore,
  codePointLength,
  codePointOffsets,
  sliceCodePoints,
  toCodePoints,
  toUnits,
} from "./code-points";

const words = plainText({ what: "What was said", max: 10 });

describe("offsets", () => {
  const text = "a👩‍🏫é̈b";
  test("count code points, not UTF-16 units", () => {
    expect(codePointLength(text)).toBe(Array.from(text).length);
    expect(sliceCodePoints(text, 1, 4)).toBe("👩‍🏫");
  });
  test("converts many offsets as it converts one", () => {
    for (const words of [text, "plain"]) {
      const points = codePointOffsets(words);
      const each = Array.from({ length: words.length + 1 }, (_, unit) => unit);
      expect(each.filter((unit) => !/[\uDC00-\uDFFF]/.test(words[unit] ?? "")).map(points)).toEqual(
        each
          .filter((unit) => !/[\uDC00-\uDFFF]/.test(words[unit] ?? ""))
          .map((unit) => toCodePoints(words, unit)),
      );
    }
  });
  test("finds where a run of one kind begins, surrogate pairs whole", () => {
    expect(runBefore("ab  ", 4, /\s/)).toBe(2);
    expect(runBefore("a👩‍🏫", 6, /\S/)).toBe(0);
    expect(runBefore("a👩", 3, /\p{Extended_Pictographic}/u)).toBe(1);
    expect(runBefore("ab", 0, /\S/)).toBe(0);
    expect(runBefore("ab", 2, /\s/)).toBe(2);
  });
  test("converts to code points and back wherever a code point begins", () => {
    for (let offset = 0; offset <= codePointLength(text); offset++) {
      expect(toCodePoints(text, toUnits(text, offset))).toBe(offset);
    }
  });
});

describe("plain text", () => {
  test("line ends become LF, ends are trimmed, nothing else changes", () => {
    expect(words.parse(" a\r\nb\rc ")).toBe("a\nb\nc");
    expect(words.parse("e\u0301")).toBe("e\u0301");
  });
  test.each(["", "   ", undefined])("refuses %j and says what is missing", (input) => {
    expect(words.safeParse(input).error?.issues[0]?.message).toBe("What was said: enter some words");
  });
  test.each(["a\u0000b", "a\ud83d", "\udc00a"])("refuses what is not text: %j", (input) => {
    expect(words.safeParse(input).error?.issues[0]?.message).toContain("cannot be saved");
  });
  test("counts in code points and says by how much it is too long", () => {
    expect(words.parse("👍".repeat(10))).toHaveLength(20);
    expect(words.safeParse("👍".repeat(12)).error?.issues[0]?.message).toContain("2 too long");
  });
  test("may be empty where it is optional", () => {
    expect(optionalText({ what: "Note", max: 5 }).parse(undefined)).toBe("");
  });
});

test("a field of several values is always a list", () => {
  expect([undefined, "", "a", ["a", "b"]].map(asList)).toEqual([[], [], ["a"], ["a", "b"]]);
});
