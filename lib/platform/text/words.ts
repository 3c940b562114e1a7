import { codePointLength } from "./code-points";

export const NUL = "\u0000";
export const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** What is asked of words: `what` names the field at the start of a message, `max` is in code points. */
export type PlainText = { what: string; max: number };

/** Beyond this many code points the message gives no exact count. */
const COUNTED = 1_000_000;

/** Words as they are kept: line ends become LF, the ends are trimmed, nothing else is normalised. */
export function asTyped(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}

/** Why such words cannot be kept, or null. */
export function wordsProblem(text: string, { what, max }: PlainText): string | null {
  if (text.includes(NUL) || LONE_SURROGATE.test(text))
    return `${what} contains a character that cannot be saved. Delete it, or paste the words as plain text`;
  const fits = text.length <= max || (text.length < COUNTED && codePointLength(text) <= max);
  return fits ? null : tooLong(what, max, text);
}

function tooLong(what: string, max: number, text: string): string {
  const by =
    text.length < COUNTED ? ` It is ${(codePointLength(text) - max).toLocaleString("en-GB")} too long.` : "";
  return `${what} must be ${max.toLocaleString("en-GB")} characters or fewer.${by} Split it in two`;
}
