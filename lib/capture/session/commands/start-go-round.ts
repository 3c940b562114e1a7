import { requireCan, type Viewer } from "@/lib/access/policy";
import { notAhead } from "@/lib/capture/contribution/said-at";
import {
  findRoundtable,
  holdRoundtable,
  requireRecording,
} from "@/lib/capture/roundtable/commands/find-roundtable";
import { requirePlaces } from "@/lib/capture/roundtable/commands/require-places";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { OperationOf } from "../operation";

type StartGoRoundInput = Omit<OperationOf<"start-go-round">, "do">;

/** Starts a go-round ("one change each") in the room or at a table. There is one at a time in each. */
export const startGoRound = command(async (tx, viewer: Viewer, input: StartGoRoundInput) => {
  const { id, roundtableId, text, tableId = null } = input;
  const { reviewId } = await findRoundtable(tx, viewer, roundtableId);
  requireCan(viewer, "contribution.record", { reviewId });
  requireRecording(await holdRoundtable(tx, roundtableId));
  await requirePlaces(tx, roundtableId, { source: "group", tableId });
  const { count } = await tx.goRound.createMany({
    data: [{ id, roundtableId, tableId, text, startedAt: notAhead(input.startedAt), byId: viewer.userId }],
    skipDuplicates: true,
  });
  if (count === 0) return whyNot(tx, id, roundtableId);
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "go-round.start",
    subjectType: "go-round",
    subjectId: id,
    detail: { tableId },
  });
  await publish(tx, { kind: "session.changed", reviewId, roundtableId });
  return { id };
});

async function whyNot(tx: Tx, id: string, roundtableId: string): Promise<{ id: string }> {
  const stored = await tx.goRound.findUnique({ where: { id }, select: { roundtableId: true } });
  if (stored?.roundtableId === roundtableId) return { id };
  throw invalid("Another go-round is in progress. End it before you start the next one.");
}
