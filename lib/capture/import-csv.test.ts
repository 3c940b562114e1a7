import { describe, expect, test } from "vitest";
import { MAX_ROWS, parseImport } from "./import-csv";
import { readTime } from "./import-time";

const QUESTION = { id: "q2", position: 2, text: "What should change?" };
const context = { heldOn: new Date("2025-05-14"), questions: [QUESTION] };
const read = (text: string, mapping = {}) =>
  parseImport(Uint8Array.from(Buffer.from(text)), context, mapping);

describe("columns", () => {
  test.each([
    ["speaker,text\nP01,Words", ","],
    ["speaker;text\nP01;Words", ";"],
    ["speaker\ttext\nP01\tWords", "tab"],
    ['"speaker, or label";"text"\nP01;Words', "; with a comma in a header"],
  ])("%j is split by %s", (text) => {
    expect(
      read(text, text.includes("or label") ? { speaker: "speaker, or label" } : {}).rows[0],
    ).toMatchObject({
      speaker: "P01",
      text: "Words",
      source: "identified",
    });
  });
  test("are known by many names, or as they are said to be", () => {
    expect(read("timestamp,author-id,comment-body\n1521223304957,6277,Words").mapping).toEqual({
      text: "comment-body",
      speaker: "author-id",
      time: "timestamp",
    });
    expect(read("a,b\nWords,P01", { text: "A", speaker: "b" }).rows[0]).toMatchObject({ speaker: "P01" });
  });
  test("that are missing are named with those there are", () => {
    expect(() => read("a,b\n1,2")).toThrow(/“a”, “b”/);
    expect(() => read("text\nWords", { speaker: "nobody" })).toThrow(/no column “nobody”/);
    expect(() => read("text\n")).toThrow(/one line only/);
    expect(() => read("\n\n")).toThrow(/no lines/);
  });
});

describe("rows", () => {
  test("carry question, stance, kind, source and time where the file says so", () => {
    const { rows } = read(
      'text,speaker,question,stance,kind,source,time\n"Words, said",P01,2,+,verbatim,,14:32\nGist,,what should change?,ask,,room,\n',
    );
    expect(rows).toMatchObject([
      {
        line: 2,
        text: "Words, said",
        questionId: "q2",
        stance: "strength",
        kind: "verbatim",
        saidAt: new Date("2025-05-14T13:32:00Z"),
      },
      { line: 3, questionId: "q2", stance: "ask", kind: "note", source: "room", speaker: null, saidAt: null },
    ]);
  });
  test("that are bad are all named by the line they begin on", () => {
    const file = read(
      `text,stance,question,source,time\r\n"two\r\nlines",,,,\r\n,ask,,,\r\n\r\n${"x".repeat(20_000)},,,,\r\nWords,great,,,\r\nWords,,7,,\r\nWords,,,crowd,\r\nWords,,,,half past\r\nWords,,,identified,\r\na,b,c,d,e,f`,
    );
    expect(file.problems.map(({ line }) => line)).toEqual([4, 6, 7, 8, 9, 10, 11, 12]);
    expect(file.problems.map(({ reason }) => reason)).toEqual([
      expect.stringContaining("enter some words"),
      expect.stringContaining("10,000 characters or fewer"),
      expect.stringContaining("“great” is no stance"),
      expect.stringContaining("no question “7”"),
      expect.stringContaining("“crowd” is no source"),
      expect.stringContaining("“half past” is no time"),
      expect.stringContaining("Choose who said it"),
      expect.stringContaining("6 columns where the first line names 5"),
    ]);
    expect(file.rows).toHaveLength(1);
  });
  test("are named without the whole of a long cell", () => {
    const [problem] = read(`text,stance\nWords,${"😀".repeat(5000)}`).problems;
    expect(problem?.reason).toMatch(/^“(😀){60}…” is no stance/u);
  });
  test("with a quotation mark that never closes are refused by line", () => {
    expect(() => read('text\nWords\n"open\nMore')).toThrow(/from line 3 on/);
  });
  test("keep quotation marks inside words", () => {
    expect(read('text\nShe said "no" twice').rows[0]?.text).toBe('She said "no" twice');
  });
  test("beyond the limit are refused as a whole", () => {
    expect(() => read(`text\n${"x\n".repeat(MAX_ROWS + 1)}`)).toThrow(/20,000 rows/);
  });
});

test.each([
  ["1521223304957", "2018-03-16T18:01:44.957Z"],
  ["1521223304", "2018-03-16T18:01:44.000Z"],
  ["14:32", "2025-05-14T13:32:00.000Z"],
  ["2025-01-14 09:05", "2025-01-14T09:05:00.000Z"],
  ["2025-05-14T09:05:30+02:00", "2025-05-14T07:05:30.000Z"],
  ["25:10", undefined],
  ["2025-02-31 10:00", undefined],
  ["Sat Mar 17 01:01:44 WIB 2018", undefined],
])("the time %j", (typed, instant) => {
  expect(readTime(typed, context.heldOn)?.toISOString()).toBe(instant);
});
