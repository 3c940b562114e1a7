import { strToU8, zipSync, type Zippable } from "fflate";
import { describe, expect, test } from "vitest";
import { readDocument } from "./reading/read-document";
import { readFile } from "./reading/read-file";
import { readTable } from "./reading/read-table";

const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`;
const WORKBOOK = `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Empty" sheetId="1" r:id="rId1"/><sheet name="Contributions" sheetId="2" r:id="rId2"/></sheets></workbook>`;
const relation = (id: number) =>
  `<Relationship Id="rId${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${id}.xml"/>`;
const RELATIONS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation(1)}${relation(2)}<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`;
const STYLES = `<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;
const sheet = (rows: string) =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
const text = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;

function workbook(rows: string, before = "", extra: Zippable = {}): Uint8Array {
  return zipSync({
    "[Content_Types].xml": strToU8(TYPES),
    "xl/workbook.xml": strToU8(WORKBOOK),
    "xl/_rels/workbook.xml.rels": strToU8(RELATIONS),
    "xl/styles.xml": strToU8(STYLES),
    "xl/worksheets/sheet1.xml": strToU8(sheet("")),
    "xl/worksheets/sheet2.xml": strToU8(before + sheet(rows)),
    ...extra,
  });
}
const HEAD = `<row r="1">${text("A1", "text")}${text("B1", "time")}</row>`;
const line = (n: number, cells: string) => `<row r="${n}">${cells}</row>`;

