import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { svgOf } from "@/lib/aggregate/take-away/picture/svg";
import { csvText } from "@/lib/platform/text/csv";
import { xlsxFile } from "@/lib/platform/xlsx/xlsx-stream";
import { writeProject } from "@/lib/tag/exchange/file/write-project";
import { randomWords, wordsHeld, wordsIn } from "@/tests/support/random-words";
import { officeParts, wordPartText, xmlWords } from "@/tests/support/read-written";
import { CLAIM, exportedBlock, exportedReport } from "@/tests/support/worlds/exported-report";
import { randomProject } from "@/tests/support/worlds/random-project";
import { evidenceAnnex } from "./annex";
import { toDocx } from "./docx";
import { toHtml } from "./html/html-file";
import { toMarkdown } from "./markdown";
import { typesetPdf } from "./pdf/typeset";
import { typstSource } from "./pdf/typst-source";

/** Written by each writer and opened by a reader that is not ours: the words are there in order, none joined and none lost. */

const TEXTS = Array.from({ length: 100 }, (_, seed) => randomWords(seed + 1));
const AT = new Date("2026-01-02T03:04:05Z");
const version = {
  ...exportedReport(TEXTS.map((text) => exportedBlock("paragraph", [text]))),
  title: TEXTS[0] ?? "",
};

/** Breaks within a long word are neither seen nor read. */
const WITHOUT_BREAKS = /\u200B/g;

/** Each text stands in what was read, one after another. */
function expectAll(read: string, held: (text: string) => string[] = wordsHeld) {
  const all = ` ${wordsIn(read).join(" ")} `;
  let from = 0;
  for (const text of TEXTS) {
    const words = ` ${held(text).join(" ")} `;
    const at = all.indexOf(words, from);
    expect(at, JSON.stringify(text)).toBeGreaterThanOrEqual(0);
    from = at + words.length - 1;
  }
}

describe("words of any characters come back", () => {
  test("from a Word file, its properties and its comments", async () => {
    const [first = "", second = ""] = TEXTS;
    const block = version.blocks.at(-1);
    const comment = { author: "Fellow", at: AT, blockId: block?.id ?? "", span: null };
    const open = { comments: [{ ...comment, body: second, replies: [] }], roles: new Map<string, string>() };
    const parts = officeParts(await toDocx(version, { open, annotated: true }));
    expectAll(wordPartText(parts.get("word/document.xml") ?? ""));
    expect(wordsIn(wordPartText(parts.get("word/comments.xml") ?? ""))).toEqual(wordsHeld(second));
    expect(wordsIn(wordPartText(parts.get("word/footer1.xml") ?? "")).join(" ")).toContain(
      wordsHeld(first).join(" "),
    );
    const title = xmlWords(parts.get("docProps/core.xml") ?? "", (name) => name === "dc:title");
    expect(wordsIn(title)).toEqual(wordsHeld(first));
  });

  test("from a workbook, cell by cell", async () => {
    const columns = [{ title: "Words", width: 9 }];
    const about = { title: TEXTS[0] ?? "", description: TEXTS[1] ?? "", created: AT };
    const file = await xlsxFile([{ name: "Words", columns, rows: [TEXTS.map((text) => [text])] }], about);
    officeParts(file);
    const [, ...rows] = await readSheet(Buffer.from(file), "Words");
    expect(rows.map(([cell]) => wordsIn(String(cell)))).toEqual(TEXTS.map(wordsHeld));
  });

  test("from the workbook of a report’s evidence", async () => {
    const claim = { type: "claim" as const, attrs: { id: CLAIM } };
    const blocks = TEXTS.map((text) => exportedBlock("paragraph", [{ text, marks: [claim] }]));
    const file = await evidenceAnnex({ ...version, blocks }, null);
    officeParts(file);
    const [, ...rows] = await readSheet(Buffer.from(file), "Evidence");
    expect(rows.map(([, cell]) => wordsIn(String(cell)))).toEqual(TEXTS.map(wordsHeld));
  });

  test("from CSV", () => {
    const read: string[][] = parse(csvText(TEXTS.map((text) => [text, "end"])), { bom: true });
    expect(read.map(([cell = ""]) => wordsIn(cell))).toEqual(TEXTS.map(wordsHeld));
  });

  test("from HTML and SVG", () => {
    const html = toHtml(version, true);
    const ofParagraph = (name: string) => (name === "p" ? " " : "");
    expectAll(xmlWords(html, (name) => name === "p", { open: ofParagraph, close: ofParagraph }));
    const about = { title: "A chart", from: "", link: "" };
    const texts = TEXTS.map((text) => ({ is: "text" as const, x: 0, y: 0, text, fill: "ink" as const }));
    const svg = svgOf({ width: 1, height: 1, shapes: texts }, { ...about, scope: TEXTS[0] ?? "" });
    expectAll(xmlWords(svg, (name) => name === "text"));
  });

  test("from Markdown, whose signs are escaped", () => {
    expectAll(toMarkdown(version).replace(/\\(?=[\\`*_[\]<>~|&^#+=.)-])/g, ""));
  });

  test("from a project for other software, whose texts are kept to the character", async () => {
    const [first = "", ...others] = TEXTS.filter((text) => !/\p{Cs}/u.test(text));
    const random = randomProject(11, 20);
    const sources = random.sources.map((source, at) => ({ ...source, text: others[at] ?? null }));
    const files = unzipSync(await writeProject({ ...random, title: first, description: first, sources }));
    const xml = strFromU8(files["project.qde"] ?? new Uint8Array());
    const descriptions = wordsIn(xmlWords(xml, (name) => name === "Description"));
    expect(descriptions.join(" ")).toContain(wordsHeld(first).join(" "));
    expect(sources.length).toBeGreaterThan(2);
    for (const { guid, text } of sources)
      expect(strFromU8(files[`sources/${guid}.txt`] ?? new Uint8Array())).toBe(text);
  });

  test("from the source of a PDF, as its compiler reads it, and the PDF is made", () => {
    const compiler = NodeCompiler.create();
    const read = compiler.query({ mainFileContent: typstSource(version, false) }, { selector: "par" });
    expectAll(textIn(read).replace(WITHOUT_BREAKS, ""), (text) =>
      wordsHeld(text.replace(WITHOUT_BREAKS, "")),
    );
    expect(strFromU8(typesetPdf(version, false).subarray(0, 5), true)).toBe("%PDF-");
  });
});

/** The text of what Typst answers: elements within elements. */
function textIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(textIn).join(" ");
  if (typeof value !== "object" || value === null) return "";
  if ("text" in value && typeof value.text === "string") return value.text;
  return ["body", "children", "child"]
    .filter((name) => name in value)
    .map((name) => textIn(Reflect.get(value, name)))
    .join("");
}
