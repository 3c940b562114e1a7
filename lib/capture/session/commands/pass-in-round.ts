import { requireCan, type Viewer } from "@/lib/access/policy";
import { holdRoundtable, requireRecording } from "@/lib/capture/roundtable/commands/find-roundtable";
import { requirePlaces } from "@/lib/capture/roundtable/commands/require-places";
import { audit } from "@/lib/platform/audit";
import { command } from "@/lib/platform/command";
import { publish } from "@/lib/platform/events";
import type { OperationOf } from "../operation";
import { findRound } from "./find-round";

type PassInput = Pick<OperationOf<"pass">, "roundId" | "participantId">;

/** Notes that somebody said nothing in a round: they were asked, which is not the same as not heard. */
export const passInRound = command(async (tx, viewer: Viewer, { roundId, participantId }: PassInput) => {
  const { reviewId, roundtableId } = await findRound(tx, viewer, roundId);
  requireCan(viewer, "contribution.record", { reviewId });
  requireRecording(await holdRoundtable(tx, roundtableId));
  await requirePlaces(tx, roundtableId, { source: "identified", participantId });
  const { count } = await tx.roundPass.createMany({
    data: [{ roundId, roundtableId, participantId, byId: viewer.userId }],
    skipDuplicates: true,
  });
  if (count === 1) {
    await audit(tx, {
      reviewId,
      actorId: viewer.userId,
      action: "round.pass",
      subjectType: "round",
      subjectId: roundId,
      detail: { participantId },
    });
    await publish(tx, { kind: "room.changed", reviewId, roundtableId });
  }
  return { id: roundId };
});
