import { z } from "zod";

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

export const NUL = "\u0000";
export const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

type PlainText = { what: string; max: number };

/** Beyond this many code points the message gives no exact count. */
const COUNTED = 1_000_000;

/**
 * Words as a person typed them: line ends become LF, the ends are trimmed, nothing else is normalised. `what`
 * names the field at the start of a message ("What was said"), `max` is in code points.
 */
export function plainText({ what, max }: PlainText) {
  return optionalText({ what, max }).refine((text) => text !== "", { error: `${what}: enter some words` });
}

/** The same, but optional; an absent field is an empty text. */
export function optionalText({ what, max }: PlainText) {
  return z
    .string({ error: `${what}: enter some words` })
    .default("")
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .refine((text) => !text.includes(NUL) && !LONE_SURROGATE.test(text), {
      error: `${what} contains a character that cannot be saved. Delete it, or paste the words as plain text`,
      abort: true,
    })
    .refine((text) => text.length <= max || (text.length < COUNTED && codePointLength(text) <= max), {
      error: ({ input }) => tooLong(what, max, String(input)),
    });
}

function tooLong(what: string, max: number, text: string): string {
  const by =
    text.length < COUNTED ? ` It is ${(codePointLength(text) - max).toLocaleString("en-GB")} too long.` : "";
  return `${what} must be ${max.toLocaleString("en-GB")} characters or fewer.${by} Split it in two`;
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

/** A form's field with several values arrives as nothing, one string or a list: returns a list. */
export function asList(value: unknown): unknown[] {
  if (value === undefined || value === null || value === "") return [];
  return Array.isArray(value) ? value : [value];
}

/** An empty form field means that nothing was chosen. */
export function blankAsNull(value: unknown): unknown {
  return value === "" || value === undefined ? null : value;
}
