import { expect, test } from "vitest";
import { blockOf, claimsIn, gapOf, isGap, passagesOf, plainText, runsOf, type Run } from "./block";
import { claimMarks } from "./passages";
import { normalContent, sameContent } from "./saving/edited-block";
import { partsOf, sizeOf } from "./written-table";

const CLAIM = "0190c0de-0000-7000-8000-000000000001";
const SUGGESTED = { id: CLAIM, by: CLAIM, at: "2026-11-30T05:00:00.000Z" };
const plain = (text: string): Run => ({ text, marks: [] });
const table = blockOf("table", [
  plain("What was asked\nAsk\tWhy\nMore "),
  { text: "time", marks: claimMarks(CLAIM) },
  plain("\tThey said so"),
  { text: ", twice", marks: [{ type: "insertion", attrs: SUGGESTED }] },
  plain("\nMoney"),
]);

test("a table is one text, and reads as its caption and its cells, each row as long as the longest", () => {
  expect(plainText(table)).toBe("What was asked\nAsk\tWhy\nMore time\tThey said so\nMoney");
  const { caption, rows } = partsOf(runsOf(table));
  const texts = (runs: Run[]) => runs.map(({ text }) => text).join("");
  expect(texts(caption)).toBe("What was asked");
  expect(rows.map((cells) => cells.map(texts))).toEqual([
    ["Ask", "Why"],
    ["More time", "They said so"],
    ["Money", ""],
  ]);
  expect(sizeOf(plainText(table))).toEqual({ rows: 3, columns: 2 });
});

test("a claim and a passage end with their cell", () => {
  expect(claimsIn(table)).toEqual([CLAIM]);
  const passages = passagesOf(table);
  expect(passages.map(({ text }) => text).join("")).toBe(plainText(table));
  expect(passages.filter(({ text }) => text.trim()).map(({ text }) => text)).toEqual([
    "What was asked",
    "Ask",
    "Why",
    "More ",
    "time",
    "They said so",
    "Money",
  ]);
});

test("what parts cells has no marks, and uneven rows are the same table as even ones", () => {
  const strong = blockOf("table", [{ text: "Caption\nA\tB\nC", marks: [{ type: "strong" }] }]);
  const even = normalContent(strong);
  expect(plainText(even)).toBe("Caption\nA\tB\nC\t");
  expect(even.content?.filter(({ text }) => /[\t\n]/.test(text)).some(({ marks }) => marks)).toBe(false);
  expect(sameContent(strong, even)).toBe(true);
  expect(normalContent(even)).toEqual(even);
  expect(sameContent(even, blockOf("table", [plain("Caption\nA\tB\nC\tD")]))).toBe(false);
});

test("a table whose words were removed is a marked gap", () => {
  expect(isGap({ content: gapOf("table"), erasedAt: new Date() })).toBe(true);
  expect(isGap({ content: table, erasedAt: new Date() })).toBe(false);
});
