import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { officeKind } from "./file-kind";
import { readDocument } from "./read-document";

const NAMES = `xmlns:w="w" xmlns:wps="wps" xmlns:mc="mc" xmlns:v="v" xmlns:a="a"`;
const run = (words: string, settings = "") =>
  `<w:r>${settings && `<w:rPr>${settings}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
const p = (...parts: string[]) => `<w:p>${parts.join("")}</w:p>`;
const lines = (...all: string[]) => p(all.map((line) => run(line)).join("<w:r><w:br/></w:r>"));
const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${p(run(cell))}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;
const box = (...paragraphs: string[]) => `<w:txbxContent>${paragraphs.join("")}</w:txbxContent>`;
const part = (kind: string, body: string) =>
  strToU8(`<?xml version="1.0"?><w:${kind} ${NAMES}>${body}</w:${kind}>`);
const docx = (body: string, parts: Record<string, string> = {}) =>
  zipSync({
    "word/document.xml": part("document", `<w:body>${body}</w:body>`),
    ...Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [`word/${name}.xml`, part("part", xml)]),
    ),
  });
const odt = (body: string, styles = "") =>
  zipSync({
    mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
    "content.xml": strToU8(`<office:text xmlns:office="o">${body}</office:text>`),
    "styles.xml": strToU8(`<office:styles xmlns:office="o">${styles}</office:styles>`),
  });

async function rowsOf(bytes: Uint8Array, kind: "docx" | "odt" = "docx") {
  const turns = await readDocument(bytes, kind);
  return turns.map(({ speaker, text, time, out }) =>
    out ? ["out", text, out] : [speaker, text, ...(time ? [time] : [])],
  );
}

describe("a Word file", () => {
  test("gives the words of a text box once, after the paragraph it stands in", async () => {
    const drawn = (inner: string) => `<w:drawing><wps:txbx>${inner}</wps:txbx></w:drawing>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice>${drawn(box(p(run("Boxed."))))}</mc:Choice><mc:Fallback><w:pict><v:textbox>${box(p(run("Boxed.")))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const only = `<w:r><mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice><mc:Fallback><w:pict>${box(p(run("Older.")))}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await rowsOf(docx(p(run("Before "), both, run("and after.")) + p(only)))).toEqual([
      [null, "Before and after."],
      [null, "Boxed."],
      [null, "Older."],
    ]);
  });

  test("keeps a text box apart from what somebody says around it", async () => {
    const boxed = p(`<w:r>${box(p(run("A heading")))}</w:r>`);
    const body = p(run("Ada: One.")) + boxed + p(run("More.")) + p(run("Ada: Two."));
    expect(await rowsOf(docx(body))).toEqual([
      ["Ada", "One.\nMore."],
      [null, "A heading"],
      ["Ada", "Two."],
    ]);
  });

  test("reads symbols of fonts as what they look like", async () => {
    const symbol = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
    const emoji = `<w:r><mc:AlternateContent><mc:Choice><w:symEx w:font="Segoe UI Emoji" w:char="1F600"/></mc:Choice><mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent></w:r>`;
    const typed = run("\uF0FC", `<w:rFonts w:ascii="Wingdings"/>`);
    const body = p(
      run("a"),
      symbol("Symbol", "F0B3"),
      symbol("Wingdings", "F0E0"),
      typed,
      emoji,
      symbol("Odd", "F041"),
    );
    expect(await rowsOf(docx(body))).toEqual([[null, "a≥→✓😀�"]]);
  });

  test("takes what was moved once, where it went, and tells what has no place any more", async () => {
    const from = (words: string) => p(`<w:moveFrom>${run(words)}</w:moveFrom>`);
    const body =
      from("Ada: Moved.") +
      from("Ben: Lost.") +
      p(run("Cem: Here.")) +
      p(`<w:moveTo>${run("Ada: Moved.")}</w:moveTo>`);
    expect(await rowsOf(docx(body))).toEqual([
      ["Cem", "Here."],
      ["Ada", "Moved."],
      ["out", "Ben: Lost.", expect.stringMatching(/^It was moved/)],
    ]);
  });

  test("tells deleted and hidden words, notes, comments, headers, footers and files within", async () => {
    const gone = `<w:del><w:r><w:delText>not </w:delText></w:r></w:del>`;
    const hidden = run("secret", "<w:vanish/>");
    const file = docx(p(run("We did "), gone, run("pay."), hidden), {
      footnotes: `<w:footnote>${p(run("A note."))}</w:footnote>`,
      endnotes: `<w:endnote>${p(run("A later note."))}</w:endnote>`,
      comments: `<w:comment>${p(run("Is this so?"))}</w:comment>`,
      header1: p(run("Draft")),
      footer2: p(run("Page")),
      "diagrams/data1": `<a:p><a:r><a:t>Drawn</a:t></a:r></a:p>`,
      "embeddings/sheet": "",
    });
    expect(await rowsOf(file)).toEqual([
      [null, "We did pay."],
      ["out", "not", "It was deleted while changes were tracked"],
      ["out", "secret", "It is hidden text"],
      ["out", "A note.", "It is a footnote"],
      ["out", "A later note.", "It is an endnote"],
      ["out", "Is this so?", "It is a comment on the document"],
      ["out", "Draft", "It is in the header of the pages"],
      ["out", "Page", "It is in the footer of the pages"],
      ["out", "Drawn", "It is in a diagram"],
      ["out", "sheet.xml", "It is a file within the document, which we do not open"],
    ]);
  });

  test("reads links, smart tags, content controls, fields and older form fields", async () => {
    const control = `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${run("chosen ")}</w:sdtContent></w:sdt>`;
    const list = `<w:r><w:fldChar><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="no"/><w:listEntry w:val="yes"/></w:ddList></w:ffData></w:fldChar></w:r>`;
    const body = p(
      `<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>`,
      `<w:hyperlink>${run("linked ")}</w:hyperlink><w:smartTag>${run("tagged ")}</w:smartTag>${control}`,
      `<w:r><w:instrText>PAGE</w:instrText></w:r>${run("4 ")}${list}<w:r><w:t><![CDATA[ <raw>]]></w:t></w:r>`,
    );
    expect(await rowsOf(docx(body))).toEqual([[null, "linked tagged chosen 4 yes <raw>"]]);
  });

  test("of Word on the web may have its text in a part of another name", async () => {
    const bytes = zipSync({ "word/document2.xml": part("document", p(run("Words"))) });
    expect(officeKind(bytes)).toBe("docx");
    expect(await rowsOf(bytes)).toEqual([[null, "Words"]]);
  });

  test("with bytes that are no UTF-8 is refused, and so is a part that is cut off", async () => {
    const broken = Uint8Array.from([...part("document", p(run("Words"))), 0xff]);
    await expect(readDocument(zipSync({ "word/document.xml": broken }), "docx")).rejects.toThrow(/damaged/);
    const notes = {
      "word/document.xml": part("document", p(run("Words"))),
      "word/footnotes.xml": strToU8("<w:p>"),
    };
    await expect(readDocument(zipSync(notes), "docx")).rejects.toThrow(/damaged/);
  });
});

