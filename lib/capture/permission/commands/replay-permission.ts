import { changePermission, lockParticipants } from "@/lib/capture/people/commands/participant-rows";
import type { Tx } from "@/lib/platform/db";
import { publish } from "@/lib/platform/events";
import { replaying } from "@/lib/platform/ledger/replay";
import { isNarrowing } from "../permission";

/**
 * After a restore: links that were ended, and what participants permitted since. Where the backup does not hold the wording that they read, a
 * narrower permission applies all the same; a wider one does not, because nobody could say what they agreed to.
 */
export const replayPermission = replaying({
  "permission.set": async (tx, { participantId, reviewId, level, means, wordingId }, { at, byId }) => {
    await lockParticipants(tx, [participantId]);
    const participant = await tx.participant.findUnique({ where: { id: participantId }, select: SELECT });
    if (!participant) return "absent";
    const { roundtableId, person } = participant;
    const [open = null] = participant.permissions;
    const before = open?.level ?? null;
    if (before === level && (open?.wordingId ?? null) === wordingId && (open?.means ?? means) === means)
      return "stood";
    const narrowing = isNarrowing(before, level);
    if (!narrowing && person.leftAt) return "absent";
    const read = await isKnown(tx, wordingId);
    if (!read && level !== null && !narrowing) return before === level ? "stood" : "absent";
    const wording = read ? wordingId : (open?.wordingId ?? null);
    await changePermission(tx, participantId, { level, means, wordingId: wording, byId, from: at });
    await publish(tx, { kind: "participant.changed", reviewId, roundtableId });
    return "applied";
  },
  "link.end": async (tx, { linkId, reviewId }, { at }) => {
    const link = await tx.permissionLink.findUnique({
      where: { id: linkId },
      select: { createdAt: true, endedAt: true, participant: { select: { roundtableId: true } } },
    });
    if (!link) return "absent";
    if (link.endedAt) return "stood";
    const endedAt = at > link.createdAt ? at : link.createdAt;
    await tx.permissionLink.update({ where: { id: linkId }, data: { endedAt }, select: { id: true } });
    const { roundtableId } = link.participant;
    await publish(tx, { kind: "participant.changed", reviewId, roundtableId });
    return "applied";
  },
});

const SELECT = {
  roundtableId: true,
  person: { select: { leftAt: true } },
  permissions: { where: { until: null }, select: { level: true, means: true, wordingId: true } },
} as const;

async function isKnown(tx: Tx, wordingId: string | null): Promise<boolean> {
  return wordingId !== null && (await tx.permissionWording.count({ where: { id: wordingId } })) > 0;
}
