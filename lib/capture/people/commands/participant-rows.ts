import type { Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Attribute } from "@/lib/platform/generated/enums";
import { recordDecision } from "@/lib/platform/ledger/ledger";
import { isToldMeans, type PermissionLevel, type PermissionMeans } from "../permission-choices";
import { PERMISSION_WORDING } from "../permission-level";

export type AttributeInput = {
  role?: string | null;
  phase?: string | null;
  setting?: string | null;
  region?: string | null;
  npqsTaken?: readonly string[];
  npqsDelivered?: readonly string[];
};

/** Attributes as rows of their table. */
function valuesOf(input: AttributeInput): { attribute: Attribute; value: string }[] {
  const single = (["role", "phase", "setting", "region"] as const).flatMap((attribute) => {
    const value = input[attribute];
    return value ? [{ attribute, value }] : [];
  });
  const several = [
    ...(input.npqsTaken ?? []).map((value) => ({ attribute: "npq_taken" as const, value })),
    ...(input.npqsDelivered ?? []).map((value) => ({ attribute: "npq_delivered" as const, value })),
  ];
  return [...single, ...several];
}

/** Closes attributes that have changed and opens the new ones; unchanged ones are left alone. */
export async function setAttributes(tx: Tx, participantId: string, input: AttributeInput, byId: string) {
  const wanted = valuesOf(input);
  const open = await tx.participantAttribute.findMany({
    where: { participantId, until: null },
    select: { id: true, attribute: true, value: true },
  });
  const same = (a: { attribute: Attribute; value: string }) => (b: typeof a) =>
    a.attribute === b.attribute && a.value === b.value;
  const ended = open.filter((row) => !wanted.some(same(row)));
  const begun = wanted.filter((row) => !open.some(same(row)));
  const now = new Date();
  await tx.participantAttribute.updateMany({
    where: { id: { in: ended.map(({ id }) => id) } },
    data: { until: now },
  });
  await tx.participantAttribute.createMany({
    data: begun.map((row) => ({ ...row, participantId, byId, from: now })),
    skipDuplicates: true,
  });
  return { ended: ended.length, begun: begun.length };
}

/** The school's number where the organisation still has the register's name; else null. */
export async function schoolOfName(
  tx: Tx,
  urn: number | null | undefined,
  organisation: string | null | undefined,
): Promise<number | null> {
  if (!urn || !organisation) return null;
  const school = await tx.school.findUnique({ where: { urn }, select: { name: true } });
  return school?.name.toLowerCase() === organisation.toLowerCase() ? urn : null;
}

/**
 * Locks these participants until the end of this transaction, so that what is read next stays true until it
 * is changed. Their persons are locked first, as leaving and erasure do, and all of them in the order of
 * their ids, to avoid deadlocks.
 */
export async function lockParticipants(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT o.id FROM participant p JOIN person o ON o.id = p.person_id
    WHERE p.id = ANY(${ids}::uuid[]) ORDER BY o.id FOR NO KEY UPDATE OF o`;
  await tx.$queryRaw`
    SELECT id FROM participant WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
}

type Choice = { level: PermissionLevel | null; means: PermissionMeans };
type Whose = { participantId: string; reviewId: string };

/**
 * Closes the current permission and opens the given one, under the review's latest wording. The same choice
 * under a newer wording is a new choice. A facilitator may correct whether it was given in speech or on
 * paper; a choice made through the participant's own link stays so. `byId` is null where the participant
 * chose.
 */
export async function setPermission(
  tx: Tx,
  { participantId, reviewId }: Whose,
  { level, means }: Choice,
  byId: string | null,
  from = new Date(),
): Promise<boolean> {
  // Waits for somebody who is leaving at this moment, so that nothing is opened after that.
  const [person] = await tx.$queryRaw<{ left_at: Date | null }[]>`
    SELECT o.left_at FROM participant p JOIN person o ON o.id = p.person_id
    WHERE p.id = ${participantId}::uuid FOR KEY SHARE OF o`;
  if (person?.left_at && level !== null && level !== "not_published") throw notFound("participant");
  // Otherwise two choices at once would both close the same row and open two.
  await tx.$queryRaw`SELECT id FROM participant WHERE id = ${participantId}::uuid FOR NO KEY UPDATE`;
  const open = await tx.permission.findFirst({
    where: { participantId, until: null },
    select: { id: true, level: true, from: true, wordingId: true, means: true },
  });
  const wordingId = level === null ? null : await latestWording(tx, reviewId, byId);
  const sameMeans = !open || open.means === means || !isToldMeans(open.means) || !isToldMeans(means);
  if ((open?.level ?? null) === level && (open?.wordingId ?? null) === wordingId && sameMeans) return false;
  await changePermission(tx, participantId, { level, means, wordingId, byId, from });
  await recordDecision(tx, {
    kind: "permission.set",
    reviewId,
    byId,
    participantId,
    level,
    means,
    wordingId,
  });
  return true;
}

type PermissionRow = Choice & { wordingId: string | null; byId: string | null; from: Date };

/** Closes the current permission and opens the given one; without a level or a wording, none is open then. */
export async function changePermission(
  tx: Tx,
  participantId: string,
  { level, wordingId, from: wanted, ...row }: PermissionRow,
): Promise<void> {
  const open = await tx.permission.findFirst({
    where: { participantId, until: null },
    select: { id: true, from: true },
  });
  // Clocks of two computers may disagree; a permission never ends before it began.
  const from = open && open.from > wanted ? open.from : wanted;
  if (open)
    await tx.permission.update({ where: { id: open.id }, data: { until: from }, select: { id: true } });
  if (level !== null && wordingId !== null)
    await tx.permission.create({
      data: { ...row, participantId, level, wordingId, from },
      select: { id: true },
    });
}

/** The latest wording's id; a review without one is given the first wording when it is first needed. */
export async function latestWording(tx: Tx, reviewId: string, byId: string | null): Promise<string> {
  const latest = await tx.permissionWording.findFirst({
    where: { reviewId },
    orderBy: { version: "desc" },
    select: { id: true },
  });
  if (latest) return latest.id;
  if (byId === null) throw new Error("A link was made under no wording.");
  const first = await tx.permissionWording.create({
    data: { reviewId, version: 1, text: PERMISSION_WORDING, byId },
    select: { id: true },
  });
  return first.id;
}
