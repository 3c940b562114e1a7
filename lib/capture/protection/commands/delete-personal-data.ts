import { audit } from "@/lib/platform/audit/audit";
import { db, transaction, type Tx } from "@/lib/platform/db";
import { publish } from "@/lib/platform/events";
import { FORGET_DELETED } from "@/lib/platform/forget-deleted";
import { recordDecision } from "@/lib/platform/ledger/ledger";
import { cancelJob, enqueue } from "@/lib/platform/jobs";
import { heldPeople } from "../queries/holds";
import { contributionsDue, peopleDue } from "../queries/due";
import { wordsErased } from "../protection-events";
import { eraseContributions } from "./erase-contributions";
import { erasePersonalData } from "./erase-traces";
import { maskCopies } from "./mask-copies";

/** A roundtable whose personal data is no longer kept. */
type Whose = { id: string; reviewId: string };

/** Contributions for each transaction, so that nobody who types waits for long. */
const AT_ONCE = 500;

/**
 * Deletes the personal data of a roundtable: the words of its contributions, who its people are, how they
 * were described, and what its files said. People who are also at a later roundtable keep their name until
 * that one is due; a person under a hold keeps everything. Digests, presence and counts stay. Doing it again
 * deletes what was added since.
 */
export async function deletePersonalData(roundtable: Whose, now: Date): Promise<void> {
  const masked = await maskCopies({ read: db(), within: transaction }, roundtable);
  let contributions = 0;
  for (;;) {
    const deleted = await transaction((tx) => deleteContributions(tx, roundtable));
    contributions += deleted;
    if (deleted < AT_ONCE) break;
  }
  await transaction((tx) => deletePeople(tx, roundtable, { contributions, masked }, now));
}

/**
 * The same in a transaction that is open: for a restore, where the words must not come back, and where the deletion
 * has taken place at `at`.
 */
export async function deletePersonalDataAgain(
  tx: Tx,
  roundtable: Whose,
  { dueOn, at }: { dueOn: Date; at: Date },
): Promise<void> {
  const masked = await maskCopies({ read: tx, within: (work) => work(tx) }, roundtable);
  let contributions = 0;
  for (let deleted = AT_ONCE; deleted === AT_ONCE; contributions += deleted)
    deleted = await deleteContributions(tx, roundtable);
  const { id: roundtableId } = roundtable;
  await tx.retentionNotice.upsert({
    where: { roundtableId },
    create: { roundtableId, dueOn, noticedAt: at },
    update: {},
    select: { id: true },
  });
  await deletePeople(tx, roundtable, { contributions, masked }, at);
}

async function deleteContributions(tx: Tx, { id: roundtableId, reviewId }: Whose): Promise<number> {
  const held = await heldPeople(tx, reviewId);
  if (held === null) return 0;
  const contributions = await tx.contribution.findMany({
    where: contributionsDue(roundtableId, held),
    take: AT_ONCE,
    select: { id: true },
  });
  const contributionIds = contributions.map(({ id }) => id);
  if (contributionIds.length === 0) return 0;
  await eraseContributions(tx, contributionIds);
  await wordsErased.run(tx, { personId: null, reviewId, contributionIds, userIds: [] });
  // Every process drops what it has made from the words.
  await publish(tx, { kind: "person.erased", reviewId });
  return contributionIds.length;
}

type Counts = { contributions: number; masked: number };

async function deletePeople(tx: Tx, roundtable: Whose, counts: Counts, now: Date): Promise<void> {
  const { id: roundtableId, reviewId } = roundtable;
  const held = await heldPeople(tx, reviewId);
  if (held === null) return;
  const participants = await tx.participant.findMany({
    where: { roundtableId, personId: { notIn: held } },
    select: { id: true, personId: true },
  });
  const personIds = await peopleDue(tx, roundtableId, held);
  await erasePersonalData(
    tx,
    personIds,
    participants.map(({ id }) => id),
  );
  if (held.length === 0) await tx.lateEntry.updateMany({ where: { roundtableId }, data: { payload: {} } });
  await forgetFiles(tx, roundtableId);
  const { count } = await tx.retentionNotice.updateMany({
    where: { roundtableId, deletedAt: null },
    data: held.length === 0 ? { deletedAt: now } : {},
  });
  const { contributions, masked } = counts;
  if (contributions + masked + personIds.length === 0 && (count === 0 || held.length > 0)) return;
  await recordDeletion(tx, roundtable, now);
  await audit(tx, {
    reviewId,
    actorId: null,
    action: "retention.delete",
    subjectType: "roundtable",
    subjectId: roundtableId,
    detail: { contributions, people: personIds.length, masked },
  });
  await enqueue(tx, { kind: FORGET_DELETED, key: "once", payload: {} });
  await publish(tx, { kind: "contribution.changed", reviewId, roundtableId });
}

async function recordDeletion(tx: Tx, { id: roundtableId, reviewId }: Whose, now: Date): Promise<void> {
  const notice = await tx.retentionNotice.findUnique({ where: { roundtableId }, select: { dueOn: true } });
  const dueOn = (notice?.dueOn ?? now).toISOString().slice(0, 10);
  await recordDecision(tx, { kind: "retention.apply", reviewId, roundtableId, dueOn });
}

async function forgetFiles(tx: Tx, roundtableId: string): Promise<void> {
  const open = { roundtableId, state: { in: ["chosen" as const, "staged" as const] } };
  for (const { jobId } of await tx.import.findMany({ where: open, select: { jobId: true } }))
    if (jobId) await cancelJob(tx, jobId);
  await tx.import.updateMany({ where: open, data: { state: "undone", undoneAt: new Date() } });
  await tx.importChunk.deleteMany({ where: { import: { roundtableId } } });
  await tx.importFile.deleteMany({ where: { import: { roundtableId } } });
  await tx.import.updateMany({
    where: { roundtableId },
    data: { fileName: "Removed", speakers: {}, problems: [], mapping: {}, reading: {} },
  });
}
