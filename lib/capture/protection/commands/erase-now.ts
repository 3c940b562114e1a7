import { audit } from "@/lib/platform/audit";
import type { Tx } from "@/lib/platform/db";
import { publish } from "@/lib/platform/events";
import { FORGET_DELETED } from "@/lib/platform/forget-deleted";
import { recordDecision } from "@/lib/platform/ledger/ledger";
import { enqueue } from "@/lib/platform/jobs";
import { personErased } from "../protection-events";
import { readScope, wordsOf, type ErasureScope } from "../queries/erasure-scope";
import { eraseContributions } from "./erase-contributions";
import { eraseTraces } from "./erase-traces";

type Erasing = {
  personId: string;
  /** null where whoever decided it is not known to the restored database. */
  byId: string | null;
  /** null where nobody acts: restoring a backup repeats erasures. */
  actorId: string | null;
  /** Findings and comments of other people from which repeated words are removed too. */
  repeats: readonly string[] | "all";
};

/**
 * Erases a person, whoever decided it: the words of their contributions wherever they occur, their name,
 * attributes and account link. Digests stay, so that what was hashed over them still verifies; the person
 * still counts as present. Doing it again changes nothing.
 */
export async function eraseNow(tx: Tx, { personId, byId, actorId, repeats }: Erasing) {
  await lockPeople(tx, personId);
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { erasedAt: true } });
  if (person.erasedAt) return { personId, contributions: 0, held: false };
  const scope = await readScope(tx, personId);
  const { reviewId, personIds, contributionIds, userIds } = scope;
  const words = await wordsOf(tx, contributionIds);
  await eraseContributions(tx, contributionIds);
  await tx.contributionRevision.updateMany({
    where: { participantId: { in: scope.participantIds } },
    data: { text: "", salt: null },
  });
  await eraseTraces(tx, scope, words);
  await markErased(tx, scope, byId);
  await personErased.run(tx, { personId, reviewId, contributionIds, userIds, words, repeats });
  await audit(tx, {
    reviewId,
    actorId,
    action: "person.erase",
    subjectType: "person",
    subjectId: personId,
    detail: { contributions: contributionIds.length, people: personIds.length },
  });
  await enqueue(tx, { kind: FORGET_DELETED, key: "once", payload: {} });
  await publish(tx, { kind: "person.erased", reviewId });
  // Removes their words from screens that are open at this moment, too.
  for (const roundtableId of scope.roundtableIds)
    await publish(tx, { kind: "contribution.changed", reviewId, roundtableId });
  return { personId, contributions: contributionIds.length, held: false };
}

/**
 * Locked before anything of the person is read, so that a contribution that is being logged is either seen
 * here or refused.
 */
async function lockPeople(tx: Tx, personId: string): Promise<void> {
  const { personIds } = await readScope(tx, personId);
  await tx.$queryRaw`SELECT id FROM person WHERE id = ANY(${personIds}::uuid[]) ORDER BY id FOR UPDATE`;
}

async function markErased(tx: Tx, { reviewId, personIds }: ErasureScope, byId: string | null): Promise<void> {
  const now = new Date();
  await tx.person.updateMany({
    where: { id: { in: personIds } },
    data: { erasedAt: now, userId: null },
  });
  for (const personId of personIds)
    await recordDecision(tx, { kind: "person.erase", reviewId, byId, personId });
  await tx.erasureRequest.updateMany({
    where: { personId: { in: personIds }, decidedAt: null },
    data: { decidedAt: now, decidedById: byId, erased: true },
  });
}
