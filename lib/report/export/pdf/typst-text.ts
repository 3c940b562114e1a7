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

/** The same text without the characters that no font of the file has: each is its code, such as [U+6F22]. */
export function withoutGlyphs(text: string, missing: ReadonlySet<string>): string {
  if (missing.size === 0) return text;
  return Array.from(text, (sign) =>
    missing.has(sign)
      ? `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`
      : sign,
  ).join("");
}
