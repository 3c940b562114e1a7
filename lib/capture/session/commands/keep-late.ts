import { can, type Viewer } from "@/lib/access/policy";
import { visibleContributions, visibleRoundtables } from "@/lib/access/scope";
import { saidOf, withThemeChange } from "@/lib/capture/contribution/contribution-edit";
import { holdRoundtable } from "@/lib/capture/roundtable/commands/find-roundtable";
import { requirePlaces } from "@/lib/capture/roundtable/commands/require-places";
import { audit } from "@/lib/platform/audit/audit";
import type { Tx } from "@/lib/platform/db";
import { publish } from "@/lib/platform/events";
import type { Prisma } from "@/lib/platform/generated/client";
import type { Operation, OperationOf } from "../operation";

type Change = Extract<Operation, { contributionId: string } | { into: string }>;

/**
 * Keeps what arrived after its roundtable was closed, word for word, for the lead to decide on. Returns
 * whether it is kept: not where the roundtable is open, and not where a refused operation has no words and
 * changes none. Keeping it twice keeps it once.
 */
export async function keepLate(tx: Tx, viewer: Viewer, operation: Operation): Promise<boolean> {
  switch (operation.do) {
    case "record":
      return keepContribution(tx, viewer, operation);
    case "edit":
      return (await keepChange(tx, viewer, operation)) || changeLateContribution(tx, viewer, operation);
    case "strike":
    case "restore":
    case "split":
    case "merge":
    case "unmerge":
      return keepChange(tx, viewer, operation);
    case "open-question":
    case "start-go-round":
    case "end-go-round":
    case "pass":
      return false;
  }
}

async function keepContribution(tx: Tx, viewer: Viewer, operation: OperationOf<"record">): Promise<boolean> {
  const roundtable = await tx.roundtable.findFirst({
    where: { AND: [{ id: operation.roundtableId }, visibleRoundtables(viewer)] },
    select: { id: true, reviewId: true },
  });
  if (!roundtable || !can(viewer, "contribution.record", roundtable)) return false;
  if ((await holdRoundtable(tx, roundtable.id)) !== "closed") return false;
  await requirePlaces(tx, roundtable.id, operation);
  const { reviewId, id: roundtableId } = roundtable;
  return keep(tx, viewer, {
    id: operation.id,
    reviewId,
    roundtableId,
    participantId: operation.participantId ?? null,
    kind: "contribution",
    payload: asJson(operation),
  });
}

/** A change of a contribution that is in the record. */
async function keepChange(tx: Tx, viewer: Viewer, operation: Change): Promise<boolean> {
  const contributionId = "into" in operation ? operation.into : operation.contributionId;
  const contribution = await tx.contribution.findFirst({
    where: { AND: [{ id: contributionId }, visibleContributions(viewer)] },
    select: { reviewId: true, roundtableId: true, participantId: true, erasedAt: true },
  });
  if (!contribution || contribution.erasedAt || !can(viewer, "contribution.record", contribution))
    return false;
  const { reviewId, roundtableId } = contribution;
  if ((await holdRoundtable(tx, roundtableId)) !== "closed") return false;
  if (operation.do === "edit")
    await requirePlaces(tx, roundtableId, { ...operation, already: contribution.participantId });
  const speaker = operation.do === "edit" ? operation.participantId : null;
  return keep(tx, viewer, {
    id: operation.id,
    reviewId,
    roundtableId,
    contributionId,
    participantId: speaker ?? contribution.participantId,
    kind: "edit",
    payload: asJson(operation),
  });
}

async function keep(
  tx: Tx,
  { userId }: Viewer,
  entry: Omit<Prisma.LateEntryCreateManyInput, "sentById">,
): Promise<boolean> {
  const { id, reviewId, roundtableId, kind } = entry;
  const { count } = await tx.lateEntry.createMany({
    data: [{ ...entry, sentById: userId }],
    skipDuplicates: true,
  });
  if (count === 0) return (await tx.lateEntry.count({ where: { id, roundtableId, sentById: userId } })) === 1;
  await audit(tx, {
    reviewId,
    actorId: userId,
    action: "late.keep",
    subjectType: "late",
    subjectId: id,
    detail: { roundtableId, kind },
  });
  await publish(tx, { kind: "late.kept", reviewId, roundtableId, ids: [id] });
  return true;
}

/**
 * An edit of a late contribution that nobody has decided on yet: the contribution is kept as edited, and its
 * earlier version in `earlier`.
 */
async function changeLateContribution(
  tx: Tx,
  viewer: Viewer,
  operation: OperationOf<"edit">,
): Promise<boolean> {
  const where = {
    id: operation.contributionId,
    sentById: viewer.userId,
    roundtable: visibleRoundtables(viewer),
    kind: "contribution",
    decidedAt: null,
  } satisfies Prisma.LateEntryWhereInput;
  // Otherwise two edits at once would each be applied to the same words.
  await tx.$queryRaw`SELECT id FROM late_entry WHERE id = ${operation.contributionId}::uuid FOR NO KEY UPDATE`;
  const entry = await tx.lateEntry.findFirst({ where, select: { payload: true, roundtableId: true } });
  if (!entry || typeof entry.payload !== "object" || entry.payload === null || Array.isArray(entry.payload))
    return false;
  const { earlier, ...contribution } = entry.payload;
  const past = Array.isArray(earlier) ? earlier : [];
  if (
    past.some((one) => typeof one === "object" && one !== null && Reflect.get(one, "edit") === operation.id)
  )
    return true;
  await requirePlaces(tx, entry.roundtableId, operation);
  const said = saidOf(operation);
  const { participantId } = said;
  const changed = {
    ...contribution,
    ...said,
    themeIds: withThemeChange(themesOf(contribution), operation.themes),
  };
  const payload = asJson({ ...changed, earlier: [...past, { ...contribution, edit: operation.id }] });
  const { count } = await tx.lateEntry.updateMany({ where, data: { payload, participantId } });
  return count === 1;
}

function themesOf({ themeIds }: Prisma.JsonObject): string[] {
  return Array.isArray(themeIds) ? themeIds.filter((id) => typeof id === "string") : [];
}

/** Without undefined values, which JSON does not have. */
function asJson(value: object): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject;
}