describe("turns of a document", () => {
  test("of Google Meet have names, and times on lines of their own", async () => {
    const said = [
      "Meeting - Transcript",
      "Ada Lane: Hello.",
      "Ben: Yes.",
      "00:05:00",
      "Ben: Paid.",
      "Ada Lane: Bye.",
    ];
    expect(
      await rowsOf(docx([...said, "Meeting ended after 01:30:02"].map((line) => p(run(line))).join(""))),
    ).toEqual([
      ["out", "Meeting - Transcript", "It stands before the first turn"],
      ["Ada Lane", "Hello."],
      ["Ben", "Yes."],
      ["Ben", "Paid.", "00:05:00"],
      ["Ada Lane", "Bye."],
      ["out", "Meeting ended after 01:30:02", "It is a remark of the program that wrote the transcript"],
    ]);
  });

  test.each([
    ["names above times", ["Ada Lane", "0:03", "Hello.", "Ben", "0:09", "Yes"]],
    ["times above names", ["0:03 --> 0:05", "Ada Lane", "Hello.", "0:09 --> 0:10", "Ben", "Yes"]],
    ["names before times", ["Ada Lane  0:03", "Hello.", "Ben  0:09", "Yes"]],
    ["times in brackets", ["Ada Lane (0:03):", "Hello.", "Ben (0:09):", "Yes"]],
    ["words on the same line", ["[0:03] Ada Lane: Hello.", "[0:09] Ben: Yes"]],
  ])("with %s", async (_, paragraphs) => {
    expect(await rowsOf(docx(paragraphs.map((line) => p(run(line))).join("")))).toEqual([
      ["Ada Lane", "Hello.", "0:03"],
      ["Ben", "Yes", "0:09"],
    ]);
    expect(await rowsOf(docx(lines("", ...paragraphs)))).toEqual([
      ["Ada Lane", "Hello.", "0:03"],
      ["Ben", "Yes", "0:09"],
    ]);
  });

  test("are not seen in prose or a programme with times in it", async () => {
    const prose = [
      "We met on Monday at 10:30",
      "Lunch was at 12:00.",
      "See http://example.org/a: it is good.",
    ];
    const programme = ["09:00 Welcome", "09:30 Keynote", "12:00 Lunch"];
    for (const text of [prose, programme])
      expect(await rowsOf(docx(text.map((line) => p(run(line))).join("")))).toEqual(
        text.map((line) => [null, line]),
      );
  });

  test("are the rows of a table with speakers and words, and of no other table", async () => {
    const long = (words: string) => `${words} is what we would say of it, at some length.`;
    const turns = [
      ["Ada Lane", long("One"), "0:03"],
      ["Ben", long("Two"), "0:09"],
    ];
    const untitled = table(["0:03", "Ada Lane", long("One")], ["0:09", "Ben", long("Two")]);
    expect(await rowsOf(docx(untitled))).toEqual(turns);
    expect(await rowsOf(docx(table(["Ada Lane 0:03", long("One")], ["Ben 0:09", long("Two")])))).toEqual(
      turns,
    );
    const titled = table(
      ["No.", "Name", "Start", "Transcript"],
      ["1", "Ada Lane", "0:03", "One."],
      ["", "", "", "More."],
    );
    expect(await rowsOf(docx(p(run("Title")) + titled))).toEqual([
      ["out", "Title", "It stands before the first turn"],
      ["out", "No.\nName\nStart\nTranscript", "It names the columns of a table"],
      ["Ada Lane", "One.\nMore.", "0:03"],
      ["out", "1", expect.stringMatching(/^It is in a column/)],
    ]);
    const people = [
      ["Name", "Organisation"],
      ["Ada Lane", long("A trust that")],
      ["Ben Ash", long("A school that")],
    ];
    expect(await rowsOf(docx(table(...people)))).toEqual(people.flat().map((cell) => [null, cell]));
  });
});

