import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { recordDecision } from "@/lib/platform/ledger/ledger";
import type { SetRetentionInput } from "../retention";

/** Sets for how many months after a roundtable its personal data is kept. */
export const setRetention = command(async (tx, viewer: Viewer, { reviewId, months }: SetRetentionInput) => {
  const review = await tx.review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { retentionMonths: true },
  });
  if (!review) throw notFound("review");
  requireCan(viewer, "retention.set", { reviewId });
  if (review.retentionMonths === months) return { reviewId };
  await tx.review.update({
    where: { id: reviewId },
    data: { retentionMonths: months },
    select: { id: true },
  });
  await recordDecision(tx, { kind: "retention.set", reviewId, byId: viewer.userId, months });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "retention.set",
    subjectType: "review",
    subjectId: reviewId,
    detail: { from: review.retentionMonths, to: months },
  });
  await publish(tx, { kind: "protection.changed", reviewId });
  return { reviewId };
});
