import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleParticipants } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit";
import { erasedSince } from "@/lib/platform/backup";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { personErased } from "../hooks";
import type { ErasePersonInput } from "../participant";

/**
 * Erases a person: the words and salts of their lines, revisions and clearances, their name, attributes and
 * account link. Digests stay, so that what was hashed over them still verifies; they still count as present.
 * Doing it again changes nothing.
 */
export const erasePerson = command(async (tx, viewer: Viewer, { personId }: ErasePersonInput) => {
  const participant = await tx.participant.findFirst({
    where: { AND: [{ personId }, visibleParticipants(viewer)] },
    select: { reviewId: true },
  });
  if (!participant) throw notFound("person");
  requireCan(viewer, "person.erase", participant);
  return erase(tx, { personId, byId: viewer.userId, actorId: viewer.userId });
});

/** A restored backup holds the words of people who were erased since: they are erased once more. */
export function registerCaptureHandlers(): void {
  erasedSince.register("capture", async (tx, erasure) => {
    const person = await tx.person.findUnique({ where: { id: erasure.personId }, select: { id: true } });
    // Nobody acts here, and whoever asked for the erasure may be newer than the backup.
    if (person) await erase(tx, { ...erasure, actorId: null });
  });
}

type Erasing = { personId: string; byId: string; actorId: string | null };

async function erase(tx: Tx, { personId, byId, actorId }: Erasing) {
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId}::uuid FOR UPDATE`;
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { reviewId: true, userId: true, erasedAt: true },
  });
  if (person.erasedAt) return { personId, lines: 0 };
  const { reviewId, userId } = person;
  const participants = await tx.participant.findMany({ where: { personId }, select: { id: true } });
  const participantIds = participants.map(({ id }) => id);
  const contributionIds = await linesOf(tx, participantIds);
  await eraseWords(tx, contributionIds);
  await tx.contributionRevision.updateMany({
    where: { participantId: { in: participantIds } },
    data: { text: "", salt: null },
  });
  await erasePersonalData(tx, personId);
  await tx.erasure.create({ data: { reviewId, personId, byId }, select: { id: true } });
  await personErased.run(tx, { personId, reviewId, contributionIds, userId });
  await audit(tx, {
    reviewId,
    actorId,
    action: "person.erase",
    subjectType: "person",
    subjectId: personId,
    detail: { lines: contributionIds.length },
  });
  await publish(tx, { kind: "person.erased", reviewId });
  return { personId, lines: contributionIds.length };
}

/**
 * Their lines, and those whose speaker was taken off after they had been put down to them. A line that was
 * put down to them by mistake and is somebody else's now keeps its words.
 */
async function linesOf(tx: Tx, participantIds: readonly string[]): Promise<string[]> {
  const participantId = { in: [...participantIds] };
  const lines = await tx.contribution.findMany({
    where: { OR: [{ participantId }, { participantId: null, revisions: { some: { participantId } } }] },
    select: { id: true },
  });
  return lines.map(({ id }) => id);
}

async function eraseWords(tx: Tx, ids: readonly string[]): Promise<void> {
  const contributionId = { in: [...ids] };
  const now = new Date();
  await tx.contribution.updateMany({
    where: { id: contributionId },
    // A new revision, so that an edit that read the line before is stale and cannot bring its words back.
    data: { text: "", salt: null, erasedAt: now, revision: { increment: 1 } },
  });
  await tx.contributionRevision.updateMany({ where: { contributionId }, data: { text: "", salt: null } });
  await tx.clearance.updateMany({ where: { contributionId, until: null }, data: { until: now } });
  await tx.clearance.updateMany({ where: { contributionId }, data: { text: "", masks: [] } });
}

async function erasePersonalData(tx: Tx, personId: string): Promise<void> {
  await tx.identity.deleteMany({ where: { personId } });
  await tx.participantAttribute.deleteMany({ where: { participant: { personId } } });
  await tx.person.update({
    where: { id: personId },
    data: { erasedAt: new Date(), userId: null },
    select: { id: true },
  });
}
