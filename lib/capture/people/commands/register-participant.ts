import { randomUUID } from "node:crypto";
import { requireCan, type Viewer } from "@/lib/access/policy";
import { findRoundtable, lockRoundtable } from "@/lib/capture/roundtable/commands/find-roundtable";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { labeller, type RegisterParticipantInput } from "../participant";
import { findPerson } from "./find-person";
import { schoolOfName, setAttributes, setPermission } from "./participant-rows";

/** Registers somebody at a roundtable under a label; name and organisation go into a separate table. */
export const registerParticipant = command(async (tx, viewer: Viewer, input: RegisterParticipantInput) => {
  const { reviewId } = await findRoundtable(tx, viewer, input.roundtableId);
  requireCan(viewer, "participant.register", { reviewId });
  await lockRoundtable(tx, input.roundtableId);
  const label = await freeLabel(tx, input);
  const personId = input.personId
    ? await findPerson(tx, reviewId, input.roundtableId, input.personId)
    : await makePerson(tx, reviewId, input);
  const { id } = await tx.participant.create({
    data: {
      id: input.id ?? randomUUID(),
      reviewId,
      roundtableId: input.roundtableId,
      personId,
      label,
      host: input.host ?? false,
      present: !input.absent,
      createdById: viewer.userId,
    },
    select: { id: true },
  });
  await setAttributes(tx, id, input, viewer.userId);
  const choice = { level: input.permission ?? null, means: input.means ?? "facilitator" };
  await setPermission(tx, { participantId: id, reviewId }, choice, viewer.userId);
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "participant.register",
    subjectType: "participant",
    subjectId: id,
    detail: { roundtableId: input.roundtableId, personId },
  });
  await publish(tx, { kind: "participant.changed", reviewId, roundtableId: input.roundtableId });
  return { id, personId, label };
});

async function freeLabel(tx: Tx, { roundtableId, label, host }: RegisterParticipantInput): Promise<string> {
  const rows = await tx.participant.findMany({ where: { roundtableId }, select: { label: true } });
  const taken = rows.map((row) => row.label);
  if (!label) return labeller(taken)(host ?? false);
  if (taken.includes(label))
    throw invalid(
      `Somebody already has the label ${label}. Leave it empty to get the next free one.`,
      "label",
    );
  return label;
}

async function makePerson(tx: Tx, reviewId: string, input: RegisterParticipantInput): Promise<string> {
  const { name, organisation, email } = input;
  if (!name && (organisation || email))
    throw invalid("Enter the name that the organisation or address belongs to.", "name");
  const schoolUrn = await schoolOfName(tx, input.schoolUrn, organisation);
  const identity = name
    ? { create: { name, organisation: organisation ?? null, email: email ?? null, schoolUrn } }
    : {};
  const { id } = await tx.person.create({ data: { reviewId, identity }, select: { id: true } });
  return id;
}
