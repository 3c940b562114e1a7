import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleRoundtables } from "@/lib/access/scope";
import { db, transaction } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { runInWorker } from "@/lib/platform/workers/pool";
import type { ReadAgainInput } from "../import";
import { READ_PIECES } from "../import-tasks";
import { findChosen } from "./find-import";
import { keptFile } from "./kept-file";
import { planOf } from "./plan-of";

/**
 * Reads a file that waits to be confirmed once more, as somebody chose. Where it cannot be read so, it stays as it was
 * read before.
 */
export async function readAgain(viewer: Viewer, { importId, asked }: ReadAgainInput) {
  const found = await db().import.findFirst({
    where: { id: importId, roundtable: visibleRoundtables(viewer) },
    select: {
      fileName: true,
      roundtable: {
        select: { id: true, reviewId: true, heldOn: true, questions: { select: { id: true, text: true } } },
      },
    },
  });
  if (!found) throw notFound("import");
  const { fileName, roundtable } = found;
  requireCan(viewer, "contribution.import", roundtable);
  await transaction((tx) => findChosen(tx, viewer, importId));
  const bytes = await keptFile(importId);
  if (!bytes) throw invalid("This file is no longer kept. Discard it, and choose it again.");
  const { id: roundtableId, heldOn } = roundtable;
  const read = await runInWorker(READ_PIECES, { bytes, fileName, roundtableId, heldOn, asked });
  const mapping = await planOf(roundtable, read);
  // In one transaction, so that rows of two readings are never mixed; others type on after it, mostly within milliseconds.
  await transaction(async (tx) => {
    await findChosen(tx, viewer, importId);
    await tx.importChunk.deleteMany({ where: { importId } });
    for (const piece of read.pieces)
      await tx.importChunk.create({ data: { importId, ...piece }, select: { position: true } });
    const { format, rows } = read.file;
    await tx.import.update({
      where: { id: importId },
      data: { format, rows, mapping, speakers: {}, reading: read.conclusions },
      select: { id: true },
    });
  });
  return { importId };
}
