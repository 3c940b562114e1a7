import { audit } from "@/lib/platform/audit/audit";
import type { Tx } from "@/lib/platform/db";
import { publish } from "@/lib/platform/events";
import { FORGET_DELETED } from "@/lib/platform/forget-deleted";
import type { DecisionOf } from "@/lib/platform/ledger/decision";
import { recordDecision } from "@/lib/platform/ledger/ledger";
import { enqueue } from "@/lib/platform/jobs";
import { decidedTraces } from "../erasure";
import { wordsErased } from "../protection-events";
import { inBatches, readScope, type ErasureScope } from "../queries/erasure-scope";
import { soughtOfPerson } from "../queries/sought";
import { MARKS, type Choice } from "../trace";
import { eraseContributions } from "./erase-contributions";
import { eraseTraces } from "./erase-traces";
import { maskText, type Masked } from "./mask-text";

type Erasing = {
  personId: string;
  /** null where whoever decided it is not known to the restored database. */
  byId: string | null;
  /** null where nobody acts: restoring a backup repeats erasures. */
  actorId: string | null;
  /** What was decided about traces in other people's texts; null where nobody decides. */
  choice: Choice | null;
  /** Contributions whose words go as well: those that were the person's when the erasure was decided. */
  alsoIds?: readonly string[];
};

/**
 * Erases a person, whoever decided it: the words of their contributions wherever they occur, their name,
 * attributes and account link. Digests stay, so that what was hashed over them still verifies; the person
 * still counts as present. Doing it again changes nothing.
 */
export async function eraseNow(tx: Tx, { personId, byId, actorId, choice, alsoIds = [] }: Erasing) {
  await lockPeople(tx, personId);
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { erasedAt: true } });
  if (person.erasedAt) return { personId, contributions: 0, held: false };
  const scope = await withContributions(tx, await readScope(tx, personId), alsoIds);
  const { reviewId, contributionIds, userIds } = scope;
  // Before anything of theirs goes, by which it could be found elsewhere.
  const { whose, sought } = await soughtOfPerson(tx, scope);
  await eraseContributions(tx, contributionIds);
  await tx.contributionRevision.updateMany({
    where: { participantId: { in: scope.participantIds } },
    data: { text: "", salt: null },
  });
  const within = (work: (tx: Tx) => Promise<void>) => work(tx);
  const masked = await maskText({ read: tx, within }, { whose, sought, marks: MARKS.erasure, choice });
  await eraseTraces(tx, scope);
  await markErased(tx, scope, { byId, choice });
  await wordsErased.run(tx, { personId, reviewId, contributionIds, userIds });
  await announce(tx, scope, { personId, actorId, masked });
  return { personId, contributions: contributionIds.length, held: false };
}

/** The scope with those of the contributions that are in its review. */
async function withContributions(tx: Tx, scope: ErasureScope, ids: readonly string[]): Promise<ErasureScope> {
  const also = await contributionsThere(tx, scope.reviewId, ids);
  return { ...scope, contributionIds: [...new Set([...scope.contributionIds, ...also])] };
}

async function contributionsThere(tx: Tx, reviewId: string, ids: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const batch of inBatches(ids)) {
    const where = { id: { in: batch }, reviewId, erasedAt: null };
    found.push(...(await tx.contribution.findMany({ where, select: { id: true } })).map(({ id }) => id));
  }
  return found;
}

/**
 * Erases the words of contributions whose speaker the database does not know: the backup is from before they were
 * registered. Returns whether there were any.
 */
export async function eraseWordsOfUnknown(
  tx: Tx,
  { personId, reviewId, contributionIds: ids = [] }: DecisionOf<"person.erase">,
): Promise<boolean> {
  const contributionIds = await contributionsThere(tx, reviewId, ids);
  if (contributionIds.length === 0) return false;
  await eraseContributions(tx, contributionIds);
  await wordsErased.run(tx, { personId, reviewId, contributionIds, userIds: [] });
  await enqueue(tx, { kind: FORGET_DELETED, key: "once", payload: {} });
  return true;
}

/** An entry of the audit log names this many of the places that were left. */
const MAX_NAMED = 200;

async function announce(
  tx: Tx,
  { reviewId, personIds, contributionIds, roundtableIds }: ErasureScope,
  {
    personId,
    actorId,
    masked: { masked, left },
  }: { personId: string; actorId: string | null; masked: Masked },
): Promise<void> {
  await audit(tx, {
    reviewId,
    actorId,
    action: "person.erase",
    subjectType: "person",
    subjectId: personId,
    detail: {
      contributions: contributionIds.length,
      people: personIds.length,
      masked,
      left: left.slice(0, MAX_NAMED),
    },
  });
  await enqueue(tx, { kind: FORGET_DELETED, key: "once", payload: {} });
  await publish(tx, { kind: "person.erased", reviewId });
  // Removes their words from screens that are open at this moment, too.
  for (const roundtableId of roundtableIds)
    await publish(tx, { kind: "contribution.changed", reviewId, roundtableId });
}

/**
 * Locked before anything of the person is read, so that a contribution that is being logged is either seen
 * here or refused.
 */
async function lockPeople(tx: Tx, personId: string): Promise<void> {
  const { personIds } = await readScope(tx, personId);
  await tx.$queryRaw`SELECT id FROM person WHERE id = ANY(${personIds}::uuid[]) ORDER BY id FOR UPDATE`;
}

async function markErased(
  tx: Tx,
  { reviewId, personIds, contributionIds }: ErasureScope,
  { byId, choice }: Pick<Erasing, "byId" | "choice">,
): Promise<void> {
  const now = new Date();
  const where = { id: { in: personIds } };
  const people = await tx.person.findMany({ where, select: { id: true, traceSecret: true } });
  await tx.person.updateMany({ where, data: { erasedAt: now, userId: null, traceSecret: null } });
  for (const { id: personId, traceSecret } of people) {
    const traces = choice && traceSecret !== null ? decidedTraces(choice, traceSecret) : {};
    await recordDecision(tx, { kind: "person.erase", reviewId, byId, personId, contributionIds, ...traces });
  }
  await tx.erasureRequest.updateMany({
    where: { personId: { in: personIds }, decidedAt: null },
    data: { decidedAt: now, decidedById: byId, erased: true },
  });
}
