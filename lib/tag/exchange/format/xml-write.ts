import { escapedXml, xmlCharacters } from "@/lib/platform/text/xml-text";

/** What stands in an XML document as it is, wherever it stands: most texts of a project are identifiers and times. */
const PLAIN = /^[ !#-%'-;=?-~]*$/;

/** A carriage return is escaped, because parsers turn a plain one into a line feed. */
function escaped(text: string, signs: RegExp): string {
  return PLAIN.test(text) ? text : escapedXml(xmlCharacters(text), signs);
}

export type Attributes = Record<string, string | number | boolean | null>;

/** An element with children, in order. Attributes that are null are left out. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const start = `<${name}${attributesOf(attributes)}`;
  if (children.length === 0) return `${start}/>`;
  // Strings that are added up are copied once, at the end; joined, they would be copied at each level.
  let text = `${start}>\n`;
  for (const child of children) text += `${child}\n`;
  return `${text}</${name}>`;
}

/** An element with text only; none where the text is empty. */
export function textElement(name: string, text: string, attributes: Attributes = {}): string[] {
  return text === "" ? [] : [`<${name}${attributesOf(attributes)}>${escaped(text, /[&<>\r]/g)}</${name}>`];
}

/**
 * An element that groups others; none where it would be empty, because the schemas require at least one
 * child.
 */
export function group(name: string, children: readonly string[]): string[] {
  return children.length === 0 ? [] : [element(name, {}, children)];
}

/** A complete document in UTF-8 (REFI-QDA 1.5, section 5.1). */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function attributesOf(attributes: Attributes): string {
  let text = "";
  for (const name in attributes) {
    const value = attributes[name] ?? null;
    if (value !== null) text += ` ${name}="${escaped(String(value), /[&<>"\r\n\t]/g)}"`;
  }
  return text;
}
