import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleRoundtables } from "@/lib/access/scope";
import { addAmendment } from "@/lib/capture/contribution/commands/amend-contribution";
import { findContribution } from "@/lib/capture/contribution/commands/find-contribution";
import { insertContribution } from "@/lib/capture/contribution/commands/insert-contributions";
import { lateContributionTaken } from "@/lib/capture/contribution/contribution-events";
import { standingText } from "@/lib/capture/contribution/queries/amendments";
import { notAhead } from "@/lib/capture/contribution/said-at";
import { lockRoundtable } from "@/lib/capture/roundtable/commands/find-roundtable";
import { requirePlaces } from "@/lib/capture/roundtable/commands/require-places";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { LATE_REASON, lateOperation, type DecideLateInput } from "../late";
import type { OperationOf } from "../operation";

/**
 * Decides on what arrived after a roundtable was closed. An accepted contribution is kept outside the record,
 * and an accepted edit becomes an amendment; the record's hash does not change. What is set aside is kept.
 * Deciding twice changes nothing.
 */
export const decideLate = command(async (tx, viewer: Viewer, { id, decision, reason }: DecideLateInput) => {
  const entry = await tx.lateEntry.findFirst({
    where: { id, roundtable: visibleRoundtables(viewer) },
    select: { reviewId: true, roundtableId: true, sentById: true },
  });
  if (!entry) throw notFound("late entry");
  requireCan(viewer, "late.decide", entry);
  const taken = decision === "take";
  const { count } = await tx.lateEntry.updateMany({
    where: { id, decidedAt: null },
    data: { decidedAt: new Date(), decidedById: viewer.userId, taken },
  });
  if (count === 0) return { id };
  if (taken) {
    // Read only now: its author may have edited it until this transaction locked the row.
    const { payload } = await tx.lateEntry.findUniqueOrThrow({ where: { id }, select: { payload: true } });
    await takeIn(tx, viewer, { ...entry, payload }, reason);
  }
  const { reviewId, roundtableId } = entry;
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "late.decide",
    subjectType: "late",
    subjectId: id,
    detail: { taken, roundtableId },
  });
  await publish(tx, { kind: "late.decided", reviewId, roundtableId, ids: [id] });
  return { id };
});

type Entry = { reviewId: string; roundtableId: string; payload: unknown; sentById: string };

async function takeIn(tx: Tx, viewer: Viewer, entry: Entry, reason: string): Promise<void> {
  const operation = lateOperation(entry.payload);
  switch (operation?.do) {
    case "record":
      return takeContribution(tx, entry, operation);
    case "edit":
      return takeEdit(tx, viewer, operation, reason);
    default:
      throw invalid(
        "This cannot be accepted automatically. Set it aside, and amend the contribution yourself if you need to.",
        "decision",
      );
  }
}

async function takeContribution(tx: Tx, entry: Entry, contribution: OperationOf<"record">): Promise<void> {
  const { reviewId, roundtableId, sentById: recordedById } = entry;
  await lockRoundtable(tx, roundtableId);
  // A contribution that was stored after all is not stored twice.
  if ((await tx.contribution.count({ where: { id: contribution.id } })) > 0) return;
  await requirePlaces(tx, roundtableId, contribution);
  const said = { ...contribution, saidAt: notAhead(contribution.saidAt), lateAt: new Date() };
  await insertContribution(tx, { roundtableId, recordedById }, said);
  const { themeIds, stance = null } = contribution;
  if (themeIds.length > 0)
    await lateContributionTaken.run(tx, {
      reviewId,
      contributionId: contribution.id,
      themeIds,
      stance,
      byId: recordedById,
    });
  await publish(tx, { kind: "contribution.recorded", reviewId, roundtableId, ids: [contribution.id] });
}

async function takeEdit(tx: Tx, viewer: Viewer, edit: OperationOf<"edit">, reason: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM contribution WHERE id = ${edit.contributionId}::uuid FOR NO KEY UPDATE`;
  const contribution = await findContribution(tx, viewer, edit.contributionId);
  if (contribution.erasedAt || contribution.struckAt)
    throw invalid(
      "This contribution was struck out or removed, so you cannot amend it. Set it aside.",
      "decision",
    );
  if ((await standingText(tx, contribution)) === edit.text) return;
  const why = [LATE_REASON, reason].filter(Boolean).join("\n");
  await addAmendment(tx, contribution, { text: edit.text, reason: why, byId: viewer.userId });
}
