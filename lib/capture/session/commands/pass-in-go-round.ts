import { requireCan, type Viewer } from "@/lib/access/policy";
import { holdRoundtable, requireRecording } from "@/lib/capture/roundtable/commands/find-roundtable";
import { requirePlaces } from "@/lib/capture/roundtable/commands/require-places";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { publish } from "@/lib/platform/events";
import type { OperationOf } from "../operation";
import { findGoRound } from "./find-go-round";

type PassInput = Pick<OperationOf<"pass">, "goRoundId" | "participantId">;

/** Notes that somebody said nothing in a go-round: they were asked, which is not the same as not heard. */
export const passInGoRound = command(async (tx, viewer: Viewer, { goRoundId, participantId }: PassInput) => {
  const { reviewId, roundtableId } = await findGoRound(tx, viewer, goRoundId);
  requireCan(viewer, "contribution.record", { reviewId });
  requireRecording(await holdRoundtable(tx, roundtableId));
  await requirePlaces(tx, roundtableId, { source: "identified", participantId });
  const { count } = await tx.goRoundPass.createMany({
    data: [{ goRoundId, roundtableId, participantId, byId: viewer.userId }],
    skipDuplicates: true,
  });
  if (count === 1) {
    await audit(tx, {
      reviewId,
      actorId: viewer.userId,
      action: "go-round.pass",
      subjectType: "go-round",
      subjectId: goRoundId,
      detail: { participantId },
    });
    await publish(tx, { kind: "session.changed", reviewId, roundtableId });
  }
  return { id: goRoundId };
});
