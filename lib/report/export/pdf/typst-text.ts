/**
 * A text as a string of Typst's code, in which nothing is markup: quotation mark and backslash are escaped, and so is every
 * control character. https://typst.app/docs/reference/foundations/str/
 */
export function typstString(text: string): string {
  const escaped = text.replace(/["\\]|\p{Cc}/gu, (sign) =>
    sign === '"' || sign === "\\" ? `\\${sign}` : `\\u{${sign.codePointAt(0)?.toString(16) ?? "fffd"}}`,
  );
  return `"${escaped}"`;
}

/** The text as content between the brackets of markup. */
export function typstContent(text: string): string {
  return `#${typstString(text)};`;
}

/** Which characters the fonts of a file do not have. */
export type Missing = { has: (sign: string) => boolean };
export const NONE_MISSING: Missing = { has: () => false };
/** All that a font for western languages need not have. */
export const BEYOND_LATIN: Missing = { has: (sign) => !/^[ -~\u00A0-\u017F\u2010-\u2026]$/.test(sign) };

/** The text on one line, in which a character that no font has is its code, such as [U+6F22]. */
export function withoutGlyphs(text: string, missing: Missing): string {
  return Array.from(text.replace(/\p{Cc}/gu, " "), (sign) =>
    missing.has(sign)
      ? `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`
      : sign,
  ).join("");
}

/** No word of English has as many letters, and a column of a table has room for them. */
const LONGEST_WORD = 24;
/** Where a line may break, which is neither seen nor read out: U+200B. */
const BREAK = "\u200B";

/** The text with places to break in what is longer than any word, such as an address, so that it stays on the page. */
export function withBreaks(text: string): string {
  return text.replace(UNBROKEN, (word) =>
    Array.from(CLUSTERS.segment(word), ({ segment }) => segment).join(BREAK),
  );
}

const UNBROKEN = new RegExp(`[^\\s${BREAK}-]{${LONGEST_WORD + 1},}`, "gu");
/** A letter with its accents, or an emoji of several parts, is not broken. */
const CLUSTERS = new Intl.Segmenter("en-GB");
