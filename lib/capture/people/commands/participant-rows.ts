import type { Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Attribute } from "@/lib/platform/generated/enums";
import { isToldMeans, type PermissionLevel, type PermissionMeans } from "../participant";
import { PERMISSION_WORDING } from "../permission-level";

export type AttributeInput = {
  role?: string | null;
  phase?: string | null;
  setting?: string | null;
  region?: string | null;
  npqsTaken?: readonly string[];
  npqsDelivered?: readonly string[];
};

/** Attributes as the rows they are kept in. */
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

/** Closes what does not hold any more and opens what is new; what stays the same is left alone. */
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

/** The school's number where the organisation is still called what the register calls it; else null. */
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
 * Makes others who would change these people wait for the end of this transaction, so that what is read next is what
 * stands until it is changed. Their persons go first, as a leaving and an erasure lock them, and everybody in order of
 * their ids: no two who lock wait for each other.
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
 * Closes the permission there is and opens the one given, under the review's latest wording. Choosing the
 * same again under a newer wording is a choice of its own. A facilitator may put right whether it was told or on
 * paper; a choice by the participant's own link stays that. `byId` is null where the participant chose.
 */
export async function setPermission(
  tx: Tx,
  { participantId, reviewId }: Whose,
  { level, means }: Choice,
  byId: string | null,
): Promise<boolean> {
  // Somebody who leaves meanwhile is waited for: nothing is opened behind the back of a leaving.
  const [person] = await tx.$queryRaw<{ left_at: Date | null }[]>`
    SELECT o.left_at FROM participant p JOIN person o ON o.id = p.person_id
    WHERE p.id = ${participantId}::uuid FOR KEY SHARE OF o`;
  if (person?.left_at && level !== null && level !== "not_published") throw notFound("participant");
  // Two choices at once would both close the same one and open two.
  await tx.$queryRaw`SELECT id FROM participant WHERE id = ${participantId}::uuid FOR NO KEY UPDATE`;
  const open = await tx.permission.findFirst({
    where: { participantId, until: null },
    select: { id: true, level: true, from: true, wordingId: true, means: true },
  });
  const wordingId = level === null ? null : await latestWording(tx, reviewId, byId);
  const sameMeans = !open || open.means === means || !isToldMeans(open.means) || !isToldMeans(means);
  if ((open?.level ?? null) === level && (open?.wordingId ?? null) === wordingId && sameMeans) return false;
  const now = new Date();
  if (open)
    await tx.permission.update({ where: { id: open.id }, data: { until: now }, select: { id: true } });
  if (level !== null && wordingId !== null)
    await tx.permission.create({
      data: { participantId, level, means, byId, from: now, wordingId },
      select: { id: true },
    });
  return true;
}

/** The latest wording's id; a review without one gets the first, of whoever is the first to need it. */
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
