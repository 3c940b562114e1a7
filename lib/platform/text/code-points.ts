/** How many Unicode code points the text has; an emoji of several parts counts each of them. */
export function codePointLength(text: string): number {
  // A surrogate pair is one code point; input with lone surrogates is refused, so there are none.
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}

/** The part of the text from `start` to `end` (exclusive), both in code points. */
export function sliceCodePoints(text: string, start: number, end?: number): string {
  return Array.from(text).slice(start, end).join("");
}

/** Converts an offset in UTF-16 units, as JavaScript and the DOM give it, to one in code points. */
export function toCodePoints(text: string, offset: number): number {
  return codePointLength(text.slice(0, offset));
}

/** The same for many offsets of one text, which is read only once. */
export function codePointOffsets(text: string): (offset: number) => number {
  if (!/[\uD800-\uDBFF]/.test(text)) return (offset) => offset;
  const points = new Uint32Array(text.length + 1);
  for (let unit = 1; unit <= text.length; unit++) {
    points[unit] = (points[unit - 1] ?? 0) + (isSecondHalf(text, unit - 1) ? 0 : 1);
  }
  return (offset) => points[Math.min(offset, text.length)] ?? 0;
}

/** Whether it is the second half of a surrogate pair, which is not a code point of its own. */
export function isSecondHalf(text: string, unit: number): boolean {
  const code = text.charCodeAt(unit);
  return code >= 0xdc00 && code <= 0xdfff;
}

/** Converts an offset in code points to one in UTF-16 units. */
export function toUnits(text: string, offset: number): number {
  return sliceCodePoints(text, 0, offset).length;
}

/**
 * Where the characters of a kind that stand directly before `end` begin, in UTF-16 units. `kind` matches one
 * character. A pattern such as /x*$/ finds the same, but is tried at every place of the text.
 */
export function runBefore(text: string, end: number, kind: RegExp): number {
  let start = end;
  while (start > 0) {
    const from = start - (isSecondHalf(text, start - 1) ? 2 : 1);
    if (!kind.test(text.slice(from, start))) break;
    start = from;
  }
  return start;
}
