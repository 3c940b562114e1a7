import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleRoundtables } from "@/lib/access/scope";
import { db, transaction } from "@/lib/platform/db";
import { invalid, notFound, Refusal } from "@/lib/platform/errors";
import { runInWorker } from "@/lib/platform/workers/pool";
import type { ReadAgainInput } from "../import";
import { READ_PIECES } from "../import-tasks";
import { formatOf } from "../queries/import-pieces";
import { askedAgain, conclusionsOf } from "../reading/conclusions";
import { stateOf } from "../state-of";
import { findChosen } from "./find-import";
import { keptFile } from "./kept-file";
import { planOf } from "./plan-of";

/**
 * Reads a file that waits to be confirmed once more, as somebody chose. Where it cannot be read so, it stays as it was
 * read before.
 */
export async function readAgain(viewer: Viewer, { importId, basedOn, asked }: ReadAgainInput) {
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
  const chosen = await transaction((tx) => findChosen(tx, viewer, importId, basedOn));
  const bytes = await keptFile(importId);
  if (!bytes) throw invalid("This file is no longer kept. Discard it, and choose it again.");
  const { id: roundtableId, heldOn } = roundtable;
  const before = { format: formatOf(chosen.format), conclusions: conclusionsOf(chosen.reading) };
  const again = { bytes, fileName, roundtableId, heldOn, asked: askedAgain(asked, before) };
  const read = await runInWorker(READ_PIECES, again).catch((error: unknown) => {
    // Of no field of this form: the file itself was not chosen here.
    throw error instanceof Refusal ? invalid(error.message) : error;
  });
  const mapping = await planOf(roundtable, read);
  // In one transaction, so that rows of two readings are never mixed; others type on after it, mostly within milliseconds.
  await transaction(async (tx) => {
    await findChosen(tx, viewer, importId, stateOf(chosen));
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
