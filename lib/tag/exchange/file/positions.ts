import { codePointLength } from "@/lib/platform/text/text";

/** A source's text with LF line ends, and where each position in the file is in it. */
export type SourceText = { text: string; length: number; at: (position: number) => number };

/**
 * REFI-QDA 1.5, section 10.2, counts positions in Unicode code points of the file, from 0. A carriage return
 * before a line feed therefore counts in the file, but is removed here. A byte order mark is not part of the
 * text.
 */
export function sourceText(raw: string): SourceText {
  const gone: number[] = [];
  let before = 0;
  let counted = 0;
  for (let found = raw.indexOf("\r\n"); found >= 0; found = raw.indexOf("\r\n", found + 2)) {
    counted += codePointLength(raw.slice(before, found));
    before = found;
    gone.push(counted);
  }
  const text = raw.replace(/\r\n?/g, "\n");
  return {
    text,
    length: codePointLength(text),
    at: (position) => position - countBelow(gone, position),
  };
}

/** How many of the ascending numbers are below the limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