test("an OpenDocument text tells its notes, comments, changes, headers and footers, and reads its frames", async () => {
  const body = `<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Ada</dc:creator></office:change-info><text:p>not</text:p></text:deletion></text:changed-region></text:tracked-changes>
    <text:p>We  paid<text:s text:c="2"/><text:bookmark-ref>twice</text:bookmark-ref><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note>.<office:annotation><dc:creator>Ben</dc:creator><text:p>So?</text:p></office:annotation><draw:frame><svg:title>Name</svg:title><draw:text-box><text:p>Framed.</text:p></draw:text-box></draw:frame></text:p>`;
  const styles = `<style:header><text:p>Draft</text:p></style:header><text:p>no words</text:p>`;
  expect(await rowsOf(odt(body, styles), "odt")).toEqual([
    ["out", "not", "It was deleted while changes were tracked"],
    [null, "We paid  twice."],
    ["out", "A note.", "It is a footnote"],
    ["out", "So?", "It is a comment on the document"],
    [null, "Framed."],
    ["out", "Draft", "It is in the header of the pages"],
  ]);
});

describe("random documents", () => {
  test.each(["docx", "odt"] as const)("of %s account for every word, each once", async (kind) => {
    for (let seed = 1; seed <= 60; seed++) {
      const { bytes, words } = kind === "docx" ? randomWord(seed) : randomOdt(seed);
      const turns = await readDocument(bytes, kind);
      const found = turns.flatMap(({ speaker, text }) => `${speaker ?? ""} ${text}`.match(/w\d+/g) ?? []);
      expect(found.sort(), `seed ${seed}`).toEqual([...words].sort());
    }
  });

  test("that are damaged are read whole or refused with what to do", async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = seededRandom(seed);
      const { bytes, words } = randomWord(seed);
      const damaged = bytes.slice(0, random() < 0.3 ? Math.floor(random() * bytes.length) : bytes.length);
      for (let n = 0; n < 3; n++) damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256);
      const read = await readDocument(damaged, "docx").catch((error: unknown) => String(error));
      if (typeof read === "string") expect(read, `seed ${seed}`).toMatch(/damaged|far more data|password/);
      else {
        const found = read.flatMap(({ speaker, text }) => `${speaker ?? ""} ${text}`.match(/w\d+/g) ?? []);
        expect(found.sort(), `seed ${seed}`).toEqual([...words].sort());
      }
    }
  });
});

