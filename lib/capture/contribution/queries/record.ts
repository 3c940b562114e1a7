import type { Viewer } from "@/lib/access/policy";
import { visibleContributions, visibleRoundtables } from "@/lib/access/scope";
import { sha256 } from "@/lib/platform/digest";
import { db, type Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { RecordedContributions } from "../counted-words";
import { recordHash, type RecordedContribution } from "../record-hash";

const DIGESTED = {
  digest: true,
  participantId: true,
  questionId: true,
  struckAt: true,
  text: true,
  salt: true,
} as const;

type DigestedContribution = RecordedContribution & { text: string; salt: Uint8Array | null };

/**
 * The contributions of a roundtable's record in its order, as they are hashed. Contributions that arrived
 * after the closing are not part of the record. Takes a transaction or the reading client.
 */
export async function readRecord(
  tx: Tx,
  viewer: Viewer,
  roundtableId: string,
): Promise<DigestedContribution[]> {
  const contributions = await tx.contribution.findMany({
    where: { AND: [{ roundtableId, lateAt: null }, visibleContributions(viewer)] },
    orderBy: [{ saidAt: "asc" }, { sequence: "asc" }, { id: "asc" }],
    select: DIGESTED,
  });
  return contributions.map(({ struckAt, ...contribution }) => ({
    ...contribution,
    struck: struckAt !== null,
  }));
}

type RecordVerification = Omit<RecordedContributions, "late"> & { verified: boolean };

/**
 * Whether a closed record is still what it was: checks every contribution's words against its digest, and the
 * digests, speakers, questions and order against the hash made at the closing.
 */
export async function verifyRecord(viewer: Viewer, roundtableId: string): Promise<RecordVerification> {
  const roundtable = await db().roundtable.findFirst({
    where: { AND: [{ id: roundtableId, state: "closed" }, visibleRoundtables(viewer)] },
    select: { recordHash: true },
  });
  if (!roundtable?.recordHash) throw notFound("closed record");
  const contributions = await readRecord(db(), viewer, roundtableId);
  const erased = contributions.filter(({ salt }) => salt === null);
  const whole = contributions.every(
    ({ salt, text, digest }) => salt === null || Buffer.compare(sha256(salt, text), digest) === 0,
  );
  return {
    verified: whole && Buffer.compare(recordHash(contributions), roundtable.recordHash) === 0,
    contributions: contributions.length,
    struck: contributions.filter(({ struck, salt }) => struck && salt !== null).length,
    erased: erased.length,
  };
}
