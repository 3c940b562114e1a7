import type { ImportWarnings } from "../import-warnings";
import { sourceText, type SourceText } from "../positions/positions";
import { attributeOf, childOf } from "../format/read-element";
import type { XmlElement } from "../format/xml-tree";

/** The texts of a project file, by file name in lower case. */
export type Texts = ReadonlyMap<string, Uint8Array>;

/**
 * The text that plainTextPath names, or else the one in the project file itself. External files are never
 * fetched (REFI-QDA 1.5, section 8.3, allows them only for audio and video).
 */
export function readText(from: XmlElement, texts: Texts, warnings: ImportWarnings): SourceText | null {
  const name = attributeOf(from, "name") || "without a name";
  const content = childOf(from, "PlainTextContent");
  const path = attributeOf(from, "plainTextPath").trim();
  const outside = /^(?!internal:)[a-z]+:/i.test(path);
  const bytes = outside ? undefined : texts.get(fileNamed(path));
  if (bytes === undefined) {
    if (content) return sourceText(content.text);
    warnings.add(outside ? "outside" : "no-text", 1, name);
    return null;
  }
  try {
    return sourceText(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    warnings.add("encoding", 1, name);
    return null;
  }
}

/**
 * The name in the flat folder of sources that "internal://name.txt" means; a name with folders in it is
 * refused.
 */
function fileNamed(path: string): string {
  return path
    .toLowerCase()
    .replace(/^internal:\/*/, "")
    .replace(/^sources\//, "");
}
