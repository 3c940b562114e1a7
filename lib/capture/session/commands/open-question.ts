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
import { invalid } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { OperationOf } from "../operation";

type OpenQuestionInput = Omit<OperationOf<"open-question">, "do">;

/** Notes that the room, or one table, turned to a question: what the time spent on it is counted from. */
export const openQuestion = command(async (tx, viewer: Viewer, input: OpenQuestionInput) => {
  const { id, roundtableId, questionId, tableId = null } = input;
  const { reviewId } = await findRoundtable(tx, viewer, roundtableId);
  requireCan(viewer, "contribution.record", { reviewId });
  requireRecording(await holdRoundtable(tx, roundtableId));
  await requirePlaces(tx, roundtableId, { source: "group", questionId, tableId });
  const { count } = await tx.questionOpening.createMany({
    data: [
      { id, roundtableId, questionId, tableId, openedAt: notAhead(input.openedAt), byId: viewer.userId },
    ],
    skipDuplicates: true,
  });
  if (count === 0) {
    const mine = await tx.questionOpening.count({ where: { id, roundtableId, questionId } });
    if (mine === 0) throw invalid("This could not be saved. Open the question again.");
    return { id };
  }
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "question.open",
    subjectType: "question",
    subjectId: questionId,
    detail: { tableId },
  });
  await publish(tx, { kind: "session.changed", reviewId, roundtableId });
  return { id };
});
