import type { Viewer } from "@/lib/access/policy";
import { visibleContributions, visibleRoundtables } from "@/lib/access/scope";
import { sha256 } from "@/lib/platform/digest";
import { db, type Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { RecordedLines } from "../counted";
import { recordHash, type RecordedLine } from "../record-hash";

const SEALED = {
  digest: true,
  participantId: true,
  questionId: true,
  struckAt: true,
  text: true,
  salt: true,
} as const;

type SealedLine = RecordedLine & { text: string; salt: Uint8Array | null };

/**
 * The lines of a roundtable's record in its order, as they are hashed. Lines that arrived after the closing
 * stand beside the record. Takes a transaction or the reading client.
 */
export async function readRecord(tx: Tx, viewer: Viewer, roundtableId: string): Promise<SealedLine[]> {
  const lines = await tx.contribution.findMany({
    where: { AND: [{ roundtableId, lateAt: null }, visibleContributions(viewer)] },
    orderBy: [{ saidAt: "asc" }, { sequence: "asc" }, { id: "asc" }],
    select: SEALED,
  });
  return lines.map(({ struckAt, ...line }) => ({ ...line, struck: struckAt !== null }));
}

type RecordVerification = Omit<RecordedLines, "late"> & { verified: boolean };

/**
 * Whether a closed record still is what it was: every line's words against its digest, and the digests,
 * speakers, questions and order against the hash made at the closing.
 */
export async function verifyRecord(viewer: Viewer, roundtableId: string): Promise<RecordVerification> {
  const roundtable = await db().roundtable.findFirst({
    where: { AND: [{ id: roundtableId, state: "closed" }, visibleRoundtables(viewer)] },
    select: { recordHash: true },
  });
  if (!roundtable?.recordHash) throw notFound("closed record");
  const lines = await readRecord(db(), viewer, roundtableId);
  const erased = lines.filter(({ salt }) => salt === null);
  const whole = lines.every(
    ({ salt, text, digest }) => salt === null || Buffer.compare(sha256(salt, text), digest) === 0,
  );
  return {
    verified: whole && Buffer.compare(recordHash(lines), roundtable.recordHash) === 0,
    lines: lines.length,
    struck: lines.filter(({ struck, salt }) => struck && salt !== null).length,
    erased: erased.length,
  };
}
