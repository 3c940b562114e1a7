import { randomBytes } from "node:crypto";
import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleParticipants } from "@/lib/access/scope";
import { latestWording, lockParticipants } from "@/lib/capture/people/commands/participant-rows";
import { findRoundtable } from "@/lib/capture/roundtable/commands/find-roundtable";
import { audit } from "@/lib/platform/audit/audit";
import type { AuditAction } from "@/lib/platform/audit/audit-action";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { recordDecision } from "@/lib/platform/ledger/ledger";
import { LINK_DAYS, type LinkInput, type MadeLink, type MakeLinksInput } from "../permission";

const DAY_MS = 24 * 3_600_000;

type Receiver = { id: string; label: string; reviewId: string; roundtableId: string };

/** Makes a participant's link and ends the one before. Only the person who receives the token knows it. */
export const makePermissionLink = command(async (tx, viewer: Viewer, { participantId }: LinkInput) => {
  const participant = await findReceiver(tx, viewer, participantId);
  await latestWording(tx, participant.reviewId, viewer.userId);
  await tell(tx, viewer, participant, "permission-link.make");
  return makeLink(tx, viewer, participant);
});

export const endPermissionLink = command(async (tx, viewer: Viewer, { participantId }: LinkInput) => {
  const participant = await findReceiver(tx, viewer, participantId);
  await endLinks(tx, [participant.id], { byId: viewer.userId, at: new Date() });
  await tell(tx, viewer, participant, "permission-link.end");
  return { id: participant.id };
});

/**
 * A slip for each of the roundtable's participants: with new links for all, with new links for those who have
 * no valid one, or without links, to be ticked on paper. Hosts and erased people get none.
 */
export const makePermissionSlips = command(
  async (tx, viewer: Viewer, { roundtableId, whose }: MakeLinksInput): Promise<MadeLink[]> => {
    const { reviewId } = await findRoundtable(tx, viewer, roundtableId);
    requireCan(viewer, "participant.register", { reviewId });
    await latestWording(tx, reviewId, viewer.userId);
    const working = { some: { endedAt: null, expiresAt: { gt: new Date() } } };
    const receivers = await tx.participant.findMany({
      where: {
        AND: [
          { roundtableId, host: false, person: { erasedAt: null, leftAt: null } },
          whose === "missing" ? { NOT: { links: working } } : {},
          visibleParticipants(viewer),
        ],
      },
      orderBy: { label: "asc" },
      select: { id: true, label: true, reviewId: true, roundtableId: true },
    });
    if (whose === "none") return receivers.map(({ label }) => ({ label, token: null }));
    await lockParticipants(
      tx,
      receivers.map(({ id }) => id),
    );
    const made: MadeLink[] = [];
    for (const receiver of receivers) made.push(await makeLink(tx, viewer, receiver));
    await audit(tx, {
      reviewId,
      actorId: viewer.userId,
      action: "permission-link.make",
      subjectType: "roundtable",
      subjectId: roundtableId,
      detail: { whose, participantIds: receivers.map(({ id }) => id) },
    });
    await publish(tx, { kind: "participant.changed", reviewId, roundtableId });
    return made;
  },
);

async function findReceiver(tx: Tx, viewer: Viewer, id: string): Promise<Receiver> {
  const found = await tx.participant.findFirst({
    where: { AND: [{ id }, visibleParticipants(viewer)] },
    select: {
      id: true,
      label: true,
      host: true,
      reviewId: true,
      roundtableId: true,
      person: { select: { erasedAt: true, leftAt: true } },
    },
  });
  if (!found) throw notFound("participant");
  requireCan(viewer, "participant.register", found);
  if (found.person.erasedAt)
    throw invalid("This person was erased at their request, so you cannot make a link for them.");
  if (found.person.leftAt)
    throw invalid("This person has left the review, so you cannot make a link for them.");
  if (found.host)
    throw invalid(
      "Hosts and officials do not choose a permission, because none of their words are published.",
    );
  return found;
}

/** Ends the links of these participants, for good: a restore does not open them again. */
export async function endLinks(
  tx: Tx,
  participantIds: readonly string[],
  { byId, at }: { byId: string | null; at: Date },
): Promise<void> {
  const ended = await tx.permissionLink.updateManyAndReturn({
    where: { participantId: { in: [...participantIds] }, endedAt: null },
    data: { endedAt: at },
    select: { id: true, participant: { select: { reviewId: true } } },
  });
  for (const { id: linkId, participant } of ended)
    await recordDecision(tx, { kind: "link.end", reviewId: participant.reviewId, byId, linkId });
}

async function makeLink(tx: Tx, viewer: Viewer, { id, label }: Receiver) {
  // Without the lock, two people at once would both find no valid link.
  await lockParticipants(tx, [id]);
  await endLinks(tx, [id], { byId: viewer.userId, at: new Date() });
  const token = randomBytes(32).toString("base64url");
  await tx.permissionLink.create({
    data: {
      participantId: id,
      tokenHash: sha256(token),
      byId: viewer.userId,
      expiresAt: new Date(Date.now() + LINK_DAYS * DAY_MS),
    },
    select: { id: true },
  });
  return { label, token };
}

async function tell(tx: Tx, viewer: Viewer, { id, reviewId, roundtableId }: Receiver, action: AuditAction) {
  await audit(tx, { reviewId, actorId: viewer.userId, action, subjectType: "participant", subjectId: id });
  await publish(tx, { kind: "participant.changed", reviewId, roundtableId });
}
