import { requireCan, type Viewer } from "@/lib/access/policy";
import { command } from "@/lib/platform/command";
import { publish } from "@/lib/platform/events";
import type { PresenceInput } from "@/lib/capture/roundtable/tables";
import { findRoundtable } from "@/lib/capture/roundtable/commands/find-roundtable";
import { requirePlaces } from "@/lib/capture/roundtable/commands/require-places";

/** Tells the others that the viewer is in the room, and for whom they are typing. Nothing is stored. */
export const announcePresence = command(async (tx, viewer: Viewer, input: PresenceInput) => {
  const { roundtableId, tableId, writingFor: participantId, leaving } = input;
  const { reviewId } = await findRoundtable(tx, viewer, roundtableId);
  requireCan(viewer, "contribution.record", { reviewId });
  await requirePlaces(tx, roundtableId, { source: "group", tableId });
  const who = { userId: viewer.userId, participantId, tableId, leaving };
  await publish(tx, { kind: "presence", reviewId, roundtableId, ...who });
});
