import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { guessFields } from "./columns";
import { outcomes, type Reading } from "./outcome";
import { ColumnPlan, speakerPlan } from "./plan";
import { readTable } from "./reading/read-table";
import { reasonKept, reasonShown } from "./row";

const QUESTION = { id: "q2", position: 2, text: "What should change?" };

/** Reads a CSV file with the columns that the wizard proposes. */
async function read(text: string) {
  const { header, rows } = await readTable(Uint8Array.from(Buffer.from(text)), "lines.csv");
  const reading: Reading = {
    format: "csv",
    roundtableId: "r",
    heldOn: new Date("2025-05-14"),
    questions: [QUESTION],
    columns: ColumnPlan.parse({ header, fields: guessFields(header), timeKind: "clock" }),
    speakers: speakerPlan({}),
  };
  const all = rows.flatMap(outcomes(reading));
  return {
    fields: reading.columns.fields,
    rows: all.flatMap((outcome) => (outcome.what === "contribution" ? [outcome.row] : [])),
    problems: all.flatMap((outcome) => (outcome.what === "out" ? [outcome.problem] : [])),
  };
}

describe("columns", () => {
  test.each([
    ["speaker,text\nP01,Words", ","],
    ["speaker;text\nP01;Words", ";"],
    ["speaker\ttext\nP01\tWords", "tab"],
    ['"author";"text";"a, b"\nP01;Words;', "; with a comma in a header"],
  ])("%j is split by %s", async (text) => {
    const { rows } = await read(text);
    expect(rows[0]).toMatchObject({ speaker: "P01", text: "Words", source: "identified" });
  });
  test("are recognised by many headings", async () => {
    const { fields } = await read("timestamp,datetime,author-id,comment-body\n1521223304957,,6277,Words");
    expect(fields).toEqual(["time", null, "speaker", "text"]);
  });
  test("that are missing leave nothing to read", async () => {
    await expect(read("text\n")).rejects.toThrow(/only one line/);
    await expect(read("\n\n")).rejects.toThrow(/no lines/);
  });
});

describe("rows", () => {
  test("carry question, stance, wording, source and time where the file says so", async () => {
    const { rows } = await read(
      'text,speaker,question,stance,wording,source,time\n"Words, said",P01,2,+,verbatim,,14:32\nGist,,what should change?,ask,,room,\n',
    );
    expect(rows).toMatchObject([
      {
        line: 2,
        text: "Words, said",
        questionId: "q2",
        stance: "strength",
        wording: "verbatim",
        saidAt: new Date("2025-05-14T13:32:00Z"),
      },
      {
        line: 3,
        questionId: "q2",
        stance: "ask",
        wording: "gist",
        source: "group",
        speaker: null,
        saidAt: null,
      },
    ]);
  });
  test("that are invalid are all named by the line on which they begin, and kept without their words", async () => {
    const file = await read(
      `text,stance,question,source,time\r\n"two\r\nlines",,,,\r\n,ask,,,\r\n\r\n${"x".repeat(20_000)},,,,\r\nWords,great,,,\r\nWords,,7,,\r\nWords,,,crowd,\r\nWords,,,,half past\r\nWords,,,identified,\r\na,b,c,d,e,f`,
    );
    expect(file.problems.map(({ line }) => line)).toEqual([4, 6, 7, 8, 9, 11, 12]);
    expect(file.problems.map(reasonShown)).toEqual([
      "It has no words",
      expect.stringContaining("10,000 characters or fewer"),
      expect.stringContaining("“great” is not a stance"),
      expect.stringContaining("“7” is not a question"),
      expect.stringContaining("“crowd” is not a source"),
      expect.stringContaining("Choose who said it"),
      expect.stringContaining("6 columns, but the line that names them has 5"),
    ]);
    expect(file.problems.map(reasonKept).join()).not.toMatch(/great|crowd/);
    expect(file.rows.map(({ line, saidAt, timeUnread }) => [line, saidAt, timeUnread])).toEqual([
      [2, null, false],
      [10, null, true],
    ]);
  });
  test("are named without the whole of a long cell", async () => {
    const [problem] = (await read(`text,stance\nWords,${"😀".repeat(5000)}`)).problems;
    expect(problem && reasonShown(problem)).toMatch(/^“(😀){60}…” is not a stance/u);
  });
  test("with a quotation mark that never closes are refused by line", async () => {
    await expect(read('text\nWords\n"open\nMore')).rejects.toThrow(/from line 3/);
  });
  test("keep quotation marks, emoji and combining characters inside words", async () => {
    const words = 'She said "no" twice 👩‍🏫 cafe\u0301';
    expect((await read(`text\n${words}`)).rows[0]?.text).toBe(words);
  });
  test("beyond the limit are refused as a whole", async () => {
    await expect(read(`text\n${"x\n".repeat(100_001)}`)).rejects.toThrow(/100,000 rows/);
  });
});

test("each column of words of a row is a contribution under its question; empty ones are none", () => {
  const decide = outcomes({
    format: "csv",
    roundtableId: "r",
    heldOn: new Date("2025-05-14"),
    questions: [QUESTION],
    columns: ColumnPlan.parse({
      header: ["Name", "What worked?", "What should change?"],
      fields: ["speaker", "text", "text"],
      questions: [null, null, null],
    }),
    speakers: speakerPlan({}),
  });
  const of = (cells: string[], place: number) =>
    decide({ line: place + 2, cells }, place).map((outcome) =>
      outcome.what === "contribution" ? [outcome.slot, outcome.row.text] : [outcome.slot, outcome.what],
    );
  expect(of(["Ada", "Mentors", "Money"], 0)).toEqual([
    [0, "Mentors"],
    [1, "Money"],
  ]);
  expect(of(["Ben", "", "Cover"], 1)).toEqual([[3, "Cover"]]);
  expect(of(["Cleo", " ", ""], 2)).toEqual([[4, "out"]]);
});

test("a contribution that waited on a device goes into its own roundtable and no other", () => {
  const [here, elsewhere] = [randomUUID(), randomUUID()];
  const decide = outcomes({
    format: "waiting",
    roundtableId: here,
    heldOn: new Date("2025-05-14"),
    questions: [],
    columns: ColumnPlan.parse({}),
    speakers: speakerPlan({}),
  });
  const waiting = (roundtableId: string) =>
    JSON.stringify({ do: "record", id: randomUUID(), roundtableId, source: "note", text: "Said" });
  expect(decide({ line: 1, cells: [waiting(here)] }, 0)).toMatchObject([
    { what: "waiting", input: { text: "Said" } },
  ]);
  expect(decide({ line: 2, cells: [waiting(elsewhere)] }, 1)).toEqual([
    { slot: 1, what: "out", problem: { line: 2, reason: "It is for another roundtable" } },
  ]);
  expect(decide({ line: 3, cells: ["[]"] }, 2)).toMatchObject([{ problem: { line: 3 } }]);
});
