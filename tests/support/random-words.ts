import { seededRandom } from "@/lib/platform/random";

/** What may stand between two words: whatever ends a line, spaces, and control characters. */
const BETWEEN = [
  ...[" ", "\t", "\n", "\v", "\f", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\u00A0", "\u3000"],
  ...["\u0000", "\u0001", "\u0008", "\u000E", "\u001B", "\u001F", "\u007F", "\u0080", "\u0092", "\u009F"],
];
/** Words that mean something in a file, and such as no file can hold. */
const ODD = [
  ...[
    "_x0041_",
    "_x005F_x000D_",
    "&amp;",
    "<b>",
    "]]>",
    "<!--",
    "CURRENT",
    "TOTAL_PAGES",
    "=1+1",
    "@SUM(A1)",
  ],
  ...[
    "\\u{41}",
    "*",
    "`",
    "|",
    "#",
    '"',
    "'",
    "${x}",
    "\uFFFE",
    "one\uFFFEtwo",
    "\uFFFF",
    "\uFFFD",
    "\uFDD0",
  ],
  ...["\u{1FFFE}x", "\u{10FFFF}y", "\uD800", "\uDC00", "a\uDBFF", "\uFEFF", "\u200B", "👩🏽‍🏫", "e\u0301"],
];
/** One in three characters is of the first plane, of which most are assigned. */
const PLANES = 17;

/** Words of any characters of Unicode, with anything between them that may part words. The same for the same seed. */
export function randomWords(seed: number): string {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const point = () => {
    const plane = random() < 1 / 3 ? 0 : below(PLANES);
    const code = plane * 0x10000 + below(0x10000);
    // A surrogate alone is among the odd words.
    return code >= 0xd800 && code <= 0xdfff ? "s" : String.fromCodePoint(code);
  };
  const word = () =>
    random() < 0.4 ? (ODD[below(ODD.length)] ?? "") : Array.from({ length: 1 + below(6) }, point).join("");
  const gap = () => Array.from({ length: 1 + below(2) }, () => BETWEEN[below(BETWEEN.length)] ?? "").join("");
  return `a${Array.from({ length: 1 + below(12) }, () => gap() + word()).join("")}${gap()}z`;
}

/** The words of a text in order, whatever parts them. */
export function wordsIn(text: string): string[] {
  return text.split(/[\s\p{Cc}]+/u).filter((word) => word !== "");
}

/** The words as a file has them that can hold neither U+FFFE nor U+FFFF nor half a surrogate pair. */
export function wordsHeld(text: string): string[] {
  return wordsIn(text).map((word) => word.replace(/[\uFFFE\uFFFF\p{Cs}]/gu, "\uFFFD"));
}
