import { requireCan, type Viewer } from "@/lib/access/policy";
import { notAhead } from "@/lib/capture/contribution/said-at";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { publish } from "@/lib/platform/events";
import type { OperationOf } from "../operation";
import { findGoRound } from "./find-go-round";

type EndGoRoundInput = Pick<OperationOf<"end-go-round">, "goRoundId" | "endedAt">;

/** Ends a go-round. Ending it again changes nothing. */
export const endGoRound = command(async (tx, viewer: Viewer, { goRoundId, endedAt }: EndGoRoundInput) => {
  const { reviewId, roundtableId, startedAt } = await findGoRound(tx, viewer, goRoundId);
  requireCan(viewer, "contribution.record", { reviewId });
  // Two facilitators' clocks may differ; a go-round does not end before it starts.
  const at = new Date(Math.max(notAhead(endedAt).getTime(), startedAt.getTime()));
  const { count } = await tx.goRound.updateMany({
    where: { id: goRoundId, endedAt: null },
    data: { endedAt: at },
  });
  if (count === 1) {
    await audit(tx, {
      reviewId,
      actorId: viewer.userId,
      action: "go-round.end",
      subjectType: "go-round",
      subjectId: goRoundId,
    });
    await publish(tx, { kind: "session.changed", reviewId, roundtableId });
  }
  return { id: goRoundId };
});
