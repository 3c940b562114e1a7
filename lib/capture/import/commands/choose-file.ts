import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleRoundtables } from "@/lib/access/scope";
import {
  findRoundtable,
  lockRoundtable,
  requireRecording,
} from "@/lib/capture/roundtable/commands/find-roundtable";
import { countOf } from "@/lib/platform/text/count-words";
import { formatInstant } from "@/lib/platform/text/dates";
import { db, transaction, type Tx } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { notFound } from "@/lib/platform/errors";
import { sliceCodePoints } from "@/lib/platform/text/code-points";
import { runInWorker } from "@/lib/platform/workers/pool";
import { READ_PIECES } from "../import-tasks";
import type { Piece } from "../pieces";
import type { Format } from "../reading/format";
import { refusedFile } from "../reading/limits";
import { keepFile } from "./kept-file";
import { planOf } from "./plan-of";

type Chosen = { roundtableId: string; fileName: string; bytes: Uint8Array };

/**
 * Takes a file for preview: its rows are kept in pieces outside the record, and none of them is a
 * contribution yet. The same file again leads to the first import, or is refused.
 */
export async function chooseFile(viewer: Viewer, input: Chosen): Promise<{ importId: string }> {
  const { roundtableId, bytes, fileName } = input;
  const roundtable = await db().roundtable.findFirst({
    where: { AND: [{ id: roundtableId }, visibleRoundtables(viewer)] },
    select: {
      id: true,
      reviewId: true,
      state: true,
      heldOn: true,
      questions: { select: { id: true, text: true } },
    },
  });
  if (!roundtable) throw notFound("roundtable");
  requireCan(viewer, "contribution.import", roundtable);
  requireRecording(roundtable.state);
  const fileDigest = sha256(bytes);
  const there = await transaction((tx) => findSame(tx, roundtableId, fileDigest));
  if (there) return there;
  const { heldOn } = roundtable;
  const read = await runInWorker(READ_PIECES, { bytes, fileName, roundtableId, heldOn });
  const { file, pieces: kept } = read;
  const plan = await planOf(roundtable, read);
  const opened = await transaction(async (tx) => {
    await lockRoundtable(tx, roundtableId);
    requireRecording((await findRoundtable(tx, viewer, roundtableId)).state);
    const data = { roundtableId, fileDigest, format: file.format, mapping: plan, reading: read.conclusions };
    const name = nameOf(fileName);
    const same = await findSame(tx, roundtableId, fileDigest);
    if (same) return { ...same, there: true };
    const { id } = await tx.import.create({
      data: {
        ...data,
        fileName: name,
        size: bytes.length,
        state: "chosen",
        rows: 0,
        createdById: viewer.userId,
      },
      select: { id: true },
    });
    return { importId: id, there: false };
  });
  if (opened.there) return { importId: opened.importId };
  await keep(opened.importId, kept);
  if (file.format !== "waiting") await keepFile(opened.importId, bytes);
  await db().import.update({
    where: { id: opened.importId },
    data: { rows: file.rows },
    select: { id: true },
  });
  return { importId: opened.importId };
}

/** The name without what the database does not accept as text: NUL and lone surrogates. */
function nameOf(fileName: string): string {
  return sliceCodePoints(fileName.replace(/[\u0000\uD800-\uDFFF]/gu, "").slice(-400), 0, 200) || "file";
}

/** One piece for each transaction, so that nobody who types waits for a large file. */
async function keep(importId: string, pieces: readonly Piece[]): Promise<void> {
  for (const piece of pieces)
    await db().importChunk.create({ data: { importId, ...piece }, select: { position: true } });
}

/**
 * The earlier import of this same file. One whose upload was interrupted is removed, so that the file may be
 * sent again.
 */
async function findSame(
  tx: Tx,
  roundtableId: string,
  fileDigest: Uint8Array<ArrayBuffer>,
): Promise<{ importId: string } | null> {
  const there = await tx.import.findFirst({
    where: { roundtableId, fileDigest, state: { not: "undone" } },
    select: { id: true, state: true, rows: true, createdAt: true },
  });
  if (!there) return null;
  if (there.state === "chosen" && there.rows === 0) {
    await tx.import.delete({ where: { id: there.id }, select: { id: true } });
    return null;
  }
  if (there.state === "chosen" || there.state === "staged") return { importId: there.id };
  throw refusedFile(
    `This file has already been imported into this roundtable, on ${formatInstant(there.createdAt)}: ${countOf(there.rows, "contribution")}. Nothing was added. To import it again, undo that import first.`,
  );
}

/** For people whose form shows no refusal by itself: why the file was refused, kept for a day. */
export async function keepRefusal(
  viewer: Viewer,
  { roundtableId, reason }: { roundtableId: string; reason: string },
): Promise<string | null> {
  return transaction(async (tx) => {
    const { reviewId } = await findRoundtable(tx, viewer, roundtableId);
    requireCan(viewer, "contribution.import", { reviewId });
    const { id } = await tx.import.create({
      data: {
        roundtableId,
        fileName: "",
        format: "csv" satisfies Format,
        mapping: {},
        state: "failed",
        rows: 0,
        fileDigest: sha256(crypto.randomUUID()),
        problems: [{ line: 0, reason }],
        createdById: viewer.userId,
      },
      select: { id: true },
    });
    return id;
  });
}
