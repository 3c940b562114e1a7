import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { ApproachInput } from "../coding-round";

/** Declares how the review shows that its coding is reliable; the method notes of new drafts say so. */
export const declareApproach = command(async (tx, viewer: Viewer, { reviewId, approach }: ApproachInput) => {
  const review = await tx.review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { codingApproach: true },
  });
  if (!review) throw notFound("review");
  requireCan(viewer, "round.plan", { reviewId });
  if (review.codingApproach === approach) return { approach };
  await tx.review.update({
    where: { id: reviewId },
    data: { codingApproach: approach },
    select: { id: true },
  });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "round.declare-approach",
    subjectType: "review",
    subjectId: reviewId,
    detail: { approach },
  });
  await publish(tx, { kind: "round", reviewId });
  return { approach };
});
