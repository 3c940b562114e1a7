import { readSheet } from "read-excel-file/node";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { xlsxStream, type Cell, type StreamedSheet } from "./xlsx-stream";

const ABOUT = { title: "A <title>", description: "What is counted & when", created: new Date(0) };

async function fileOf(sheets: readonly StreamedSheet[]) {
  const parts: Uint8Array[] = [];
  for await (const part of xlsxStream(sheets, ABOUT)) parts.push(part);
  return Buffer.concat(parts);
}
const columns = (count: number) => Array.from({ length: count }, (_, at) => ({ title: `C${at}`, width: 9 }));

test("texts come back as they were, and none is a formula", async () => {
  const words = [
    "=1+1",
    "@SUM(A1)",
    "-2",
    "+3",
    'a & b < c > "d"',
    "é 😀 –",
    " spaces ",
    "two\nlines",
    "\u0000\u0008x",
  ];
  const file = await fileOf([
    { name: "Words & more", columns: columns(1), rows: [words.map((one) => [one])] },
  ]);
  const rows = await readSheet(file, "Words & more");
  expect(rows.slice(1, 8).map(([cell]) => cell)).toEqual(
    ["=1+1", "@SUM(A1)", "-2", "+3", 'a & b < c > "d"', "é 😀 –", " spaces "].map((one) => one.trim()),
  );
  const sheet = new TextDecoder().decode(unzipSync(file)["xl/worksheets/sheet1.xml"]);
  expect(sheet).not.toContain("<f>");
  expect(sheet.match(/t="inlineStr"/g)).toHaveLength(words.length + 1);
  expect(sheet).toContain(">  x</t>");
});

test("numbers are numbers, empty cells are left out, and columns go on after Z", async () => {
  const row: Cell[] = Array.from({ length: 30 }, (_, at) => (at === 1 ? null : at));
  const file = await fileOf([{ name: "Wide", columns: columns(30), rows: [[row], [], [row]] }]);
  const rows = await readSheet(file, "Wide");
  expect(rows).toHaveLength(3);
  expect(rows[2]).toEqual(row);
  expect(new TextDecoder().decode(unzipSync(file)["xl/worksheets/sheet1.xml"])).toContain('r="AD3"');
});

test("rows are read as the file is taken, not before", async () => {
  let read = 0;
  async function* rows() {
    for (let page = 0; page < 50; page++) {
      read++;
      yield await Promise.resolve(
        Array.from({ length: 1000 }, (_, at) => [`Row ${page} ${at} ${Math.sin(at)}`]),
      );
    }
  }
  const parts = xlsxStream([{ name: "Long", columns: columns(1), rows: rows() }], ABOUT);
  for (let n = 0; n < 12; n++) await parts.next();
  expect(read).toBeLessThan(25);
  await parts.return(undefined);
});

test("what looks like the code of a character stays as it was typed, and a line break is seen", async () => {
  const typed = ["_x0041_x000D_", "_x005F_", "__x000a_", "one\vtwo\tthree"];
  const file = await fileOf([{ name: "Words", columns: columns(1), rows: [typed.map((one) => [one])] }]);
  const rows = await readSheet(file, "Words");
  expect(rows.slice(1).map(([cell]) => cell)).toEqual([...typed.slice(0, 3), "one\ntwo three"]);
  const sheet = new TextDecoder().decode(unzipSync(file)["xl/worksheets/sheet1.xml"]);
  expect(sheet.match(/ s="2"/g)).toHaveLength(1);
});

test("a cell is cut where Excel takes no more, between two characters, and says how much is left out", async () => {
  const file = await fileOf([
    { name: "Words", columns: columns(1), rows: [[["x".repeat(32_767)], [`x${"😀".repeat(20_000)}`]]] },
  ]);
  const [, whole, cut] = await readSheet(file, "Words");
  expect(whole).toEqual(["x".repeat(32_767)]);
  const [words = "", left] = String(cut?.[0]).split(" … ");
  expect(String(cut?.[0]).length).toBeLessThanOrEqual(32_767);
  expect(words).toMatch(/^x(?:😀)+$/u);
  const more = 20_001 - Array.from(words).length;
  expect(left).toBe(
    `[${more.toLocaleString("en-GB")} more characters left out, because a cell holds no more]`,
  );
});
