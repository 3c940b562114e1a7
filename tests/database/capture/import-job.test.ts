import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { chooseFile } from "@/lib/capture/import/commands/choose-file";
import { forgetImports } from "@/lib/capture/import/commands/clear-import";
import { changeRoundtableState } from "@/lib/capture/session/commands/change-roundtable-state";
import { mergeContributions } from "@/lib/capture/contribution/commands/merge-contributions";
import { recordContribution } from "@/lib/capture/contribution/commands/record-contribution";
import { splitContribution } from "@/lib/capture/contribution/commands/split-contribution";
import { startImport } from "@/lib/capture/import/commands/start-import";
import { stopImport } from "@/lib/capture/import/commands/stop-import";
import { undoImport } from "@/lib/capture/import/commands/undo-import";
import { getImport } from "@/lib/capture/import/queries/imports";
import { listContributions } from "@/lib/capture/contribution/queries/contributions";
import { listRoundtables } from "@/lib/capture/roundtable/queries/roundtables";
import { db, pool } from "@/lib/platform/db";
import { runNextJob } from "@/lib/platform/jobs";
import { openTestDatabase } from "@/tests/support/database";
import { makeContribution, makeRoundtable, type TestReview } from "@/tests/support/worlds/factories";
import { importFile, runImportJobs, settleFile } from "@/tests/support/worlds/import-file";
import { registerStages } from "@/register-stages";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

let review: TestReview;
let lead: Viewer;
beforeAll(async () => {
  ({ review, lead } = await makeScene({ members: ["lead"] }));
  registerStages();
});

const ROWS = 1_700;
const rowsOf = (count = ROWS) =>
  ["text,speaker", ...Array.from({ length: count }, (_, n) => `Row ${n},Speaker ${n % 3}`)].join("\n");

/** Starts an import and lets it die once its first piece is stored, however fast the machine is. */
async function crashMidway(roundtableId: string, text = rowsOf()): Promise<string> {
  const importId = await settleFile(lead, { roundtableId, text });
  await startImport(lead, { importId });
  await db().job.updateMany({ where: { kind: { not: "import" }, state: "queued" }, data: { runAt: LATER } });
  await pool().query(`
    CREATE FUNCTION die_midway() RETURNS trigger LANGUAGE plpgsql AS
      $$BEGIN RAISE EXCEPTION 'The import died midway, as this test wants.'; END$$;
    CREATE TRIGGER die_midway BEFORE UPDATE OF staged ON import FOR EACH ROW
      WHEN (OLD.staged > 0 AND NEW.staged > OLD.staged) EXECUTE FUNCTION die_midway()`);
  await runNextJob();
  await pool().query("DROP FUNCTION die_midway() CASCADE");
  return importId;
}
const LATER = new Date(Date.now() + 3_600_000);

const texts = async (roundtableId: string) =>
  (
    await db().contribution.findMany({
      where: { roundtableId },
      orderBy: { sequence: "asc" },
      select: { text: true },
    })
  ).map(({ text }) => text);
const seen = async (id: string) => {
  const { total } = await listContributions(lead, { reviewId: review.id, roundtableId: id });
  const summary = (await listRoundtables(lead, review.id)).find((roundtable) => roundtable.id === id);
  return { total, counted: summary?.contributions };
};
const contribution = (roundtableId: string, text: string) => ({
  id: randomUUID(),
  roundtableId,
  text,
  source: "group" as const,
  wording: "gist" as const,
});

