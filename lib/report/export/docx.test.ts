import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { randomText } from "@/tests/support/random-text";
import { exportedBlock, exportedReport, writtenTable } from "@/tests/support/worlds/exported-report";
import { OPEN, SUGGESTED } from "@/tests/support/worlds/open-work";
import { toDocx, type WordOptions } from "./docx";

/** The parts of the file, each of which an XML parser has read without a fault. */
async function partsOf(version = exportedReport(), options: WordOptions = {}) {
  const files = unzipSync(await toDocx(version, options));
  const parts = new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
  for (const [name, xml] of parts) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const parser = new SaxesParser();
    parser.on("error", (error) => {
      throw new Error(`${name}: ${error.message}`);
    });
    parser.write(xml).close();
  }
  return (name: string) => parts.get(`word/${name}.xml`) ?? parts.get(`docProps/${name}.xml`) ?? "";
}

const textOf = (xml: string) =>
  [...xml.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)</g)]
    .map(([, text = ""]) =>
      text
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&apos;", "'")
        .replaceAll("&amp;", "&"),
    )
    .join("");

describe("a version as a Word document", () => {
  test("has real styles, a table with a row of headings, its language, page numbers, and no name", async () => {
    const part = await partsOf();
    const document = part("document");
    for (const style of ["Title", "Heading1", "Heading2", "ListBullet", "Quote", "Caption"]) {
      expect(document).toContain(`<w:pStyle w:val="${style}"/>`);
      expect(part("styles")).toContain(`w:styleId="${style}"`);
    }
    expect(document).toContain("<w:tblHeader/>");
    expect(document).not.toMatch(/<w:[bi] w:val="false"/);
    expect(part("styles")).toContain('<w:lang w:val="en-GB"');
    expect(part("styles").match(/<w:outlineLvl w:val="[01]"\/>/g)).toHaveLength(2);
    expect(part("footer1")).toContain("NUMPAGES");
    expect(part("footer1")).toContain("Version 3, release 2");
    expect(part("core")).toMatch(/<dc:creator>NPQ review<.*<cp:lastModifiedBy>NPQ review</);
    expect(document).not.toContain("footnoteReference");
  });

  test("has a table that somebody wrote, its first row repeated on each page, with its footnote in its cell", async () => {
    const document = (await partsOf(exportedReport([writtenTable()]), { annotated: true }))("document");
    const table = document.split("<w:tbl>").at(-1)?.split("</w:tbl>")[0] ?? "";
    const rows = table.split("<w:tr>").slice(1);
    expect(rows.map((row) => row.split("<w:tc>").length - 1)).toEqual([2, 2, 2]);
    expect(rows.map((row) => row.includes("<w:tblHeader/>"))).toEqual([true, false, false]);
    expect(rows[1]?.split("<w:tc>")[2]).toContain('<w:footnoteReference w:id="2"/>');
    expect(table).toContain('<w:pStyle w:val="TableHeading"/>');
  });

  test("when annotated, has a footnote with the released figure and finding for each claim", async () => {
    const part = await partsOf(exportedReport(), { annotated: true });
    expect(part("document")).toContain('<w:footnoteReference w:id="1"/>');
    expect(textOf(part("footnotes"))).toContain(
      "About 15 of 29 people. Finding: Pay for coaches. Theme: Coaching.",
    );
  });

  test("whatever is typed stays text", async () => {
    const typed = Array.from({ length: 60 }, (_, seed) => randomText(seed + 900).replaceAll(/[\n\t]/g, " "));
    const part = await partsOf(
      exportedReport(typed.map((text) => exportedBlock("paragraph", [`${text}\u0001`]))),
    );
    const text = textOf(part("document"));
    for (const one of typed) expect(text).toContain(one);
  });
});

describe("open work in a Word document", () => {
  test("suggestions are tracked changes, by role", async () => {
    const document = (await partsOf(exportedReport([SUGGESTED]), { open: OPEN }))("document");
    expect(document).toMatch(/<w:ins [^>]*w:author="Facilitator"[^>]*>.*?much more /s);
    expect(document).toMatch(/<w:del [^>]*w:author="Facilitator"[^>]*>.*?<w:delText[^>]*>more /s);
  });

  test("comments stand at their words, with their replies, and none is lost", async () => {
    const part = await partsOf(exportedReport([SUGGESTED]), { open: OPEN });
    const range = /<w:commentRangeStart w:id="0"\/>(.*?)<w:commentRangeEnd w:id="0"\/>/s.exec(
      part("document"),
    );
    expect(textOf(range?.[1] ?? "")).toBe("We need");
    expect(part("comments").match(/<w:comment /g)).toHaveLength(3);
    expect(textOf(part("comments"))).toContain("On words that went.");
    for (const id of [0, 1, 2])
      for (const tag of ["commentRangeStart", "commentRangeEnd", "commentReference"])
        expect(part("document").split(`<w:${tag} w:id="${id}"/>`)).toHaveLength(2);
    expect(part("commentsExtended")).toContain("paraIdParent");
  });

  test("without it the text is as it stands: what is proposed is not there", async () => {
    const document = (await partsOf(exportedReport([SUGGESTED])))("document");
    expect(textOf(document)).toContain("😀 We need more time.");
    expect(document).not.toMatch(/<w:(ins|del|commentRangeStart) /);
  });
});
