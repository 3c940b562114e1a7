import { documentTurns } from "./document/document-turns";
import { OdfPart } from "./document/odf-part";
import { Paragraphs } from "./document/paragraphs";
import { readData } from "./document/data-part";
import { WordPart } from "./document/word-part";
import type { Turn } from "./format";
import { refusedFile } from "./limits";
import { DAMAGED, openZip } from "./open-zip";

/** Word on the web numbers the part. */
const MAIN = { docx: /^word\/document2?\.xml$/, odt: /^content\.xml$/ } as const;

/** Parts of a Word file whose paragraphs are no words of its text, in the order in which they are told. */
const ASIDE: readonly (readonly [RegExp, string])[] = [
  [/^word\/footnotes\.xml$/, "It is a footnote"],
  [/^word\/endnotes\.xml$/, "It is an endnote"],
  [/^word\/comments\.xml$/, "It is a comment on the document"],
  [/^word\/header\d*\.xml$/, "It is in the header of the pages"],
  [/^word\/footer\d*\.xml$/, "It is in the footer of the pages"],
];
const DATA: readonly (readonly [RegExp, string])[] = [
  [/^word\/diagrams\/data\d*\.xml$/, "It is in a diagram"],
  [/^word\/charts\/chart\d*\.xml$/, "It is in a chart"],
];
/** Files within the file: we cannot tell what is in them, so that there are some is said. */
const EMBEDDED = /^(?:word\/(?:embeddings\/|afchunk\d*\.)[^/]+|Object [^/]+\/content\.xml)$/;
const UNOPENED = "It is a file within the document, which we do not open";
const MANIFEST = "META-INF/manifest.xml";

/** A Word or OpenDocument file as turns: every word of it is in one, or is told as left out. */
export async function readDocument(bytes: Uint8Array, kind: keyof typeof MAIN): Promise<Turn[]> {
  const embedded: string[] = [];
  const entries = await openZip(bytes, (name) => {
    if (EMBEDDED.test(name)) embedded.push(name);
    const wanted =
      kind === "docx" ? [...ASIDE, ...DATA].some(([part]) => part.test(name)) : name === "styles.xml";
    return wanted || MAIN[kind].test(name) || name === MANIFEST;
  });
  if (Buffer.from(entries.get(MANIFEST) ?? []).includes("encryption-data"))
    throw refusedFile(
      "This file is protected with a password. Open it, remove the password, save it, and choose it again.",
    );
  const main = [...entries].find(([name]) => MAIN[kind].test(name))?.[1];
  if (!main) throw refusedFile(DAMAGED);
  const paragraphs = new Paragraphs();
  if (kind === "docx") readWord(main, entries, paragraphs);
  else {
    new OdfPart(paragraphs, "content").read(main);
    const styles = entries.get("styles.xml");
    if (styles) new OdfPart(paragraphs, "styles").read(styles);
  }
  for (const name of embedded)
    paragraphs.add(name.replace(/\/content\.xml$/, "").replace(/^.*\//, ""), UNOPENED);
  return documentTurns(paragraphs.all());
}

function readWord(main: Uint8Array, entries: ReadonlyMap<string, Uint8Array>, paragraphs: Paragraphs): void {
  new WordPart(paragraphs).read(main);
  const named = [...entries].sort(([one], [other]) => one.localeCompare(other, "en", { numeric: true }));
  for (const [part, out] of ASIDE)
    for (const [name, xml] of named) if (part.test(name)) new WordPart(paragraphs, out).read(xml);
  for (const [part, out] of DATA)
    for (const [name, xml] of named) if (part.test(name)) readData(xml, paragraphs, out);
}
