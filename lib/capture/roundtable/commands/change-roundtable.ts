import { requireCan, type Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { recordDecision } from "@/lib/platform/ledger/ledger";
import { mayBecome, storedDetails, type ChangeRoundtableInput } from "../roundtable";
import { askAboutDate } from "./ask-about-date";
import { findRoundtable } from "./find-roundtable";

/**
 * Changes a roundtable's details and questions. A question that has contributions stays; confidentiality may
 * only become stricter once people have spoken under it.
 */
export const changeRoundtable = command(async (tx, viewer: Viewer, input: ChangeRoundtableInput) => {
  const { id, revision, kept, questions, heldOnConfirmed } = input;
  const { reviewId, state, slug } = await findRoundtable(tx, viewer, id);
  requireCan(viewer, "roundtable.plan", { reviewId });
  if (state === "closed")
    throw invalid("This roundtable is closed. You cannot change its confidentiality or questions.");
  const before = await tx.roundtable.findUniqueOrThrow({
    where: { id },
    select: { confidentiality: true, heldOn: true },
  });
  if (!mayBecome(state, before.confidentiality, input.confidentiality))
    throw invalid(
      "People have already spoken under this choice, so you can only make it stricter.",
      "confidentiality",
    );
  // A date that was confirmed once is not asked about again.
  const confirmed = heldOnConfirmed || before.heldOn.getTime() === input.heldOn.getTime();
  await askAboutDate(tx, reviewId, { heldOn: input.heldOn, confirmed });
  const { count } = await tx.roundtable.updateMany({
    where: { id, revision },
    data: { ...storedDetails(input), revision: { increment: 1 } },
  });
  if (count === 0)
    throw new Refusal(
      "stale",
      "Somebody changed this roundtable while you were typing. Your words are still here. Open the page in another tab to compare them with the current version, then load this page again.",
    );
  if (before.confidentiality !== input.confidentiality)
    await recordDecision(tx, {
      kind: "confidentiality.set",
      reviewId,
      byId: viewer.userId,
      roundtableId: id,
      confidentiality: input.confidentiality,
    });
  await changeQuestions(tx, id, kept);
  await addQuestions(tx, id, questions);
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "roundtable.change",
    subjectType: "roundtable",
    subjectId: id,
    detail: { confidentiality: input.confidentiality },
  });
  await publish(tx, { kind: "roundtable.changed", reviewId, roundtableId: id });
  return { slug };
});

async function changeQuestions(tx: Tx, roundtableId: string, kept: ChangeRoundtableInput["kept"]) {
  for (const { id, text } of kept) {
    if (text !== "") {
      await tx.question.updateMany({ where: { id, roundtableId }, data: { text } });
      continue;
    }
    const contributions = await tx.contribution.count({ where: { questionId: id, roundtableId } });
    if (contributions > 0)
      throw invalid(
        `This question has ${contributions} ${contributions === 1 ? "contribution" : "contributions"} under it, so you cannot remove it. Reword it instead.`,
        `question-${id}`,
      );
    await tx.question.deleteMany({ where: { id, roundtableId } });
  }
}

export async function addQuestions(tx: Tx, roundtableId: string, texts: readonly string[]) {
  const last = await tx.question.aggregate({ where: { roundtableId }, _max: { position: true } });
  const from = (last._max.position ?? 0) + 1;
  await tx.question.createMany({
    data: texts.map((text, index) => ({ roundtableId, position: from + index, text })),
  });
}
