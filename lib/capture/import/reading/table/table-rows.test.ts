import { describe, expect, test } from "vitest";
import { readFile } from "../read-file";
import type { Asked } from "../conclusions";
import type { FileRow } from "../format";
import { judgeSeparator } from "./judge-separator";

async function read(text: string, asked: Asked = {}) {
  const rows: FileRow[] = [];
  const bytes = Uint8Array.from(Buffer.from(text));
  const file = await readFile({ bytes, fileName: "a.csv", roundtableId: "r", asked }, (row) =>
    rows.push(row),
  );
  const cells = (out: boolean) =>
    rows.flatMap((row) => ((row.out !== undefined) === out ? [row.cells.filter((cell) => cell !== "")] : []));
  return { ...file, taken: cells(false), left: cells(true), lines: rows.map(({ line }) => line) };
}

describe("the line that names the columns", () => {
  test.each([
    [
      "is the first where the others look alike",
      "speaker,text\nGroup,Words\nP01,More words\nP02,Even more",
      [1, 2],
    ],
    [
      "stands below titles",
      "Notes of 14 May\n\nspeaker,text,time\nAda,Words,10:02\nBen,More words,10:05",
      [3, 4],
    ],
    [
      "stands below codes, and above what a survey program adds",
      'StartDate,Q1,Q2\nStart Date,What worked?,What would you change?\n"{""ImportId"":""startDate""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"\n2025-05-14 09:00:01,Mentors,Money\n2025-05-14 09:02:01,Time,Cover',
      [2, 4],
    ],
    [
      "has a second line for each answer below it",
      "Respondent ID,Start Date,What worked?,What would you change?\n,,Open-Ended Response,Open-Ended Response\n11,05/14/2025 09:00:01 AM,Mentors,Money\n12,05/14/2025 09:02:01 AM,Time,Cover",
      [1, 3],
    ],
    [
      "stands apart by an empty line, with codes above titles",
      "Q1,Q2,Q3\nYour role,What worked,What would you change\n\nHead,Mentors,Money\nTeacher,Time,Cover\nHead,Tasks,Travel",
      [2, 4],
    ],
    ["is missing where all lines are alike", "1,10:02,Words\n2,10:05,More words\n3,10:09,Even more", [0, 1]],
    [
      "stands below codes where it asks",
      "Q1,Q2\nWhat worked?,What would you change?\nMentors,Money\nTime,Cover",
      [2, 3],
    ],
    [
      "is missing where somebody says a sentence in the first",
      "Ada,The coaching in my own trust helped most.\nBen,Cover",
      [0, 1],
    ],
    [
      "is missing where whoever speaks in the first speaks again",
      "Ada,The coaching in my own trust helped most\nBen,Cover\nAda,Money",
      [0, 1],
    ],
    [
      "is there where a number stands below a word, whatever the sentence beside it",
      "ID,The people on the course could say what they liked here.\n1,Cover\n2,Money",
      [1, 2],
    ],
    [
      "may ask for something in a sentence",
      "Ref,Please tell us what you would change.\nA,Cover\nB,Money",
      [1, 2],
    ],
    [
      "may have ids below it that only few answers follow",
      'StartDate,Duration (in seconds),Q1\nStart Date,Duration (in seconds),What worked?\n"{""ImportId"":""startDate""}","{""ImportId"":""duration""}","{""ImportId"":""QID1""}"\n2025-05-14 09:00:01,600,Mentors\n2025-05-14 09:02:01,610,Time',
      [2, 4],
    ],
  ])("%s", async (_, text, [headerLine, firstLine]) => {
    expect((await read(text)).concluded).toMatchObject({ headerLine, firstLine });
  });

  test.each([
    "Age,Years in role,What worked?,What should change?\n,,The coaching sessions were the best part of it all.,Less of the same\n",
    "Age,Years in role,What worked?,What should change?\nPrefer not to say,Prefer not to say,The coaching was the best part.,Money\n",
  ])("is not what the first person answered: %j", async (start) => {
    const rows = Array.from({ length: 8 }, (_, n) => `${30 + n},${n},Mentors ${n},Money`);
    expect((await read(start + rows.join("\n"))).concluded).toMatchObject({ headerLine: 1, firstLine: 2 });
  });

  test("is found below many notes, and has to be there where it is chosen", async () => {
    const notes = Array.from({ length: 14 }, (_, n) => `Note ${n}`);
    const rows = Array.from({ length: 20 }, (_, n) => `Ada,Words ${n},10:${10 + n}`);
    const text = [...notes, "Name,Words,Time", ...rows].join("\n");
    const { concluded } = await read(text);
    expect(concluded.headerLine).toBe(15);
    expect(concluded.beginning?.map(({ line }) => line)).toContain(15);
    await expect(read(text, { headerLine: 500 })).rejects.toThrow(/no line 500/);
  });

  test("leaves what codes above it and questions below it say to the titles", async () => {
    const codes =
      "Ref,Submitted,q1,q2,q3\n,,Your name,Agree?,What would you change?\n\nA1,2025-05-14 09:00:01,Ada,Yes,Money";
    expect((await read(codes)).header).toEqual([
      "Ref",
      "Submitted",
      "Your name",
      "Agree?",
      "What would you change?",
    ]);
    const numbers = "Run,Voter,Question 1\n,,What worked?\n1,1,Mentors\n1,2,Time";
    expect((await read(numbers)).header).toEqual(["Run", "Voter", "What worked?"]);
  });

  test("may be chosen, and so may the first line of answers; the rest is told as left out", async () => {
    const text = "a,b\nName,Words\n(who),(what)\nAda,One\nBen,Two";
    expect(await read(text)).toMatchObject({ header: ["a", "b"], rows: 4, left: [] });
    const chosen = await read(text, { headerLine: 2, firstLine: 4 });
    expect(chosen).toMatchObject({
      header: ["Name", "Words"],
      taken: [
        ["Ada", "One"],
        ["Ben", "Two"],
      ],
      left: [
        ["a", "b"],
        ["(who)", "(what)"],
      ],
    });
    expect(await read(text, { headerLine: 0 })).toMatchObject({ header: ["", ""], rows: 5, left: [] });
  });
});

