import { SaxesParser } from "saxes";
import type { Turn } from "./format";
import { MAX_ROWS, refusedFile } from "./limits";
import { DAMAGED, openZip } from "./open-zip";
import { requirePlainXml } from "./plain-xml";
import { turnsOf, type Passage } from "./speech";

/** How each kind of document marks paragraphs. Prefixes are ignored: the names of one kind never clash. */
const KINDS = {
  docx: {
    entry: "word/document.xml",
    paragraph: ["p"],
    text: ["t"],
    breaks: { br: "\n", cr: "\n", tab: "\t", noBreakHyphen: "-" },
    left: ["del", "instrText", "drawing", "pict", "AlternateContent", "pPr", "rPr"],
  },
  odt: {
    entry: "content.xml",
    paragraph: ["p", "h"],
    text: ["p", "h", "span", "a"],
    breaks: { "line-break": "\n", tab: "\t", s: " " },
    left: ["tracked-changes", "annotation", "note", "frame", "sequence-decls"],
  },
} as const;
const STEP = 64 * 1024;
/** Whether a turn may continue over several of them. */
const MAX_PARAGRAPHS = 10 * MAX_ROWS;
/** Far deeper than the elements of a document are nested. */
const MAX_DEPTH = 1_000;

/** The paragraphs of a Word or OpenDocument file as turns, including those in tables. */
export async function readDocument(bytes: Uint8Array, kind: keyof typeof KINDS): Promise<Turn[]> {
  const { entry } = KINDS[kind];
  const entries = await openZip(bytes, (name) => name === entry || name === "META-INF/manifest.xml");
  const manifest = Buffer.from(entries.get("META-INF/manifest.xml") ?? []);
  if (manifest.includes("encryption-data"))
    throw refusedFile(
      "This file is protected with a password. Open it, remove the password, save it, and choose it again.",
    );
  const xml = entries.get(entry);
  if (!xml) throw refusedFile(DAMAGED);
  requirePlainXml(xml);
  return turnsOf(paragraphs(xml, kind), "\n");
}

function paragraphs(xml: Uint8Array, kind: keyof typeof KINDS): Passage[] {
  const rules = KINDS[kind];
  const breaks = new Map<string, string>(Object.entries(rules.breaks));
  const [paragraph, texts, left] = [rules.paragraph, rules.text, rules.left].map(
    (names) => new Set<string>(names),
  );
  const found: Passage[] = [];
  const open: string[] = [];
  let leftOutDepth = 0;
  let words: string | null = null;
  let count = 0;
  const parser = new SaxesParser({ xmlns: false });
  const fault: Error[] = [];
  parser.on("error", (error) => fault.push(error));
  parser.on("doctype", () => fault.push(new Error("doctype")));
  parser.on("opentag", ({ name }) => {
    const tag = name.slice(name.indexOf(":") + 1);
    open.push(tag);
    if (open.length > MAX_DEPTH) fault.push(new Error("depth"));
    if (left?.has(tag)) leftOutDepth++;
    if (leftOutDepth > 0) return;
    if (paragraph?.has(tag)) words = "";
    else if (words !== null) words += breaks.get(tag) ?? "";
  });
  parser.on("text", (text) => {
    if (leftOutDepth === 0 && words !== null && texts?.has(open.at(-1) ?? "")) words += text;
  });
  parser.on("closetag", () => {
    const tag = open.pop() ?? "";
    if (left?.has(tag)) leftOutDepth--;
    else if (leftOutDepth === 0 && paragraph?.has(tag) && words !== null) {
      if (++count > MAX_PARAGRAPHS) fault.push(new Error("paragraphs"));
      if (words !== "") found.push({ line: count, text: words });
      words = null;
    }
  });
  const decoder = new TextDecoder();
  for (let at = 0; at < xml.length && fault.length === 0; at += STEP)
    parser.write(decoder.decode(xml.subarray(at, at + STEP), { stream: true }));
  if (fault.length === 0) parser.close();
  if (fault.length > 0) throw refusedFile(DAMAGED);
  return found;
}
