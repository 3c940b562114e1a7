import { strToU8, zipSync, type Zippable } from "fflate";
import { describe, expect, test } from "vitest";
import { MAX_PROJECT_BYTES, TOO_LARGE } from "../format/limits";
import { readProject } from "./read-project";

const guid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const project = (inside: string) =>
  `<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="P">${inside}</Project>`;
const qdpx = (qde: string | Uint8Array, more: Zippable = {}) =>
  zipSync({ "project.qde": typeof qde === "string" ? strToU8(qde) : qde, ...more });

async function read(inside: string, more: Zippable = {}) {
  const outcome = await readProject(qdpx(project(inside), more));
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome;
}
async function reason(bytes: Uint8Array) {
  const outcome = await readProject(bytes);
  return outcome.ok ? "read" : outcome.reason;
}

const CODES = `<CodeBook><Codes><Code guid="${guid(1)}" name="A" isCodable="true" color="#FA0"/></Codes></CodeBook>`;
const coding = (n: number, code = 1) =>
  `<Coding guid="${guid(n)}"><CodeRef targetGUID="${guid(code)}"/></Coding>`;
const selection = (n: number, start: string, end: string, inside = "") =>
  `<PlainTextSelection guid="${guid(n)}" startPosition="${start}" endPosition="${end}">${inside}</PlainTextSelection>`;
const source = (n: number, attributes: string, inside = "") =>
  `<TextSource guid="${guid(n)}" name="S${n}" ${attributes}>${inside}</TextSource>`;

describe("what programs write differently", () => {
  test("prefixes, braces, capital letters, short colours and unknown elements are accepted", async () => {
    const { value } = await readProject(
      qdpx(
        `<q:Project xmlns:q="urn:x" name="P"><q:Future><q:Code/></q:Future><q:CodeBook><q:Codes><q:Code guid=" {${guid(10).toUpperCase()}} " isCodable="0" name="A" color="#FA0" future="1"/></q:Codes></q:CodeBook></q:Project>`,
      ),
    ).then((outcome) => (outcome.ok ? outcome : expect.fail(outcome.reason)));
    expect(value.codes).toMatchObject([{ guid: guid(10), name: "A", colour: "#ffaa00", isCodable: false }]);
  });

  test("a text may be in the project file, or in a file with a byte order mark and any case", async () => {
    const { value, warnings } = await read(
      `<Sources>${source(2, "", "<PlainTextContent>One\r\ntwo</PlainTextContent>")}${source(3, `plainTextPath="internal://ABC.txt"`)}</Sources>`,
      { "Sources/abc.TXT": strToU8("\uFEFFThree") },
    );
    expect(value.sources.map(({ text }) => text)).toEqual(["One\ntwo", "Three"]);
    expect(warnings).toEqual([]);
  });

  test("an unlisted coder keeps their codings together", async () => {
    const by = `<Coding guid="${guid(5)}" creatingUser="${guid(9)}" creationDateTime="2026-05-14T10:00:00"><CodeRef targetGUID="${guid(1)}"/></Coding>`;
    const { value, warnings } = await read(
      `${CODES}<Sources>${source(2, "", `<PlainTextContent>x</PlainTextContent>${by}`)}</Sources>`,
    );
    expect(value.coders).toEqual([{ guid: guid(9), name: "" }]);
    expect(value.sources[0]?.codings[0]).toMatchObject({
      coderGuid: guid(9),
      at: new Date("2026-05-14T10:00:00Z"),
    });
    expect(warnings).toEqual(["1 coder is not listed, so we do not know their name."]);
  });
});

