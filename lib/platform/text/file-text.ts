/** Control characters, what else parts lines, and what XML 1.0 has no character for (section 2.2). */
const SPECIAL = /[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/gu;
/** Vertical tab, form feed, NEL, and the separators of lines and paragraphs (Unicode, section 5.8). */
const LINE_ENDS = new Set(["\n", "\v", "\f", "\u0085", "\u2028", "\u2029"]);
/** All control characters come before it: C0, DEL and C1. */
const FIRST_PRINTED = "\u00A0";
/** What stands where a character was that no file can hold. Programs show it as a question mark in a black square. */
const REPLACEMENT = "\uFFFD";

/**
 * A text as the files that we write show it: what parts lines is a line feed, every other control character but the tab is a
 * space, and what no file can hold is U+FFFD, so that it is seen. No words are joined. It is as long as before, in UTF-16
 * units and in code points, so that places in it stay.
 */
export function fileText(text: string): string {
  return text.replace(SPECIAL, shown);
}

function shown(sign: string): string {
  if (sign === "\t") return sign;
  if (LINE_ENDS.has(sign)) return "\n";
  return sign < FIRST_PRINTED ? " " : REPLACEMENT;
}
