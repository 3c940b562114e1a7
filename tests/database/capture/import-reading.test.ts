import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { chooseFile } from "@/lib/capture/import/commands/choose-file";
import { settleColumns } from "@/lib/capture/import/commands/settle-columns";
import { startImport } from "@/lib/capture/import/commands/start-import";
import { stopImport } from "@/lib/capture/import/commands/stop-import";
import { readAgain } from "@/lib/capture/import/commands/read-again";
import { previewImport } from "@/lib/capture/import/queries/import-preview";
import { getImport } from "@/lib/capture/import/queries/imports";
import { listContributions } from "@/lib/capture/contribution/queries/contributions";
import { db } from "@/lib/platform/db";
import { openTestDatabase } from "@/tests/support/database";
import { makeRoundtable, type TestReview } from "@/tests/support/worlds/factories";
import { importFile, runImportJobs, settleFile } from "@/tests/support/worlds/import-file";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

let review: TestReview;
let facilitator: Viewer;

beforeAll(async () => {
  ({ review, facilitator } = await makeScene({ members: ["facilitator"] }));
});

const said = async ({ id }: { id: string }) =>
  (await listContributions(facilitator, { reviewId: review.id, roundtableId: id })).contributions;
const part = { from: 0, take: 50, leftOnly: false };

const SURVEY =
  "Start time,Name,What worked well in your course?,What would you change about it?\n" +
  "14/05/2025 09:00:01,Ada Lane,The mentor came to see us every month.,Pay for the cover of two days.\n" +
  "14/05/2025 09:02:01,Ben Hart,,Fewer tasks that say the same again.\n";

describe("a survey", () => {
  test("comes in with each answer under its question, once, and its questions are made once", async () => {
    const roundtable = await makeRoundtable(review);
    const questions = () => db().question.count({ where: { roundtableId: roundtable.id } });
    const before = await questions();
    const done = await importFile(facilitator, { roundtableId: roundtable.id, text: SURVEY });
    expect(done).toMatchObject({ state: "visible", rows: 3, problems: [] });
    const contributions = await said(roundtable);
    expect(
      contributions.map(({ text, question, timeKnown }) => [text, question?.text, timeKnown]).sort(),
    ).toEqual([
      ["Fewer tasks that say the same again.", "What would you change about it?", true],
      ["Pay for the cover of two days.", "What would you change about it?", true],
      ["The mentor came to see us every month.", "What worked well in your course?", true],
    ]);
    expect(await questions()).toBe(before + 2);
    await importFile(facilitator, { roundtableId: roundtable.id, text: SURVEY.replaceAll("2025", "2024") });
    expect(await questions()).toBe(before + 2);
  });
});

describe("a file that waits to be confirmed", () => {
  const TEXT = "Notes of both tables\n\nSpeaker;Comment\nAda Lane;Cover, and time\nBen Hart;Money\n";
  const choose = async (roundtableId: string, text = TEXT) =>
    chooseFile(facilitator, { roundtableId, fileName: "a.csv", bytes: Uint8Array.from(Buffer.from(text)) });

  test("shows what was concluded, and is read again as somebody chose", async () => {
    const { id } = await makeRoundtable(review);
    const { importId } = await choose(id);
    const read = async () => getImport(facilitator, id, importId);
    expect(await read()).toMatchObject({
      rows: 2,
      columns: { fields: ["speaker", "text"] },
      conclusions: { separator: ";", headerLine: 3, firstLine: 4 },
    });
    await readAgain(facilitator, { importId, asked: { separator: ",", headerLine: 0 } });
    expect(await read()).toMatchObject({
      rows: 4,
      columns: { header: ["", ""], settled: false },
      conclusions: { separator: ",", headerLine: 0, asked: { separator: "," } },
    });
    await readAgain(facilitator, { importId, asked: { format: "text" } });
    expect(await read()).toMatchObject({ format: "text", columns: { fields: ["speaker", "text", "time"] } });
  });

  test("stays as it was read where it cannot be read as somebody chose", async () => {
    const { id } = await makeRoundtable(review);
    const { importId } = await choose(id);
    await expect(readAgain(facilitator, { importId, asked: { format: "json" } })).rejects.toThrow(/JSON/);
    expect(await getImport(facilitator, id, importId)).toMatchObject({ format: "csv", rows: 2 });
    expect((await previewImport(facilitator, importId, part)).come).toBe(2);
  });

  test("is not confirmed or set up by a form for another reading of it", async () => {
    const { id } = await makeRoundtable(review);
    const importId = await settleFile(facilitator, { roundtableId: id, text: TEXT });
    const { basedOn } = await getImport(facilitator, id, importId);
    await readAgain(facilitator, { importId, basedOn, asked: { headerLine: 0 } });
    const stale = { importId, basedOn };
    await expect(startImport(facilitator, stale)).rejects.toThrow(/Somebody changed how this file is read/);
    await expect(
      settleColumns(facilitator, { ...stale, entries: { "1": "text" }, wording: "gist" }),
    ).rejects.toThrow(/Nothing was changed now/);
    await expect(readAgain(facilitator, { ...stale, asked: {} })).rejects.toThrow(/Reload the page/);
    const now = await getImport(facilitator, id, importId);
    expect(now).toMatchObject({ state: "chosen", columns: { settled: false } });
    const fresh = { importId, basedOn: now.basedOn, entries: { "1": "text" }, wording: "gist" } as const;
    expect(await settleColumns(facilitator, fresh)).toMatchObject({ importId });
  });

  test("that is stopped leaves no question that it made", async () => {
    const { id: roundtableId } = await makeRoundtable(review);
    const importId = await settleFile(facilitator, { roundtableId, text: SURVEY });
    const questions = () => db().question.count({ where: { roundtableId } });
    const before = await questions();
    await startImport(facilitator, { importId });
    expect(await questions()).toBe(before + 2);
    await stopImport(facilitator, { importId });
    await runImportJobs();
    expect(await questions()).toBe(before);
  });

  test("accounts for every word, before and after it is imported, and then keeps nothing of the file", async () => {
    const roundtable = await makeRoundtable(review);
    const file = { roundtableId: roundtable.id, text: TEXT };
    const importId = await settleFile(facilitator, file);
    const account = { come: 4, left: 4, about: 4, columns: 0, timesUnread: 0 };
    const preview = await previewImport(facilitator, importId, part);
    expect(preview).toMatchObject({ come: 2, left: 1, account });
    expect(preview.rows[0]).toMatchObject({ line: 1, words: "Notes of both tables" });
    expect(await db().importFile.count({ where: { importId } })).toBe(1);
    await importFile(facilitator, file);
    expect(await getImport(facilitator, roundtable.id, importId)).toMatchObject({
      account,
      problems: [{ line: 1, reason: "It stands above the line that names the columns" }],
    });
    expect(await db().importFile.count({ where: { importId } })).toBe(0);
    const kept = await db().import.findUniqueOrThrow({ where: { id: importId } });
    expect(JSON.stringify(kept)).not.toMatch(/Notes of both|Cover/);
  });
});