describe("a workbook", () => {
  test("gives its first sheet that has rows, dates as dates and formulas as their stored values", async () => {
    const formula = `<c r="A3" t="str"><f>HYPERLINK("http://example.org","x")</f><v>Last value</v></c><c r="B3"><f>1+1</f><v>2</v></c>`;
    const { header, rows } = await readTable(
      workbook(
        HEAD +
          line(2, `${text("A2", "=1+1")}<c r="B2" s="1"><v>45791</v></c>`) +
          line(3, formula) +
          line(5, text("A5", "Words")),
      ),
      "a.xlsx",
    );
    expect(header).toEqual(["text", "time"]);
    expect(rows).toEqual([
      { line: 2, cells: ["=1+1", "2025-05-14"] },
      { line: 3, cells: ["Last value", "2"] },
      { line: 5, cells: ["Words", ""] },
    ]);
  });
  test("with absurd dimensions is refused before memory is allocated for it", async () => {
    await expect(readTable(workbook(HEAD + line(2, text("XFD2", "x"))), "a.xlsx")).rejects.toThrow(
      /200 columns/,
    );
    await expect(
      readTable(workbook(HEAD + line(1_048_576, text("A1048576", "x"))), "a.xlsx"),
    ).rejects.toThrow(/100,000 rows/);
  });
  test("is not made larger by empty cells that only have a format", async () => {
    const far =
      line(2, `${text("A2", "Words")}<c r="XFD2" s="1"/>`) + line(1_048_576, `<c r="A1048576" s="1"></c>`);
    expect((await readTable(workbook(HEAD + far), "a.xlsx")).rows).toEqual([
      { line: 2, cells: ["Words", ""] },
    ]);
  });
  test("gives a time of day and a duration as such, and no day of 1899", async () => {
    const styles = STYLES.replace('numFmtId="14"', 'numFmtId="46"');
    const time = (at: string, days: number) => `<c r="${at}" s="1"><v>${days}</v></c>`;
    const file = workbook(
      HEAD +
        line(2, text("A2", "Words") + time("B2", 0.604166666666667)) +
        line(3, text("A3", "More") + time("B3", 1.09375)),
      "",
      { "xl/styles.xml": strToU8(styles) },
    );
    const { rows } = await readTable(file, "a.xlsx");
    expect(rows.map(({ cells }) => cells[1])).toEqual(["14:30:00", "26:15:00"]);
  });
  test("tells of comments and text boxes, and of no older copy of a comment", async () => {
    const comments = `<comments><commentList><comment ref="A2"><text><r><t>Check </t></r><r><t>this</t></r></text></comment><comment ref="A3"><text><t>[Threaded comment] Your version</t></text></comment></commentList></comments>`;
    const threaded = `<ThreadedComments><threadedComment ref="A3"><text>Who paid?</text></threadedComment></ThreadedComments>`;
    const drawing = `<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:txBody><a:p><a:r><a:t>In a box</a:t></a:r></a:p></xdr:txBody></xdr:wsDr>`;
    const bytes = workbook(HEAD + line(2, text("A2", "Words")), "", {
      "xl/comments1.xml": strToU8(comments),
      "xl/threadedComments/threadedComment1.xml": strToU8(threaded),
      "xl/drawings/drawing1.xml": strToU8(drawing),
    });
    const rows: string[] = [];
    await readFile({ bytes, fileName: "a.xlsx", roundtableId: "" }, ({ cells, out }) =>
      rows.push(`${cells.filter((cell) => cell !== "").join()}: ${out ?? "taken"}`),
    );
    expect(rows).toEqual([
      "Words: taken",
      "Check this: It is a comment on a cell",
      "Who paid?: It is a comment on a cell",
      "In a box: It stands in a text box",
    ]);
  });
  test("that declares entities is refused without being parsed", async () => {
    const entities = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>`;
    await expect(readTable(workbook(HEAD, entities), "a.xlsx")).rejects.toThrow(
      /office programs do not write/,
    );
  });
  test("with far more cells than its rows could hold is refused before memory is allocated for it", async () => {
    const cells = Array.from({ length: 1_000 }, (_, n) => `<c><v>${(n * 7_919) % 9_973}</v></c>`);
    const row = `<row>${cells.join("")}</row>`;
    await expect(readTable(workbook(HEAD, row.repeat(2_001)), "a.xlsx")).rejects.toThrow(
      /more than 100,000 rows/,
    );
  });

  test("that decompresses to an excessive size is stopped on the way", async () => {
    const bomb = { "xl/worksheets/sheet3.xml": new Uint8Array(16 * 1024 * 1024) };
    await expect(readTable(workbook(HEAD, "", bomb), "a.xlsx")).rejects.toThrow(/far more data/);
  });
  test("with too many entries, or cut short, is refused", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 3_000 }, (_, n) => [`xl/x${n}.xml`, new Uint8Array()]),
    );
    await expect(readTable(workbook(HEAD, "", many), "a.xlsx")).rejects.toThrow(/far more data/);
    const whole = workbook(HEAD + line(2, text("A2", "Words")));
    await expect(readTable(whole.slice(0, -80), "a.xlsx")).rejects.toThrow(/cut short|damaged/);
    const broken = whole.slice();
    broken.fill(0xff, 60, 90);
    await expect(readTable(broken, "a.xlsx")).rejects.toThrow(/damaged/);
  });
});

const W = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`;
const docx = (body: string, before = "") =>
  zipSync({
    "word/document.xml": strToU8(
      `<?xml version="1.0"?>${before}<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ),
  });
const p = (words: string) => `<w:p><w:r>${words}</w:r></w:p>`;
const t = (words: string) => `<w:t xml:space="preserve">${words}</w:t>`;

async function turns(fileName: string, bytes: Uint8Array) {
  const rows: string[][] = [];
  await readFile({ bytes, fileName, roundtableId: "" }, ({ cells, out }) => {
    if (out === undefined) rows.push(cells.slice(0, 2));
  });
  return rows;
}

describe("a document", () => {
  test("of Word gives its paragraphs, including those in tables, with tabs and breaks and without deleted text", async () => {
    const table = `<w:tbl><w:tr><w:tc>${p(t("In a table"))}</w:tc></w:tr></w:tbl>`;
    const body =
      p(`${t("One &amp; ")}<w:br/>${t("two")}<w:tab/>${t("three")}`) +
      `<w:p><w:del><w:r>${t("gone")}</w:r></w:del><w:r><w:delText>gone</w:delText></w:r></w:p>` +
      table +
      p("<w:instrText>PAGE</w:instrText>");
    expect(await turns("a.docx", docx(body))).toEqual([
      ["", "One & \ntwo\tthree"],
      ["", "In a table"],
    ]);
  });
  test("of Word with names is a transcript", async () => {
    const body = p(t("Ada: One")) + p(t("and more")) + p(t("Ben: Two")) + p(t("Ada: Three"));
    expect(await turns("a.docx", docx(body))).toEqual([
      ["Ada", "One\nand more"],
      ["Ben", "Two"],
      ["Ada", "Three"],
    ]);
  });
  test("of OpenDocument gives its paragraphs without annotations", async () => {
    const content = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:h>Title</text:h><text:p>One <text:span>and</text:span><text:s/>two<office:annotation><text:p>aside</text:p></office:annotation><text:line-break/>three</text:p></office:text></office:body></office:document-content>`;
    const bytes = zipSync({
      mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
      "content.xml": strToU8(content),
    });
    expect(await turns("a.odt", bytes)).toEqual([
      ["", "Title"],
      ["", "One and two\nthree"],
    ]);
  });
  test("with a document type, broken XML or no words is refused", async () => {
    const doctype = `<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>`;
    await expect(turns("a.docx", docx(p(t("&x;")), doctype))).rejects.toThrow(/office programs do not write/);
    await expect(turns("a.docx", docx(p(t("&x;"))))).rejects.toThrow(/damaged/);
    await expect(turns("a.docx", docx("<w:p>"))).rejects.toThrow(/damaged/);
    await expect(turns("a.docx", docx(p("")))).rejects.toThrow(/nothing that somebody said/);
  });
  test("another archive is refused with what to do", async () => {
    await expect(turns("a.zip", zipSync({ "a.csv": strToU8("text") }))).rejects.toThrow(/Unpack it/);
  });
});

test("a document nested without end is stopped on the way", async () => {
  const deep = `<w:document><w:body>${"<w:r>".repeat(2_000)}${"</w:r>".repeat(2_000)}</w:body></w:document>`;
  const docx = zipSync({ "word/document.xml": strToU8(deep) });
  await expect(readDocument(docx, "docx")).rejects.toThrow(/damaged/);
});