describe("an import that is running", () => {
  test("is visible to no query while people go on typing, continues after a crash, and becomes visible at once", async () => {
    const { id } = await makeRoundtable(review);
    const importId = await crashMidway(id);
    const midway = await getImport(lead, id, importId);
    expect(midway.state).toBe("staged");
    expect(midway.staged).toBeGreaterThan(0);
    expect(midway.staged).toBeLessThan(ROWS);
    expect(await db().contribution.count({ where: { roundtableId: id } })).toBe(midway.staged);
    expect(await seen(id)).toEqual({ total: 0, counted: 0 });
    const { rows } = await pool().query(`SELECT 1 FROM counted_contribution WHERE roundtable_id = $1`, [id]);
    expect(rows).toEqual([]);
    await recordContribution(lead, contribution(id, "Typed meanwhile"));
    expect(await seen(id)).toEqual({ total: 1, counted: 1 });
    await db().job.updateMany({ where: { kind: "import" }, data: { runAt: new Date(0) } });
    await runImportJobs();
    expect(await getImport(lead, id, importId)).toMatchObject({ state: "visible", rows: ROWS });
    expect(await seen(id)).toEqual({ total: ROWS + 1, counted: ROWS + 1 });
    const stored = await texts(id);
    expect(stored.filter((text) => text !== "Typed meanwhile")).toEqual(
      Array.from({ length: ROWS }, (_, n) => `Row ${n}`),
    );
    expect(await db().importChunk.count({ where: { importId } })).toBe(0);
    expect(await db().import.findUnique({ where: { id: importId } })).toMatchObject({
      speakers: {},
      mapping: {},
    });
  });

  test("that is stopped leaves neither contributions nor names, and its file may come again", async () => {
    const { id } = await makeRoundtable(review);
    const importId = await crashMidway(id);
    expect(await db().participant.count({ where: { roundtableId: id } })).toBe(3);
    await stopImport(lead, { importId });
    await runImportJobs();
    expect(await getImport(lead, id, importId)).toMatchObject({
      state: "failed",
      problems: [{ line: 0, reason: expect.stringContaining("stopped") as string }],
    });
    expect(await db().contribution.count({ where: { roundtableId: id } })).toBe(0);
    expect(await db().participant.count({ where: { roundtableId: id } })).toBe(0);
    expect(await db().importChunk.count({ where: { importId } })).toBe(0);
    expect(JSON.stringify(await db().import.findUnique({ where: { id: importId } }))).not.toContain(
      "Speaker",
    );
    expect(await importFile(lead, { roundtableId: id, text: rowsOf() })).toMatchObject({ rows: ROWS });
  });

  test("into a roundtable that was closed meanwhile imports nothing; into one in read-back it does", async () => {
    const closed = await makeRoundtable(review, { state: "read_back" });
    const importId = await crashMidway(closed.id);
    await changeRoundtableState(lead, { id: closed.id, revision: closed.revision, to: "closed" });
    await db().job.updateMany({ where: { kind: "import" }, data: { runAt: new Date(0) } });
    await runImportJobs();
    expect(await getImport(lead, closed.id, importId)).toMatchObject({
      state: "failed",
      problems: [{ reason: expect.stringContaining("closed before the import finished") as string }],
    });
    expect(await db().contribution.count({ where: { roundtableId: closed.id } })).toBe(0);
    const open = await makeRoundtable(review, { state: "read_back" });
    expect(await importFile(lead, { roundtableId: open.id, text: rowsOf(3) })).toMatchObject({ rows: 3 });
  });

  test("whose job ended without success fails; one whose job waits does not", async () => {
    const { id } = await makeRoundtable(review);
    const importId = await settleFile(lead, { roundtableId: id, text: rowsOf(4) });
    await startImport(lead, { importId });
    await forgetImports();
    expect(await getImport(lead, id, importId)).toMatchObject({ state: "staged" });
    await db().job.updateMany({ where: { kind: "import", state: "queued" }, data: { state: "failed" } });
    await forgetImports();
    expect(await getImport(lead, id, importId)).toMatchObject({ state: "failed" });
    await runImportJobs();
    expect(await db().participant.count({ where: { roundtableId: id } })).toBe(0);
  });

  test("that nobody confirms is deleted after a day", async () => {
    const { id } = await makeRoundtable(review);
    const importId = await settleFile(lead, { roundtableId: id, text: rowsOf(4) });
    await forgetImports();
    expect(await getImport(lead, id, importId)).toMatchObject({ state: "chosen" });
    await forgetImports(new Date(Date.now() + 25 * 3_600_000));
    await expect(getImport(lead, id, importId)).rejects.toMatchObject({ kind: "not-found" });
    expect(await db().importChunk.count({ where: { importId } })).toBe(0);
  });

  test("that is discarded before it is confirmed is gone; a finished one cannot be stopped", async () => {
    const { id } = await makeRoundtable(review);
    const importId = await settleFile(lead, { roundtableId: id, text: rowsOf(4) });
    await stopImport(lead, { importId });
    await expect(getImport(lead, id, importId)).rejects.toMatchObject({ kind: "not-found" });
    const done = await importFile(lead, { roundtableId: id, text: rowsOf(4) });
    await stopImport(lead, { importId: done.id });
    expect(await seen(id)).toMatchObject({ total: 4 });
  });
});

