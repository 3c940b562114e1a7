import { mayBeQuoted, type CitedContribution } from "@/lib/report/claim/claim";

/** Shorter passages in quotation marks are terms, not quotations. */
const QUOTED_WORDS = 4;

/**
 * What closes a passage. Double quotation marks may span lines. Single ones have no letter on the outer side, so
 * that an apostrophe opens no quotation, and are on one line.
 */
const CLOSING: Record<string, RegExp> = {
  "“": /”/g,
  '"': /"/g,
  "‘": /’(?!\p{L})/gu,
  "'": /'(?!\p{L})/gu,
};
const OPENING = /[“"]|(?<!\p{L})[‘']/gu;
const LINE_END = /[\n\r\u2028\u2029]/g;

/** The passages of a text that are in quotation marks, each with at least one character. */
export function quotedPassages(text: string): string[] {
  const closing = new Map(Object.entries(CLOSING).map(([mark, sign]) => [mark, placeReader(text, sign)]));
  const lineEnd = placeReader(text, LINE_END);
  const passages: string[] = [];
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(OPENING)) {
    if (index < from) continue;
    const isSingle = mark === "‘" || mark === "'";
    // A single mark directly after the first one is an apostrophe, such as in ‘’tis’.
    const end = closing.get(mark)?.(index + (isSingle ? 2 : 1)) ?? text.length;
    if (end === text.length || end === index + 1 || (isSingle && lineEnd(index + 1) < end)) continue;
    passages.push(text.slice(index + 1, end));
    from = end + 1;
  }
  return passages.filter((passage) => passage.trim().split(/\s+/).length >= QUOTED_WORDS);
}

/**
 * Makes a function that finds the next place of a sign, and the end of the text without one. Asked for places in
 * ascending order, it reads the text once.
 */
function placeReader(text: string, sign: RegExp): (from: number) => number {
  let place = -1;
  return (from) => {
    if (place >= from) return place;
    sign.lastIndex = from;
    place = sign.exec(text)?.index ?? text.length;
    return place;
  };
}

/** Quotation marks and spaces are typed in different ways; the comparison ignores the difference. */
function sameTyping(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, " ").trim();
}

function withoutMarks(text: string): string {
  return sameTyping(text)
    .replace(/^"(.*)"$/s, "$1")
    .trim();
}

/** Why these words may not be published as a quotation of one of the contributions; null when they may. */
export function quotationFault(passage: string, contributions: readonly CitedContribution[]): string | null {
  const words = withoutMarks(passage);
  const holding = contributions.filter(
    ({ clearedText }) => clearedText !== null && sameTyping(clearedText).includes(words),
  );
  if (holding.some(mayBeQuoted)) return null;
  if (holding.length === 0)
    return "These words are not in a cleared contribution that the quotation cites. Copy them from the cleared contribution.";
  if (holding.every(({ verbatim }) => !verbatim))
    return "This contribution is the gist. You can only quote contributions marked word for word. Report this one in other words.";
  return "The speaker does not let these words be quoted. Report them in other words.";
}
