import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { guessFields } from "@/lib/capture/import/columns";
import { readPieces } from "@/lib/capture/import/read-pieces";
import { rowsOf } from "@/lib/capture/import/pieces";
import { readTime } from "@/lib/capture/import/time/read-time";
import { sharedFile } from "@/tests/support/shared-data";

const heldOn = new Date("2026-05-12");

/** What each file holds, by the README beside it: how many rows come in, their words, and their first time. */
const CASES: Record<string, { rows: number; words: string[]; time?: string; left?: number }> = {
  "excel-time-only/time-only.xlsx": {
    rows: 3,
    words: ["The days were good and the travel was not."],
    time: "2026-05-12T13:30:00.000Z",
  },
  "google-forms-time/google.csv": {
    rows: 2,
    words: ["The coaching from a head"],
    time: "2026-05-12T08:00:01.000Z",
  },
  "survey-header-rows/qualtrics.csv": { rows: 2, words: ["The coaching from a head"], left: 2 },
  "survey-header-rows/surveymonkey.csv": { rows: 2, words: ["The coaching from a head"], left: 1 },
  "survey-header-rows/sep.csv": { rows: 1, words: ["The days were good, and the travel was not"], left: 1 },
  "survey-header-rows/title-row.xlsx": {
    rows: 2,
    words: ["The days were good and the travel was not."],
    left: 1,
  },
  "survey-two-questions/msforms.csv": { rows: 2, words: ["The coaching from a head", "Fund supply cover"] },
  "xlsx-far-row/far-column.xlsx": { rows: 2, words: ["The days were good and the travel was not."] },
  "xlsx-far-row/far-row-1048576.xlsx": { rows: 2, words: ["The days were good and the travel was not."] },
  "xlsx-hidden-sheet/hidden-first.xlsx": {
    rows: 1,
    words: ["The days were good and the travel was not."],
    left: 2,
  },
  "xlsx-hidden-sheet/two-sheets.xlsx": { rows: 2, words: ["First table said the days were good."] },
};

describe.each(Object.entries(CASES))("%s", (name, expected) => {
  const path = sharedFile(`cases/${name}`);
  test.skipIf(path === null)("goes in as its README says", async () => {
    const bytes = Uint8Array.from(readFileSync(path ?? ""));
    const { file, conclusions, pieces } = await readPieces({
      bytes,
      fileName: name,
      roundtableId: "r",
      heldOn,
    });
    const rows = pieces.flatMap((piece) => rowsOf(piece.bytes));
    const taken = rows.filter(({ out }) => out === undefined);
    const fields = guessFields(
      file.header,
      taken.map(({ cells }) => cells),
      (column) => !!conclusions.times[column],
    );
    expect([file.rows, rows.length - taken.length]).toEqual([expected.rows, expected.left ?? 0]);
    const words = fields.flatMap((field, column) =>
      field === "text" ? [taken[0]?.cells[column] ?? ""] : [],
    );
    for (const [at, start] of expected.words.entries()) expect(words[at]).toContain(start);
    const column = fields.indexOf("time");
    const kind = conclusions.times[column]?.kinds[0]?.kind;
    const time = kind && readTime(taken[0]?.cells[column] ?? "", kind, { heldOn, startsAt: null });
    if (expected.time) expect(time?.toISOString()).toBe(expected.time);
  });
});
