import { requireCan, type Viewer } from "@/lib/access/policy";
import { visiblePeople } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import type { AuditAction } from "@/lib/platform/audit/audit-action";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { MATCH_DECISIONS, type PairInput } from "../person";

/**
 * Records that two people of a review are the same. The roundtables of one become the other's, and figures
 * count one person from then on. Names and organisation stay with each, so that separating them restores
 * everything.
 */
export const matchPeople = command(async (tx, viewer: Viewer, { personId, otherId }: PairInput) => {
  const [one, other] = await findPair(tx, viewer, personId, otherId);
  await requireNoSharedRoundtable(tx, one.id, other.id);
  const [kept, joined] = inOrder(one, other);
  const moved = await tx.participant.findMany({ where: { personId: joined.id }, select: { id: true } });
  await tx.participant.updateMany({ where: { personId: joined.id }, data: { personId: kept.id } });
  await tx.person.update({ where: { id: joined.id }, data: { sameAsId: kept.id }, select: { id: true } });
  await decide(tx, viewer, MATCH_DECISIONS.same, one.reviewId, [joined.id, kept.id], {
    participantIds: moved.map(({ id }) => id),
  });
  await publish(tx, { kind: "participant.changed", reviewId: one.reviewId });
  return { personId: kept.id };
});

/** Records that two people who look the same are not: they are not proposed again. */
export const markDifferentPeople = command(async (tx, viewer: Viewer, { personId, otherId }: PairInput) => {
  const [one, other] = await findPair(tx, viewer, personId, otherId);
  await decide(tx, viewer, MATCH_DECISIONS.other, one.reviewId, [one.id, other.id], {});
  return { personId: one.id };
});

type Found = { id: string; reviewId: string; userId: string | null; createdAt: Date };

async function findPair(tx: Tx, viewer: Viewer, personId: string, otherId: string): Promise<[Found, Found]> {
  const ids = [personId, otherId];
  // Always in the same order, so that two decisions at once cannot deadlock.
  await tx.$queryRaw`SELECT id FROM person WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const people = await tx.person.findMany({
    where: { AND: [{ id: { in: ids } }, visiblePeople(viewer)] },
    select: {
      id: true,
      reviewId: true,
      userId: true,
      createdAt: true,
      erasedAt: true,
      leftAt: true,
      sameAsId: true,
    },
  });
  const [one, other] = ids.map((id) => people.find((person) => person.id === id));
  if (!one || !other || one.reviewId !== other.reviewId) throw notFound("person");
  requireCan(viewer, "person.match", one);
  if (one.id === other.id) throw invalid("Choose two people.");
  if (one.erasedAt || other.erasedAt) throw invalid("One of them was erased, so we know nothing about them.");
  if (one.sameAsId || other.sameAsId)
    throw invalid("Somebody has just decided about one of these people. Reload the page.");
  if ((one.leftAt === null) !== (other.leftAt === null))
    throw invalid("One of them has left the review. Record if the other one leaves too, then decide.");
  return [one, other];
}

async function requireNoSharedRoundtable(tx: Tx, personId: string, otherId: string): Promise<void> {
  const both = await tx.roundtable.findFirst({
    where: {
      AND: [{ participants: { some: { personId } } }, { participants: { some: { personId: otherId } } }],
    },
    select: { title: true },
  });
  if (both) throw invalid(`Both were at “${both.title}”, so they are two people.`);
}

/** The person with an account is kept, else the one who was added to the review first. */
function inOrder(one: Found, other: Found): [Found, Found] {
  if (one.userId && other.userId)
    throw invalid("Each of them has their own account, so they are two people.");
  if (one.userId || other.userId) return one.userId ? [one, other] : [other, one];
  return one.createdAt <= other.createdAt ? [one, other] : [other, one];
}

async function decide(
  tx: Tx,
  viewer: Viewer,
  action: AuditAction,
  reviewId: string,
  [personId, otherId]: [string, string],
  detail: Record<string, readonly string[]>,
): Promise<void> {
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action,
    subjectType: "person",
    subjectId: personId,
    detail: { otherId, ...detail },
  });
}
