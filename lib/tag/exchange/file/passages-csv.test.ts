import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { writePassagesCsv, type PassageRow } from "./passages-csv";

const ROW: PassageRow = {
  words: "👩‍🏫 It costs =too much, and nobody pays",
  stance: "improvement",
  roundtable: "London",
  coder: "Ada",
  speaker: "P07",
  at: new Date("2026-03-04T10:00:00Z"),
  spanStart: 4,
  spanEnd: 12,
};

const read = (rows: readonly PassageRow[], names: boolean) => {
  const text = writePassagesCsv({ theme: "Funding", rows, names, caveat: "Not a sample." });
  return parse(text, { bom: true, relaxColumnCount: true, skipEmptyLines: true });
};

test("a row gives the marked words and those around them; without marks, the theme is on all of it", () => {
  const [header, marked, whole, last] = read([ROW, { ...ROW, spanStart: null, spanEnd: null }], true);
  expect(header).toEqual([
    ...["Theme", "Stance", "Marked words", "Contribution", "Roundtable", "Set by"],
    ...["Speaker", "Set at"],
  ]);
  expect(marked).toEqual([
    ...["Funding", "Improvement", "It costs", ROW.words, "London", "Ada", "P07", "2026-03-04T10:00:00.000Z"],
  ]);
  expect(whole?.[2]).toBe("");
  expect(last).toEqual(["Not a sample."]);
});

test("a file to share has no columns for speaker and time, whatever the rows contain", () => {
  const text = read([ROW], false).flat().join(" ");
  expect(text).not.toMatch(/P07|2026|Speaker/);
});

test("words that a spreadsheet would read as a formula are made harmless", () => {
  const [, row] = read([{ ...ROW, words: "=1+1", spanStart: 0, spanEnd: 4 }], false);
  expect(row?.slice(2, 4)).toEqual(["'=1+1", "'=1+1"]);
});
