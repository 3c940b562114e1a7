import { countOf } from "../text/count-words";
import { fileText } from "../text/file-text";
import { codePointLength, isSecondHalf } from "../text/code-points";
import { escapedXml } from "../text/xml-text";

/** Excel takes no more UTF-16 units in a cell, and repairs a file that has more. */
const MAX_UNITS = 32_767;
/** Room for the words that say how much is left out. */
const NOTE_UNITS = 100;
/** What programs take for a character written by its code (ECMA-376, part 1, 22.9.2.19). */
const CODE = /_(?=x[0-9a-f]{4}_)/gi;

/**
 * Text for a cell. A tab is a space, because Excel shows none between words. What a cell has no room for is left out, and
 * the cell says so.
 */
export function xlsxText(text: string): string {
  const words = fitting(fileText(text).replaceAll("\t", " "));
  return escapedXml(words.replace(CODE, "_x005F_"));
}

function fitting(text: string): string {
  if (text.length <= MAX_UNITS) return text;
  const cut = MAX_UNITS - NOTE_UNITS;
  const end = isSecondHalf(text, cut) ? cut - 1 : cut;
  const left = countOf(codePointLength(text.slice(end)), "more character");
  return `${text.slice(0, end)} … [${left} left out, because a cell holds no more]`;
}
