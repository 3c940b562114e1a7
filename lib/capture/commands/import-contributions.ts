import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleRoundtables } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit";
import { command } from "@/lib/platform/command";
import { db, type Tx } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { ImportInput, ImportResult } from "../import";
import { parseImport, type ParsedFile } from "../import-csv";
import { findRoundtable, lockRoundtable, requireRecording } from "./find-roundtable";
import { insertLines } from "./insert-lines";
import { matchSpeakers } from "./match-speakers";

/**
 * Imports a CSV file into a roundtable's record, whole or not at all: one bad row and nothing is stored.
 * The same file is refused a second time.
 */
export async function importContributions(viewer: Viewer, input: ImportInput): Promise<ImportResult> {
  // Read outside the transaction, which waits for nothing but SQL.
  const roundtable = await db().roundtable.findFirst({
    where: { AND: [{ id: input.roundtableId }, visibleRoundtables(viewer)] },
    select: {
      reviewId: true,
      heldOn: true,
      state: true,
      questions: { select: { id: true, position: true, text: true } },
    },
  });
  if (!roundtable) throw notFound("roundtable");
  requireCan(viewer, "contribution.import", roundtable);
  requireRecording(roundtable.state);
  const file = parseImport(input.bytes, roundtable, input.mapping);
  if (file.problems.length > 0) return { imported: false, problems: file.problems };
  return store(viewer, { ...input, file });
}

const store = command(
  async (tx, viewer: Viewer, input: ImportInput & { file: ParsedFile }): Promise<ImportResult> => {
    const { roundtableId, file } = input;
    await lockRoundtable(tx, roundtableId);
    const roundtable = await findRoundtable(tx, viewer, roundtableId);
    const { reviewId } = roundtable;
    requireRecording(roundtable.state);
    const importId = await openImport(tx, viewer, input);
    const matched = await matchSpeakers(tx, viewer, roundtable, file.rows, input.unknownSpeakers);
    const lines = await insertLines(tx, viewer, roundtable, importId, file.rows, matched.speakers);
    await audit(tx, {
      reviewId,
      actorId: viewer.userId,
      action: "contribution.import",
      subjectType: "import",
      subjectId: importId,
      detail: { roundtableId, rows: lines, newParticipants: matched.created },
    });
    await publish(tx, { kind: "contribution.recorded", reviewId, roundtableId });
    return { imported: true, importId, lines, newParticipants: matched.created, unnamed: matched.unnamed };
  },
);

async function openImport(
  tx: Tx,
  viewer: Viewer,
  input: ImportInput & { file: ParsedFile },
): Promise<string> {
  const { roundtableId, bytes, fileName, file } = input;
  const fileDigest = sha256(bytes);
  const there = await tx.import.findFirst({
    where: { roundtableId, fileDigest, state: { not: "undone" } },
    select: { createdAt: true },
  });
  if (there)
    throw invalid(
      "This very file was imported into this roundtable already. Nothing was added. To import it again, undo that import first.",
      "file",
    );
  const { id } = await tx.import.create({
    data: {
      roundtableId,
      fileName: fileName.slice(0, 200),
      fileDigest,
      mapping: file.mapping,
      state: "visible",
      rows: file.rows.length,
      createdById: viewer.userId,
    },
    select: { id: true },
  });
  return id;
}