describe("contributions that waited on a device", () => {
  test("come back with their ids, those sent meanwhile once, and those of others' words as new ones", async () => {
    const roundtable = await makeRoundtable(review);
    const sent = contribution(roundtable.id, "Sent already");
    await recordContribution(lead, sent);
    const taken = await makeContribution(roundtable, { text: "Other words", source: "group" });
    const waiting = {
      ...contribution(roundtable.id, "Still waiting"),
      participantId: null,
      label: null,
      sequence: 9,
    };
    const hands = { raised: 3, asked: 5 };
    const contributions = [
      { ...waiting, saidAt: "2025-05-14T13:00:00.000Z", hands, agreementSeen: false, npqs: ["NPQH"] },
      { ...sent, saidAt: "2025-05-14T13:01:00.000Z" },
      { ...waiting, id: taken.id, text: "Words of my own" },
      {
        ...waiting,
        id: randomUUID(),
        source: "identified",
        participantId: randomUUID(),
        text: "Of somebody gone",
      },
      { id: "no id" },
    ];
    const text = JSON.stringify({
      format: "npq-review waiting contributions 2",
      roundtable: roundtable.id,
      contributions,
    });
    const file = { roundtableId: roundtable.id, fileName: "waiting.json", text };
    const done = await importFile(lead, file);
    expect(done).toMatchObject({
      state: "visible",
      rows: 3,
      problems: [
        { line: 2, reason: "It is in the record already" },
        { line: 5, reason: "It cannot be read as a contribution" },
      ],
    });
    expect(await db().contribution.findUnique({ where: { id: waiting.id } })).toMatchObject({
      text: "Still waiting",
      handsRaised: 3,
      handsAsked: 5,
      npqs: ["NPQH"],
      saidAt: new Date("2025-05-14T13:00:00Z"),
    });
    expect((await texts(roundtable.id)).sort()).toEqual(
      ["Of somebody gone", "Other words", "Sent already", "Still waiting", "Words of my own"].sort(),
    );
    const gone = await db().contribution.findFirst({ where: { text: "Of somebody gone" } });
    expect(gone).toMatchObject({ source: "unidentified", participantId: null });
  });

  test("of another roundtable are refused", async () => {
    const { id } = await makeRoundtable(review);
    const text = JSON.stringify({
      format: "npq-review waiting contributions 2",
      roundtable: randomUUID(),
      contributions: [{}],
    });
    await expect(
      chooseFile(lead, { roundtableId: id, fileName: "a.json", bytes: Uint8Array.from(Buffer.from(text)) }),
    ).rejects.toThrow(/another roundtable/);
  });
});

describe("an import whose contribution was split", () => {
  test("removes both parts when it is undone, and none of it stays in another contribution", async () => {
    const roundtable = await makeRoundtable(review);
    const { id: importId } = await importFile(lead, {
      roundtableId: roundtable.id,
      text: "text\nFirst half and second half",
    });
    const contribution = await db().contribution.findFirstOrThrow({ where: { importId } });
    const typed = await makeContribution(roundtable, { text: "Typed by hand" });
    const split = {
      id: randomUUID(),
      contributionId: contribution.id,
      revision: 1,
      at: 10,
      saidAt: "2025-05-14T13:00:00Z",
    };
    await splitContribution(lead, { ...split, sequence: 900 });
    const merge = { id: randomUUID(), into: typed.id, intoRevision: 1, from: split.id, fromRevision: 1 };
    await expect(mergeContributions(lead, merge)).rejects.toThrow(/cannot be joined/);
    await undoImport(lead, { importId });
    expect((await seen(roundtable.id)).total).toBe(1);
  });
});

test("nothing remains of a file that was removed while it was still being stored", async () => {
  const { id: roundtableId } = await makeRoundtable(review);
  const importId = await settleFile(lead, { roundtableId, text: "text\nWords of the file" });
  await db().import.update({ where: { id: importId }, data: { state: "undone", undoneAt: new Date() } });
  await forgetImports();
  expect(await db().importChunk.count({ where: { importId } })).toBe(0);
});
