import { escapedXml, xmlCharacters } from "@/lib/platform/text/xml-text";

/** A carriage return is escaped, because parsers turn a plain one into a line feed. */
function escaped(text: string, signs: RegExp): string {
  return escapedXml(xmlCharacters(text), signs);
}

export type Attributes = Record<string, string | number | boolean | null>;

/** An element with children, in order. Attributes that are null are left out. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const start = `<${name}${attributesOf(attributes)}`;
  return children.length === 0 ? `${start}/>` : `${start}>\n${children.join("\n")}\n</${name}>`;
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
  return Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${escaped(String(value), /[&<>"\r\n\t]/g)}"`)
    .join("");
}
