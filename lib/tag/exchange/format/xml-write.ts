/** Neither XML 1.0 nor UTF-8 can hold these (XML 1.0, section 2.2): most control characters and halves of pairs. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const NAMED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Text as XML holds it. A character that XML cannot hold, even escaped, becomes U+FFFD, so that it is seen to be
 * gone. A carriage return is escaped, since readers make a line feed of a plain one.
 */
function escaped(text: string, signs: RegExp): string {
  return text
    .replace(FORBIDDEN, "\uFFFD")
    .replace(signs, (sign) => NAMED[sign] ?? `&#${sign.charCodeAt(0)};`);
}

export type Attributes = Record<string, string | number | boolean | null>;

/** An element with others in it, in their order. Attributes that are null are left away. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const start = `<${name}${attributesOf(attributes)}`;
  return children.length === 0 ? `${start}/>` : `${start}>\n${children.join("\n")}\n</${name}>`;
}

/** An element of text alone; none where the text is empty. */
export function textElement(name: string, text: string): string[] {
  return text === "" ? [] : [`<${name}>${escaped(text, /[&<>\r]/g)}</${name}>`];
}

/** An element that only groups others; none where there are none, as the schemas ask for one at least. */
export function group(name: string, children: readonly string[]): string[] {
  return children.length === 0 ? [] : [element(name, {}, children)];
}

/** A whole document in UTF-8 (REFI-QDA 1.5, section 5.1). */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function attributesOf(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${escaped(String(value), /[&<>"\r\n\t]/g)}"`)
    .join("");
}
