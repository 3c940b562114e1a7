import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { strFromU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { randomText } from "@/tests/support/random-text";
import { objectsOf } from "@/tests/support/report/pdf-objects";
import { exportedBlock, exportedReport, writtenTable } from "@/tests/support/worlds/exported-report";
import { typesetPdf } from "./typeset";
import { typstString, withBreaks } from "./typst-text";

const COMPILER = NodeCompiler.create();

/** What Typst itself reads of a source. */
function metadata(source: string): unknown {
  return COMPILER.query({ mainFileContent: source }, { selector: "<it>" });
}

describe("text in Typst", () => {
  test("whatever is typed is the same text again, and no markup", () => {
    const texts = Array.from({ length: 300 }, (_, seed) => `${randomText(seed + 1)}\u0001\u0085`);
    const source = texts.map((text) => `#metadata(${typstString(text)}) <it>`).join("\n");
    const read = metadata(source) as { value: string }[];
    expect(read.map(({ value }) => value)).toEqual(texts);
  });

  test("only what is longer than any word may break within, and never within a letter", () => {
    const sentence = "A counterproductive, well-established institutionalisation. £1,000–£2,000";
    expect(withBreaks(sentence)).toBe(sentence);
    const long = "https://example.org/" + "e\u0301".repeat(40);
    const broken = withBreaks(long);
    expect(broken.replaceAll("\u200B", "")).toBe(long);
    expect(broken).toContain("e\u0301\u200Be\u0301");
    expect(broken).not.toMatch(/\u200B\u0301/);
  });
});

describe("a version as PDF", () => {
  test("is tagged PDF/UA-1 with a title, a language and headings, and names nobody", () => {
    const objects = objectsOf(typesetPdf(exportedReport(), true));
    expect(objects).toMatch(/pdfuaid:part>1</);
    expect(objects).toMatch(/\/Lang ?\(en-GB\)/);
    expect(objects).toMatch(/\/Marked true/);
    for (const tag of ["H1", "H2", "L", "LI", "Table", "TH", "TD", "BlockQuote", "Note", "Caption"])
      expect(objects, tag).toMatch(new RegExp(`/S ?/${tag}\\b`));
    expect(objects).toContain("What Fellows said");
    expect(objects).not.toMatch(/\/Author|dc:creator/);
  });

  test("has a table that somebody wrote, whatever is in it, with headings", () => {
    const odd = ["\n", "One column\nA\nB", "Only headings\nA\tB", `\n${randomText(7)}\t${randomText(8)}`];
    const tables = odd.map((text) => exportedBlock("table", [text]));
    const count = (pdf: Uint8Array) => objectsOf(pdf).match(/\/S ?\/Table\b/g)?.length ?? 0;
    const before = count(typesetPdf(exportedReport(), false));
    expect(count(typesetPdf(exportedReport([writtenTable(), ...tables]), true))).toBe(before + 4);
  });

  test("is made whatever is typed, where no font has it and where a part begins with a subheading", () => {
    const typed = Array.from({ length: 40 }, (_, seed) =>
      exportedBlock("paragraph", [randomText(seed + 500)]),
    );
    const [first, ...rest] = exportedReport(typed).blocks;
    const odd = { ...exportedReport(), blocks: [exportedBlock("subheading", ["漢 first"]), ...rest] };
    expect(first).toBeDefined();
    expect(strFromU8(typesetPdf(odd, false).subarray(0, 5), true)).toBe("%PDF-");
  });
});
