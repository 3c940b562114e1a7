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

async function* inParts(rows: readonly PassageRow[]) {
  for (const row of rows) yield await Promise.resolve([row]);
}

const read = async (rows: readonly PassageRow[], names: boolean) => {
  let text = "";
  const caveat = "Not a sample.";
  for await (const part of writePassagesCsv({ theme: "Funding", rows: inParts(rows), names, caveat }))
    text += part;
  return parse(text, { bom: true, relaxColumnCount: true, skipEmptyLines: true });
};

test("a row gives the marked words and those around them; without marks, the theme is on all of it", async () => {
  const [header, marked, whole, last] = await read([ROW, { ...ROW, spanStart: null, spanEnd: null }], true);
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

test("a file to share has no columns for speaker and time, whatever the rows contain", async () => {
  const text = (await read([ROW], false)).flat().join(" ");
  expect(text).not.toMatch(/P07|2026|Speaker/);
});

test("words that a spreadsheet would read as a formula are made harmless", async () => {
  const [, row] = await read([{ ...ROW, words: "=1+1", spanStart: 0, spanEnd: 4 }], false);
  expect(row?.slice(2, 4)).toEqual(["'=1+1", "'=1+1"]);
});
