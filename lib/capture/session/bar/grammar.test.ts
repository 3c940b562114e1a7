import { describe, expect, test } from "vitest";
import { openSign, withoutSign, withSignAt } from "./grammar";

const at = (text: string) => openSign(text, text.length);

describe("a sign", () => {
  test.each(["@", "word @", "contribution\n#", "word +", "/un"])("opens a list in %j", (typed) => {
    expect(at(typed)).not.toBeNull();
  });
  test.each(["word", "mail@school", "5-3", "5 - 3", "x # ", "really?", "and/or"])(
    "is text in %j",
    (typed) => {
      expect(at(typed)).toBeNull();
    },
  );
  test("is looked for only before the caret", () => {
    expect(openSign("@p0 and more", 3)).toEqual({ sign: "@", query: "p0", start: 0, end: 3 });
    expect(openSign("and @p0", 2)).toBeNull();
  });
  test("is removed from the text when something is chosen, without a double space", () => {
    const typed = "before @p07 after";
    const sign = openSign(typed, 11);
    expect(sign && withoutSign(typed, sign)).toEqual({ text: "before after", caret: 7 });
  });
  test.each([
    ["", 0, "@", 1],
    ["before ", 7, "before @", 8],
    ["before", 6, "before @", 8],
    ["beforeafter", 6, "before @after", 8],
  ])("that is put into %j at %i opens a list", (text, caret, put, after) => {
    expect(withSignAt(text, caret, "@")).toEqual({ text: put, caret: after });
    expect(openSign(put, after)?.sign).toBe("@");
  });
});
