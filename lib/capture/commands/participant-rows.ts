import type { Tx } from "@/lib/platform/db";
import type { Attribute } from "@/lib/platform/generated/enums";
import type { PermissionLevel, PermissionMeans } from "../participant";
import { PERMISSION_WORDING } from "../words";

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

type Choice = { level: PermissionLevel | null; means: PermissionMeans };

/** Closes the permission there is and opens the one given, under the review's latest wording. */
export async function setPermission(
  tx: Tx,
  { participantId, reviewId }: { participantId: string; reviewId: string },
  { level, means }: Choice,
  byId: string,
): Promise<boolean> {
  const open = await tx.permission.findFirst({
    where: { participantId, until: null },
    select: { id: true, level: true, from: true },
  });
  if ((open?.level ?? null) === level) return false;
  const now = new Date();
  if (open)
    await tx.permission.update({ where: { id: open.id }, data: { until: now }, select: { id: true } });
  if (level !== null)
    await tx.permission.create({
      data: { participantId, level, means, byId, from: now, wordingId: await wordingOf(tx, reviewId, byId) },
      select: { id: true },
    });
  return true;
}

/** The latest wording; a review without one gets the first. */
async function wordingOf(tx: Tx, reviewId: string, byId: string): Promise<string> {
  const latest = await tx.permissionWording.findFirst({
    where: { reviewId },
    orderBy: { version: "desc" },
    select: { id: true },
  });
  if (latest) return latest.id;
  const first = await tx.permissionWording.create({
    data: { reviewId, version: 1, text: PERMISSION_WORDING, byId },
    select: { id: true },
  });
  return first.id;
}
