/** A line of a text that has words, with its number, and whether an empty line stands above it. */
export type Line = { line: number; text: string; afterBlank: boolean };

/**
 * Where a line of a text ends: also at the breaks that word processors leave in plain text (vertical tab, form feed, U+0085,
 * U+2028, U+2029). In a table these may stand inside a cell, so that decoding keeps them.
 */
const LINE_END = /[\n\v\f\u0085\u2028\u2029]/;
/** Marks without a width, which chats put before names and times. */
const INVISIBLE = /[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** A name in bold type, as notes in Markdown have it, perhaps in a list. */
const BOLD = /^((?:[-*•]\s{1,4})?)(\*\*|__)([^*_]{1,60})(?::\2|\2:)/;

/** How much of a text decides what it is. */
const BEGINNING = { lines: 200, length: 100_000 };

/** The lines over which it is decided what a text is. */
export function beginningOf(text: string): Line[] {
  return linesOf(text.slice(0, BEGINNING.length)).slice(0, BEGINNING.lines);
}

/** The lines that are not blank, without the space around them. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let afterBlank = true;
  for (const [index, typed] of text.split(LINE_END).entries()) {
    const line = typed === "" ? "" : typed.replace(INVISIBLE, "").trim().replace(BOLD, "$1$3:");
    if (line !== "") lines.push({ line: index + 1, text: line, afterBlank });
    afterBlank = line === "";
  }
  return lines;
}
