import { describe, expect, test } from "vitest";
import { codePointLength, sliceCodePoints, toCodePoints } from "@/lib/platform/text/code-points";
import { joined, mergeProblem, separated, splitAt, wordBoundary } from "./split";

describe("splitting a contribution's words", () => {
  test("counts in code points, and keeps every word", () => {
    const text = "🏫👩‍🏫 gave us time\n and a café, too";
    for (let at = 1; at < codePointLength(text); at++) {
      const parts = splitAt(text, at);
      if ("problem" in parts) continue;
      expect(parts.first).toBe(sliceCodePoints(text, 0, parts.firstEnd));
      expect(parts.second).toBe(sliceCodePoints(text, parts.secondStart));
      const bare = (words: string) => words.replace(/\s/g, "");
      expect(bare(parts.first + parts.second)).toBe(bare(text));
    }
  });

  test("keeps whole what people see as one character", () => {
    expect(splitAt("cafe\u0301s", 4)).toHaveProperty("problem");
    expect(splitAt("cafe\u0301s", 5)).toMatchObject({ first: "cafe\u0301", second: "s" });
    // A woman, a joiner and a school: three code points, one visible character.
    expect(splitAt("ab👩‍🏫cd", 3)).toHaveProperty("problem");
    expect(splitAt("ab👩‍🏫cd", 5)).toMatchObject({ first: "ab👩‍🏫", second: "cd" });
  });

  test.each([0, 3, 4, 99])("needs words on both sides, so it refuses %i of “abc ”", (at) => {
    expect(splitAt("abc ", at)).toHaveProperty("problem");
  });
});

describe("a caret in the words", () => {
  test.each([
    ["in pra|ctice today", "in", "practice today"],
    ["in pract|ice today", "in practice", "today"],
    ["in practice| today", "in practice", "today"],
    ["in practice |today", "in practice", "today"],
    ["in prac|tice today", "in", "practice today"],
    ["pra|ctice today", "practice", "today"],
    ["in pract|ice", "in", "practice"],
    ["a 👩‍🏫sch|ool", "a", "👩‍🏫school"],
  ])("in %j leaves each word whole, and the joined parts are the original", (typed, first, second) => {
    const caret = typed.indexOf("|");
    const text = typed.replace("|", "");
    const at = wordBoundary(text, caret);
    expect(splitAt(text, toCodePoints(text, at ?? 0))).toMatchObject({ first, second });
    expect(joined(first, second)).toBe(text);
  });

  test.each(["|two words", "two words|", "on|e", "", " on|e "])("has no place to split in %j", (typed) => {
    expect(wordBoundary(typed.replace("|", ""), Math.max(0, typed.indexOf("|")))).toBeNull();
  });
});

const contribution = {
  text: "Words",
  wording: "gist",
  source: "identified",
  participantId: "1",
  importId: null,
  handsRaised: null,
  agreementSeen: false,
};

describe("merging two contributions", () => {
  test("puts one space between them, and can be undone", () => {
    expect(mergeProblem(contribution, contribution)).toBeNull();
    expect(joined("a 🏫", "b")).toBe("a 🏫 b");
    expect(separated("a 🏫 b", "b")).toBe("a 🏫");
    expect(separated("a 🏫 c", "b")).toBeNull();
    expect(separated(" b", "b")).toBeNull();
  });

  test.each([
    ["another speaker's", { participantId: "2" }],
    ["of a file that can be taken back", { importId: "9" }],
    ["with another wording", { wording: "verbatim" }],
    ["of another source", { source: "unidentified", participantId: null }],
    ["whose hands were counted", { handsRaised: 3 }],
    ["too long together", { text: "x".repeat(9_999) }],
  ])("is refused for a contribution %s", (_, over) => {
    expect(mergeProblem(contribution, { ...contribution, ...over })).toMatch(/cannot be joined/);
  });
});
