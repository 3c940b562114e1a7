import { SaxesParser } from "saxes";
import type { FileRow } from "../format";

/** Parts of a workbook whose words stand in no cell, by their names, with what is said of them. */
const PARTS = [
  {
    part: /^xl\/(?:comments\d*|comments\/comment\d*)\.xml$/,
    of: "comment",
    words: ["t"],
    out: "It is a comment on a cell",
  },
  {
    part: /^xl\/threadedComments\/[^/]+\.xml$/,
    of: "threadedComment",
    words: ["text"],
    out: "It is a comment on a cell",
  },
  { part: /^xl\/drawings\/[^/]+\.xml$/, of: "txBody", words: ["t"], out: "It stands in a text box" },
] as const;

/** What Excel writes in the older kind of comment where there is a newer one. */
const OLDER = /^\[Threaded comment\]/;

/** The words of comments and text boxes, a row for each, which say why they are left out. */
export function wordsApart(entries: ReadonlyMap<string, Uint8Array>): FileRow[] {
  return [...entries].flatMap(([name, xml]) => {
    const kind = PARTS.find(({ part }) => part.test(name));
    if (!kind) return [];
    const texts = textsIn(xml, kind.of, kind.words).filter((text) => !OLDER.test(text));
    return texts.map((text, at) => ({ line: at + 1, cells: [text], out: kind.out }));
  });
}

/** The words in each element of that name. */
function textsIn(xml: Uint8Array, of: string, words: readonly string[]): string[] {
  const texts: string[] = [];
  const open: string[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on("error", () => {});
  parser.on("opentag", ({ name }) => {
    open.push(name.slice(name.indexOf(":") + 1));
    if (open.at(-1) === of) texts.push("");
  });
  parser.on("text", (text) => {
    if (open.includes(of) && words.includes(open.at(-1) ?? "")) texts.push(`${texts.pop() ?? ""}${text}`);
  });
  parser.on("closetag", () => {
    // Paragraphs of a text box are lines.
    if (open.pop() === "p" && open.includes(of)) texts.push(`${texts.pop() ?? ""}\n`);
  });
  parser.write(Buffer.from(xml).toString("utf8")).close();
  return texts.map((text) => text.trim()).filter((text) => text !== "");
}
