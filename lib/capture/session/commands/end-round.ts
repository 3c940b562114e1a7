import { requireCan, type Viewer } from "@/lib/access/policy";
import { notAhead } from "@/lib/capture/contribution/said-at";
import { audit } from "@/lib/platform/audit";
import { command } from "@/lib/platform/command";
import { publish } from "@/lib/platform/events";
import type { OperationOf } from "../operation";
import { findRound } from "./find-round";

type EndRoundInput = Pick<OperationOf<"end-round">, "roundId" | "endedAt">;

/** Ends a round. Ending it again changes nothing. */
export const endRound = command(async (tx, viewer: Viewer, { roundId, endedAt }: EndRoundInput) => {
  const { reviewId, roundtableId, startedAt } = await findRound(tx, viewer, roundId);
  requireCan(viewer, "contribution.record", { reviewId });
  // Two facilitators' clocks may differ; a round does not end before it starts.
  const at = new Date(Math.max(notAhead(endedAt).getTime(), startedAt.getTime()));
  const { count } = await tx.round.updateMany({
    where: { id: roundId, endedAt: null },
    data: { endedAt: at },
  });
  if (count === 1) {
    await audit(tx, {
      reviewId,
      actorId: viewer.userId,
      action: "round.end",
      subjectType: "round",
      subjectId: roundId,
    });
    await publish(tx, { kind: "room.changed", reviewId, roundtableId });
  }
  return { id: roundId };
});
