import { z } from "zod";
import { codePointLength } from "./code-points";

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

/** A form's field with several values arrives as nothing, one string or a list: returns a list. */
export function asList(value: unknown): unknown[] {
  if (value === undefined || value === null || value === "") return [];
  return Array.isArray(value) ? value : [value];
}

/** An empty form field means that nothing was chosen. */
export function blankAsNull(value: unknown): unknown {
  return value === "" || value === undefined ? null : value;
}
