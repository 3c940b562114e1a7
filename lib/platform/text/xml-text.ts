import { fileText } from "./file-text";

/** What XML 1.0 has no character for, even escaped (section 2.2). */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const NAMED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Text for data in XML, which keeps every character that XML has. The noncharacters of other planes are among them: only
 * U+FFFE and U+FFFF are left out. What it has no character for is as in every other file.
 */
export function xmlCharacters(text: string): string {
  return text.replace(FORBIDDEN, fileText);
}

/** The characters of `signs` escaped, by their name or their code. */
export function escapedXml(text: string, signs = /[&<>"]/g): string {
  return text.replace(signs, (sign) => NAMED[sign] ?? `&#${sign.charCodeAt(0)};`);
}

/** Text for a document in XML or HTML that people read, between tags or in an attribute. */
export function xmlText(text: string): string {
  return escapedXml(fileText(text));
}
