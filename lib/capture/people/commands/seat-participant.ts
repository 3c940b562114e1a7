import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleParticipants } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { SeatParticipantInput } from "@/lib/capture/roundtable/tables";
import { lockRoundtable } from "@/lib/capture/roundtable/commands/find-roundtable";

/** Gives somebody a seat or a table, or removes it. A seat that is taken is refused. */
export const seatParticipant = command(async (tx, viewer: Viewer, input: SeatParticipantInput) => {
  const { participantId: id, seat, tableId } = input;
  const participant = await tx.participant.findFirst({
    where: { AND: [{ id }, visibleParticipants(viewer)] },
    select: { reviewId: true, roundtableId: true },
  });
  if (!participant) throw notFound("participant");
  requireCan(viewer, "contribution.record", participant);
  const { reviewId, roundtableId } = participant;
  await lockRoundtable(tx, roundtableId);
  if (seat) await requireFreeSeat(tx, roundtableId, id, seat);
  if (tableId) await requireOpenTable(tx, roundtableId, tableId);
  await tx.participant.update({
    where: { id },
    data: { ...(seat === undefined ? {} : { seat }), ...(tableId === undefined ? {} : { tableId }) },
    select: { id: true },
  });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "participant.seat",
    subjectType: "participant",
    subjectId: id,
    detail: { seat: seat ?? null, tableId: tableId ?? null },
  });
  await publish(tx, { kind: "session.changed", reviewId, roundtableId });
  return { id };
});

async function requireFreeSeat(tx: Tx, roundtableId: string, id: string, seat: string): Promise<void> {
  const other = await tx.participant.findFirst({
    where: { roundtableId, seat, id: { not: id } },
    select: { label: true },
  });
  if (other)
    throw invalid(`${other.label} is in seat ${seat}. Choose another, or move ${other.label}.`, "seat");
}

async function requireOpenTable(tx: Tx, roundtableId: string, id: string): Promise<void> {
  const open = await tx.breakoutTable.count({ where: { id, roundtableId, endedAt: null } });
  if (open === 0) throw invalid("Choose a table of this roundtable that has not ended.", "tableId");
}
