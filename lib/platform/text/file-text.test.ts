import { describe, expect, test } from "vitest";
import { csvText } from "./csv";
import { fileText } from "./file-text";
import { codePointLength } from "./code-points";
import { xmlCharacters, xmlText } from "./xml-text";

describe("a text as files show it", () => {
  test.each([
    ["a vertical tab, as a slide has it", "slide\vsecond", "slide\nsecond"],
    ["a form feed", "one\ftwo", "one\ntwo"],
    ["NEL", "one\u0085two", "one\ntwo"],
    ["separators of lines and paragraphs", "one\u2028two\u2029three", "one\ntwo\nthree"],
    ["a carriage return", "one\r\ntwo", "one \ntwo"],
    ["control characters", "one\u0001two\u007Fthree\u0092four", "one two three four"],
    ["noncharacters that XML has not", "one\uFFFEtwo\uFFFF", "one\uFFFDtwo\uFFFD"],
    ["lone surrogates", "\uDC00a\uD800", "\uFFFDa\uFFFD"],
    ["what every file holds", "a\tb\nc 👩‍🏫 \u00AD\u200B\uFEFF\uFDD0\u{1FFFE}", undefined],
  ])("%s", (_, text, shown = text) => {
    expect(fileText(text)).toBe(shown);
    expect(fileText(text)).toHaveLength(text.length);
    expect(codePointLength(fileText(text))).toBe(codePointLength(text));
  });
});

test("data in XML keeps every character that XML has", () => {
  expect(xmlCharacters("a\u2028b\u0085c\u0092d\re\vf\u0001g\uFFFE")).toBe(
    "a\u2028b\u0085c\u0092d\re\nf g\uFFFD",
  );
  expect(xmlText('a\u2028b & <"c">')).toBe("a\nb &amp; &lt;&quot;c&quot;&gt;");
});

test("a formula is harmless behind what becomes a space or a line break too", () => {
  for (const sign of ["\v", "\u0001", "\u2028", " "])
    expect(csvText([[`${sign}=1+1`]])).toMatch(/^\uFEFF"?'\s=1\+1"?\r\n$/);
});