describe("the separator", () => {
  test.each([
    ["speaker;text\nAda;Good, and long\nBen;Bad, but short, and so on", ";"],
    ["speaker\ttext\nAda\tGood, and; long", "\t"],
    ['"a, b",c\n"d; e",f', ","],
    ["text\nOne", ","],
    ["a|b\nc|d, e", "|"],
    ["Comment\nGood, useful, and short\nToo long, all in all\nMoney, time, cover, and travel", "\t"],
    ["Name, Comment\nAda, Good\nBen, Bad", ","],
    ["Name, Town, Comment\nAda, York, Good\nBen, Hull, Bad, sad", ","],
    ["sep=;\na,b;c\nd,e;f", ";"],
    [
      "1. Summary\nStart\t5/12/26, 1:55\nEnd\t5/12/26, 3:32\nName\tJoin\tLeave\nAda\t5/12/26, 1:55\t5/12/26, 3:32",
      "\t",
    ],
  ])("of %j is %j", (text, sign) => {
    expect(judgeSeparator(text)).toBe(sign);
  });

  test("may be named in the first line, and may be chosen", async () => {
    expect(await read("\uFEFFsep=;\r\nSpeaker;Comment\r\nAda;Good, and long\r\n")).toMatchObject({
      header: ["Speaker", "Comment"],
      taken: [["Ada", "Good, and long"]],
      left: [["sep="]],
      lines: [1, 3],
    });
    const text = "a;b,c\nd;e,f";
    expect((await read(text, { separator: "," })).header).toEqual(["a;b", "c"]);
  });
});
