import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleParticipants } from "@/lib/access/scope";
import { endLinks } from "@/lib/capture/permission/commands/make-permission-link";
import { setPermission } from "@/lib/capture/people/commands/participant-rows";
import { audit } from "@/lib/platform/audit/audit";
import type { AuditAction } from "@/lib/platform/audit/audit-action";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { DecisionOf } from "@/lib/platform/ledger/decision";
import { recordDecision } from "@/lib/platform/ledger/ledger";
import type { LeaveInput } from "../leaving";
import { samePeople } from "../queries/erasure-scope";

/**
 * A person leaves: nothing more is attributed to them, nothing of theirs is published, and their links,
 * address and account link end. What they said stays with the facilitators and is counted. Leaving is neither
 * a narrower permission nor an erasure.
 */
export const leaveReview = command(async (tx, viewer: Viewer, { personId }: LeaveInput) => {
  const { reviewId, leftAt, participantIds } = await findPerson(tx, viewer, personId);
  if (leftAt) return { personId };
  await recordOfAll(tx, { kind: "person.leave", reviewId, byId: viewer.userId, personId });
  await leave(tx, { personId, reviewId, participantIds }, viewer.userId, new Date());
  await tell(tx, viewer, { personId, reviewId }, "person.leave");
  return { personId };
});

/** Recorded of each person who was matched to this one: a backup may be from before the match. */
async function recordOfAll(tx: Tx, decision: DecisionOf<"person.leave" | "person.return">): Promise<void> {
  for (const personId of await samePeople(tx, decision.personId))
    await recordDecision(tx, { ...decision, personId });
}

type Leaver = { personId: string; reviewId: string; participantIds: readonly string[] };

export async function leave(
  tx: Tx,
  { personId, reviewId, participantIds }: Leaver,
  byId: string | null,
  leftAt: Date,
): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { leftAt, userId: null }, select: { id: true } });
  const same = await samePeople(tx, personId);
  await tx.identity.updateMany({ where: { personId: { in: same } }, data: { email: null } });
  await endLinks(tx, participantIds, { byId, at: leftAt });
  // Without a wording nobody has permitted anything, and "not recorded" allows no more than this does.
  const wordings = await tx.permissionWording.count({ where: { reviewId } });
  if (wordings === 0 && byId === null) return;
  const choice = { level: "not_published", means: "facilitator" } as const;
  for (const participantId of participantIds)
    await setPermission(tx, { participantId, reviewId }, choice, byId, leftAt);
}

/** Undoes a leaving: their earlier permission applies again. Address and account have to be set again. */
export const returnToReview = command(async (tx, viewer: Viewer, { personId }: LeaveInput) => {
  const { reviewId, leftAt, participantIds } = await findPerson(tx, viewer, personId);
  if (!leftAt) return { personId };
  await recordOfAll(tx, { kind: "person.return", reviewId, byId: viewer.userId, personId });
  await takePartAgain(tx, { personId, reviewId, participantIds }, leftAt);
  await tell(tx, viewer, { personId, reviewId }, "person.return");
  return { personId };
});

export async function takePartAgain(tx: Tx, leaver: Leaver, leftAt: Date): Promise<void> {
  await tx.person.update({ where: { id: leaver.personId }, data: { leftAt: null }, select: { id: true } });
  for (const participantId of leaver.participantIds) await permitAgain(tx, participantId, leftAt);
}

/** Locked to the end of the transaction, so that no contribution comes between. */
async function findPerson(tx: Tx, viewer: Viewer, personId: string) {
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId}::uuid FOR UPDATE`;
  const participants = await tx.participant.findMany({
    where: { AND: [{ personId }, visibleParticipants(viewer)] },
    select: { id: true, reviewId: true, person: { select: { leftAt: true, erasedAt: true } } },
  });
  const [first] = participants;
  if (!first) throw notFound("person");
  requireCan(viewer, "person.leave", first);
  if (first.person.erasedAt)
    throw invalid("This person was erased at their request. You cannot change anything about them.");
  const { reviewId, person } = first;
  return { reviewId, leftAt: person.leftAt, participantIds: participants.map(({ id }) => id) };
}

/** Closes what the leaving set, and reopens what it ended. */
async function permitAgain(tx: Tx, participantId: string, leftAt: Date): Promise<void> {
  const open = await tx.permission.findFirst({
    where: { participantId, until: null, level: "not_published", from: { gte: leftAt } },
    select: { id: true, from: true },
  });
  if (!open) return;
  const now = new Date();
  await tx.permission.update({ where: { id: open.id }, data: { until: now }, select: { id: true } });
  const before = await tx.permission.findFirst({
    where: { participantId, until: { gte: leftAt, lte: open.from }, id: { not: open.id } },
    orderBy: { until: "desc" },
    select: { level: true, means: true, wordingId: true, byId: true },
  });
  if (before)
    await tx.permission.create({ data: { ...before, participantId, from: now }, select: { id: true } });
}

async function tell(
  tx: Tx,
  viewer: Viewer,
  { personId, reviewId }: { personId: string; reviewId: string },
  action: AuditAction,
): Promise<void> {
  await audit(tx, { reviewId, actorId: viewer.userId, action, subjectType: "person", subjectId: personId });
  await publish(tx, { kind: "participant.changed", reviewId });
}
