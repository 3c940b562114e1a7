import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleParticipants } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import type { AuditAction } from "@/lib/platform/audit/audit-action";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound, Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { recordDecision } from "@/lib/platform/ledger/ledger";
import type { ChangeParticipantInput, IdentityInput, PermissionInput } from "../participant";
import type { PermissionLevel } from "../permission-choices";
import { lockParticipants, schoolOfName, setAttributes, setPermission } from "./participant-rows";

async function findParticipant(tx: Tx, viewer: Viewer, where: { id: string } | { personId: string }) {
  const found = await tx.participant.findFirst({
    where: { AND: [where, visibleParticipants(viewer)] },
    select: {
      id: true,
      reviewId: true,
      roundtableId: true,
      personId: true,
      label: true,
      host: true,
      person: { select: { erasedAt: true, leftAt: true } },
    },
  });
  if (!found) throw notFound("participant");
  requireCan(viewer, "participant.register", found);
  if (found.person.erasedAt)
    throw invalid("This person was erased at their request. You cannot change anything about them.");
  return found;
}

type Found = Awaited<ReturnType<typeof findParticipant>>;

async function tell(tx: Tx, viewer: Viewer, { id, reviewId, roundtableId }: Found, action: AuditAction) {
  await audit(tx, { reviewId, actorId: viewer.userId, action, subjectType: "participant", subjectId: id });
  await publish(tx, { kind: "participant.changed", reviewId, roundtableId });
}

/** Changes label, presence and attributes; an earlier attribute is closed, not overwritten. */
export const changeParticipant = command(async (tx, viewer: Viewer, input: ChangeParticipantInput) => {
  const found = await findParticipant(tx, viewer, { id: input.id });
  const label = input.label ?? found.label;
  const taken = await tx.participant.count({
    where: { roundtableId: found.roundtableId, label, id: { not: found.id } },
  });
  if (taken > 0) throw invalid(`Somebody else already has the label ${label}.`, "label");
  const host = input.host ?? false;
  if (host !== found.host && (await tx.contribution.count({ where: { participantId: found.id } })) > 0)
    throw invalid(
      "Contributions are logged as said by this person, so you cannot change whether they are a host.",
      "host",
    );
  await tx.participant.update({
    where: { id: found.id },
    data: { label, host, present: !input.absent },
    select: { id: true },
  });
  await setAttributes(tx, found.id, input, viewer.userId);
  await tell(tx, viewer, found, "participant.change");
  return { id: found.id };
});

/** Records what a participant permits from now on; the earlier permission is kept. */
export const recordPermission = command(async (tx, viewer: Viewer, input: PermissionInput) => {
  const found = await findParticipant(tx, viewer, { id: input.participantId });
  if (found.person.leftAt)
    throw invalid(
      "This person has left the review. Record that they take part again before you record a permission.",
    );
  if (input.seen !== undefined) await requireSeen(tx, found.id, input.seen);
  const place = { participantId: found.id, reviewId: found.reviewId };
  const changed = await setPermission(tx, place, input, viewer.userId);
  if (changed) await tell(tx, viewer, found, "permission.record");
  return { id: found.id };
});

/**
 * Refuses a change from a permission that is no longer the current one: the participant may have chosen
 * meanwhile.
 */
async function requireSeen(tx: Tx, participantId: string, seen: PermissionLevel | null): Promise<void> {
  await lockParticipants(tx, [participantId]);
  const open = await tx.permission.findFirst({
    where: { participantId, until: null },
    select: { level: true },
  });
  if ((open?.level ?? null) !== seen)
    throw new Refusal(
      "stale",
      "What they permit has changed since you opened this page. Load the page again.",
    );
}

/** Sets name, organisation and address in the separate table; an empty name removes all three. */
export const changeIdentity = command(async (tx, viewer: Viewer, input: IdentityInput) => {
  const { personId, name, organisation = null, email = null } = input;
  const schoolUrn = await schoolOfName(tx, input.schoolUrn, organisation);
  const found = await findParticipant(tx, viewer, { personId });
  requireCan(viewer, "identity.read", found);
  await lockParticipants(tx, [found.id]);
  if (!name && (organisation || email))
    throw invalid("Enter the name that the organisation or address belongs to.", "name");
  if (name)
    await tx.identity.upsert({
      where: { personId },
      create: { personId, name, organisation, email, schoolUrn },
      update: { name, organisation, email, schoolUrn },
      select: { personId: true },
    });
  else {
    const { count } = await tx.identity.deleteMany({ where: { personId } });
    const { reviewId } = found;
    if (count > 0)
      await recordDecision(tx, { kind: "identity.remove", reviewId, byId: viewer.userId, personId });
  }
  await tell(tx, viewer, found, "identity.change");
  return { id: found.id };
});
