import { db, transaction, type Tx } from "@/lib/platform/db";
import { speakerPlan } from "../plan";
import { failImport } from "./fail-import";
import { forgetFile } from "./kept-file";

/** Contributions for each transaction, because other people write meanwhile. */
const STEP = 1_000;
const DAY_MS = 24 * 3_600_000;

/**
 * Deletes what a failed import left: its rows, the participants and questions that it made and nothing else refers to, and
 * what was kept of the file.
 */
export async function clearImport(importId: string): Promise<void> {
  const found = await db().import.findUnique({
    where: { id: importId },
    select: { state: true, speakers: true },
  });
  if (found?.state !== "failed") return;
  for (;;) {
    const gone = await db().$executeRaw`
      DELETE FROM contribution WHERE id IN
        (SELECT id FROM contribution WHERE import_id = ${importId}::uuid LIMIT ${STEP})`;
    if (gone < STEP) break;
  }
  await transaction(async (tx) => {
    const { made, questions } = speakerPlan(found.speakers);
    await removeParticipants(tx, made);
    await tx.question.deleteMany({ where: { id: { in: questions }, contributions: { none: {} } } });
    await tx.importChunk.deleteMany({ where: { importId } });
    await forgetFile(tx, importId);
    await tx.import.update({
      where: { id: importId },
      data: { speakers: {}, staged: 0 },
      select: { id: true },
    });
  });
}

/** Removes participants of whom nothing has been recorded since. */
async function removeParticipants(tx: Tx, made: readonly string[]): Promise<void> {
  if (made.length === 0) return;
  const unused = await tx.participant.findMany({
    where: {
      id: { in: [...made] },
      contributions: { none: {} },
      permissions: { none: {} },
      attributes: { none: {} },
      links: { none: {} },
      passes: { none: {} },
      person: {
        userId: null,
        erasedAt: null,
        holds: { none: {} },
        requests: { none: {} },
        others: { none: {} },
      },
    },
    select: { id: true, personId: true },
  });
  await tx.participant.deleteMany({ where: { id: { in: unused.map(({ id }) => id) } } });
  const alone = { id: { in: unused.map(({ personId }) => personId) }, participants: { none: {} } };
  await tx.identity.deleteMany({ where: { person: alone } });
  await tx.person.deleteMany({ where: alone });
}

/**
 * Deletes files that nobody continued with for a day, and fails imports whose job ended without success, so
 * that no words stay outside the record.
 */
export async function forgetImports(now = new Date()): Promise<void> {
  const yesterday = new Date(now.getTime() - DAY_MS);
  await db().import.deleteMany({ where: { state: "chosen", createdAt: { lt: yesterday } } });
  await db().import.deleteMany({ where: { state: "failed", jobId: null, createdAt: { lt: yesterday } } });
  // A file that was removed while it was still being stored, for instance by an erasure.
  const over = { where: { import: { state: { in: ["undone" as const, "visible" as const] } } } };
  await db().importChunk.deleteMany(over);
  await db().importFile.deleteMany(over);
  const staged = await db().import.findMany({
    where: { state: "staged" },
    select: { id: true, jobId: true },
  });
  for (const { id, jobId } of staged) {
    const job = jobId && (await db().job.findUnique({ where: { id: jobId }, select: { state: true } }));
    if (job && (job.state === "queued" || job.state === "running")) continue;
    const lost =
      "The file could not be imported because something went wrong on our side. Nothing from it was added to the record.";
    await transaction((tx) => failImport(tx, id, lost));
  }
}