/** Draws the parts of a document, each word of which occurs once. */
function drawing(seed: number) {
  const random = seededRandom(seed);
  const words: string[] = [];
  const word = () => {
    words.push(`w${words.length}`);
    return words.at(-1) ?? "";
  };
  const upTo = (n: number) => Math.floor(random() * (n + 1));
  const some = (make: () => string, most = 3) => Array.from({ length: upTo(most) }, make).join("");
  const starts = ["", "", "Ada: ", "Ben: ", "[0:03] Ada: ", "0:09", "Ada  0:03"];
  const said = () => `${starts[upTo(starts.length - 1)]} ${word()} ${word()}`;
  const one = (...makers: (() => string)[]) => (makers[upTo(makers.length - 1)] ?? word)();
  return { words, word, some, said, one };
}

function randomWord(seed: number): { bytes: Uint8Array; words: readonly string[] } {
  const { words, word, some, said, one } = drawing(seed);
  const moved: string[] = [];
  const boxed = (depth: number) => box(some(() => paragraph(depth + 1), 2));
  const inline = (depth: number): string =>
    one(
      () => run(said()),
      () => `<w:del><w:r><w:delText>${word()}</w:delText></w:r></w:del>`,
      () => `<w:ins>${run(word())}</w:ins><w:r><w:tab/></w:r>${run(word())}`,
      () => {
        const text = ` ${word()} `;
        moved.push(p(`<w:moveTo>${run(text)}</w:moveTo>`));
        return `<w:moveFrom>${run(text)}</w:moveFrom>`;
      },
      () => `<w:moveFrom>${run(` ${word()} `)}</w:moveFrom>`,
      () => `<w:r><w:br/></w:r>${run(word(), "<w:vanish/>")}`,
      () => `<w:sdt><w:sdtContent>${run(word())}</w:sdtContent></w:sdt>`,
      () => {
        if (depth > 2) return "";
        const inner = boxed(depth);
        return `<w:r><mc:AlternateContent><mc:Choice>${inner}</mc:Choice><mc:Fallback>${inner}</mc:Fallback></mc:AlternateContent></w:r>`;
      },
    );
  const paragraph = (depth = 0): string => p(some(() => `${inline(depth)}${run(" ")}`));
  const cells = () =>
    `<w:tr>${some(() => `<w:tc>${some(() => one(paragraph, () => p(run(one(said, word, () => "0:09")))), 2)}</w:tc>`, 4)}</w:tr>`;
  const tableOf = () => `<w:tbl>${some(cells, 4)}</w:tbl>`;
  const body = some(() => one(paragraph, () => p(run(said())), tableOf), 12);
  const bytes = docx(body + moved.join(""), {
    footnotes: some(() => paragraph()),
    header1: some(() => paragraph()),
    comments: some(() => paragraph()),
  });
  return { bytes, words };
}

function randomOdt(seed: number): { bytes: Uint8Array; words: readonly string[] } {
  const { words, word, some, said, one } = drawing(seed);
  const inline = (depth: number): string =>
    one(
      said,
      () => `<text:span>${word()}</text:span><text:tab/><text:sequence>${word()}</text:sequence>`,
      () =>
        `<text:note><text:note-citation>1</text:note-citation><text:note-body>${paragraph(depth + 1)}</text:note-body></text:note>`,
      () => `<office:annotation><dc:creator>Ada</dc:creator>${paragraph(depth + 1)}</office:annotation>`,
      () =>
        `<draw:frame><draw:text-box>${depth < 2 ? some(() => paragraph(depth + 1)) : ""}</draw:text-box></draw:frame>`,
    );
  const paragraph = (depth = 0): string =>
    `<text:p>${some(() => (depth > 2 ? `${word()} ` : `${inline(depth)} `))}</text:p>`;
  const cells = () =>
    `<table:table-row>${some(() => `<table:table-cell>${some(paragraph, 2)}</table:table-cell>`, 4)}</table:table-row>`;
  const changes = `<text:tracked-changes><text:deletion>${some(() => paragraph())}</text:deletion></text:tracked-changes>`;
  const body = some(() => one(paragraph, () => `<table:table>${some(cells, 4)}</table:table>`), 12);
  return { bytes: odt(changes + body, `<style:footer>${some(() => paragraph())}</style:footer>`), words };
}
