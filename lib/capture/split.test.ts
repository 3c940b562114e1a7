import { describe, expect, test } from "vitest";
import { codePointLength, sliceCodePoints } from "@/lib/platform/text";
import { joined, mergeProblem, separated, splitAt } from "./split";

describe("splitting a line's words", () => {
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

  test("leaves what people see as one character whole", () => {
    expect(splitAt("cafe\u0301s", 4)).toHaveProperty("problem");
    expect(splitAt("cafe\u0301s", 5)).toMatchObject({ first: "cafe\u0301", second: "s" });
    // A woman, a joiner and a school: three code points, one character.
    expect(splitAt("ab👩‍🏫cd", 3)).toHaveProperty("problem");
    expect(splitAt("ab👩‍🏫cd", 5)).toMatchObject({ first: "ab👩‍🏫", second: "cd" });
  });

  test.each([0, 3, 4, 99])("needs words on both sides, so not at %i of “abc ”", (at) => {
    expect(splitAt("abc ", at)).toHaveProperty("problem");
  });
});

const line = {
  text: "Words",
  kind: "note",
  source: "identified",
  participantId: "1",
  importId: null,
  handsRaised: null,
  agreementSeen: false,
};

describe("merging two lines", () => {
  test("puts one space between them, and can be taken apart", () => {
    expect(mergeProblem(line, line)).toBeNull();
    expect(joined("a 🏫", "b")).toBe("a 🏫 b");
    expect(separated("a 🏫 b", "b")).toBe("a 🏫");
    expect(separated("a 🏫 c", "b")).toBeNull();
    expect(separated(" b", "b")).toBeNull();
  });

  test.each([
    ["another speaker's", { participantId: "2" }],
    ["of a file that can be taken back", { importId: "9" }],
    ["of another kind", { kind: "verbatim" }],
    ["of another source", { source: "unidentified", participantId: null }],
    ["whose hands were counted", { handsRaised: 3 }],
    ["too long together", { text: "x".repeat(9_999) }],
  ])("is refused for a line %s", (_, over) => {
    expect(mergeProblem(line, { ...line, ...over })).toMatch(/cannot be joined/);
  });
});