describe("what cannot be imported is reported", () => {
  test("sources that are not text, with their codings", async () => {
    const { value, warnings } = await read(
      `${CODES}<Sources><PDFSource guid="${guid(2)}" name="a.pdf"><Representation guid="${guid(3)}">${coding(4)}</Representation></PDFSource><AudioSource guid="${guid(5)}" name="b.mp3"/></Sources><Sets><Set guid="${guid(6)}" name="T"><MemberSource targetGUID="${guid(2)}"/></Set></Sets><Links><Link guid="${guid(7)}"/></Links><Graphs><Graph guid="${guid(8)}"/></Graphs>`,
    );
    expect(value.sources).toEqual([]);
    expect(value.sets).toMatchObject([{ name: "T", sourceGuids: [] }]);
    expect(warnings).toEqual([
      "1 link between entries was left out.",
      "1 drawing was left out.",
      "2 sources that are not plain text were left out: a.pdf, b.mp3.",
      "1 coding of a source that is not plain text was left out.",
      "1 reference to something that is not here was left out.",
    ]);
  });

  test("texts that are missing, outside the file, given by a path or not in UTF-8", async () => {
    const paths = [
      "internal://gone.txt",
      "relative:///a.txt",
      "file:///etc/passwd",
      "internal://../project.qde",
      "internal://latin.txt",
    ];
    const sources = paths.map((path, n) => source(n + 2, `plainTextPath="${path}"`)).join("");
    const { value, warnings } = await read(`<Sources>${sources}</Sources>`, {
      "sources/latin.txt": new Uint8Array([0x63, 0xe9]),
      "sources/../evil.txt": strToU8("evil"),
    });
    expect(value.sources.map(({ text }) => text)).toEqual([null, null, null, null, null]);
    expect(warnings).toEqual([
      "2 sources have no text: S2, S5.",
      "2 texts are outside the file and were not fetched: S3, S4.",
      "1 text is not in UTF-8 and was not read: S6.",
    ]);
  });

  test("passages outside their text, and codings of nothing", async () => {
    const inside = [
      "<PlainTextContent>Six...</PlainTextContent>",
      selection(3, "0", "3", coding(4) + coding(5, 99) + coding(4)),
      ...[selection(6, "5", "90"), selection(7, "6", "8"), selection(8, "3", "3"), selection(9, "-1", "2")],
      ...[selection(10, "a", "2"), selection(3, "0", "1"), selection(11, "0", "1").replace(guid(11), "none")],
    ];
    const { value, warnings } = await read(`${CODES}<Sources>${source(2, "", inside.join(""))}</Sources>`);
    expect(value.sources[0]?.selections).toMatchObject([
      { start: 0, end: 3, codings: [{ guid: guid(4), codeGuid: guid(1) }] },
      { start: 5, end: 6, codings: [] },
    ]);
    expect(warnings).toEqual([
      "2 entries with identifiers that are used twice were left out.",
      "1 passage ran past the end of its text and was cut.",
      "4 passages are outside their texts and were left out.",
      "1 entry without a valid identifier was left out.",
      "1 coding has a code that is not in the codebook and was left out.",
    ]);
  });

  test("values that do not have their type", async () => {
    const variable = (n: number, type: string) =>
      `<Variable guid="${guid(n)}" name="V" typeOfVariable="${type}"/>`;
    const value = (n: number, inside: string) =>
      `<VariableValue><VariableRef targetGUID="${guid(n)}"/>${inside}</VariableValue>`;
    const outcome = await read(
      `<Variables>${variable(2, "Integer")}${variable(3, "Date")}</Variables><Cases><Case guid="${guid(4)}">${value(2, "<IntegerValue> 12 </IntegerValue>")}${value(2, "<IntegerValue>many</IntegerValue>")}${value(3, "<DateValue>2026-05-14Z</DateValue>")}${value(3, "<DateValue>2026-02-30</DateValue>")}${value(3, "")}${value(9, "<TextValue>x</TextValue>")}</Case></Cases>`,
    );
    expect(outcome.value.cases[0]?.attributes).toEqual([
      { variableGuid: guid(2), type: "Integer", value: 12 },
      { variableGuid: guid(3), type: "Date", value: "2026-05-14" },
    ]);
    expect(outcome.warnings).toEqual([
      "2 attribute values that cannot be read were left out.",
      "1 reference to something that is not here was left out.",
    ]);
  });
});

describe("a file that is not a project is refused with the reason", () => {
  const whole = qdpx(project(""));
  const NONE = "This file is not a REFI-QDA project";
  const entities = `<?xml version="1.0"?><!DOCTYPE Project [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/passwd">]><Project name="&b;"/>`;
  const manyCodes = Array.from({ length: 5_001 }, (_, n) => `<Code guid="${guid(n)}"/>`).join("");
  const utf16 = Buffer.from(`\uFEFF${entities}`, "utf16le");
  test.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(), `${NONE}. A .qdpx project is a ZIP file`],
    ["words", strToU8("Words"), `${NONE}. A .qdpx project is a ZIP file`],
    ["cut short", whole.slice(0, -30), "This REFI-QDA project is not complete"],
    ["another ZIP file", zipSync({ "word/document.xml": strToU8("<a/>") }), "there is no .qde file in it"],
    ["a project in a folder", zipSync({ "a/project.qde": strToU8(project("")) }), "there is no .qde file"],
    ["two projects", qdpx(project(""), { "b.QDE": strToU8(project("")) }), "there are several .qde files"],
    ["no XML", qdpx("words"), "is not valid XML at line 1"],
    ["XML that does not close", qdpx("<Project>\n<Codes>"), "is not valid XML at line 2"],
    ["an unknown entity", qdpx(project("&nbsp;")), "is not valid XML"],
    ["another root", qdpx("<CodeBook/>"), "it does not begin with “Project”"],
    ["entities", qdpx(entities), "it declares a document type"],
    ["entities in UTF-16", qdpx(utf16), "it declares a document type or is not in UTF-8"],
    [
      "another encoding",
      qdpx(Uint8Array.from(Buffer.from(project("é"), "latin1"))),
      "its text is not in UTF-8",
    ],
    ["elements without end", qdpx("<a>".repeat(300)), "it has more than 200 levels"],
    [
      "far too many codes",
      qdpx(project(`<CodeBook><Codes>${manyCodes}</Codes></CodeBook>`)),
      "more than 5,000 codes",
    ],
    [
      "a bomb",
      qdpx(project(" ".repeat(24 * 1024 * 1024))),
      "it unpacks to far more data than a project holds",
    ],
    ["too many files", qdpx(project(""), many(2_500)), "it unpacks to far more data than a project holds"],
  ])("%s", async (_, bytes, words) => {
    expect(await reason(bytes)).toContain(words);
  });

  test("too large", async () => {
    expect(await reason(new Uint8Array(MAX_PROJECT_BYTES + 1))).toBe(TOO_LARGE);
  });
});

function many(count: number): Zippable {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`sources/${n}.txt`, new Uint8Array()]));
}
