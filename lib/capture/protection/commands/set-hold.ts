import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleParticipants, visibleReviews } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { recordDecision } from "@/lib/platform/ledger/ledger";
import type { EndHoldInput, SetHoldInput } from "../erasure";

/**
 * Sets a hold on a person or on the whole review: while it lasts nothing is deleted automatically, and the
 * lead decides each erasure.
 */
export const setHold = command(async (tx, viewer: Viewer, { reviewId, personId, reason }: SetHoldInput) => {
  const review = await tx.review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { id: true },
  });
  if (!review) throw notFound("review");
  requireCan(viewer, "hold.set", { reviewId });
  if (personId) {
    const where = { AND: [{ personId, reviewId }, visibleParticipants(viewer)] };
    if ((await tx.participant.count({ where })) === 0)
      throw invalid("Choose somebody in this review, or the whole review.", "personId");
  }
  const [made] = await tx.hold.createManyAndReturn({
    data: { reviewId, personId, reason, byId: viewer.userId },
    skipDuplicates: true,
    select: { id: true },
  });
  if (!made) throw invalid("There is already a hold on this. End it before you set another.", "personId");
  await recordDecision(tx, { kind: "hold.set", reviewId, byId: viewer.userId, holdId: made.id, personId });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "hold.set",
    subjectType: "hold",
    subjectId: made.id,
    detail: { personId },
  });
  await publish(tx, { kind: "protection.changed", reviewId });
  return { id: made.id };
});

/** Ends a hold. What waited for it is not done automatically: requests stay until the lead decides them. */
export const endHold = command(async (tx, viewer: Viewer, { id }: EndHoldInput) => {
  const hold = await tx.hold.findFirst({
    where: { id, review: visibleReviews(viewer) },
    select: { reviewId: true },
  });
  if (!hold) throw notFound("hold");
  const { reviewId } = hold;
  requireCan(viewer, "hold.set", { reviewId });
  const { count } = await tx.hold.updateMany({
    where: { id, until: null },
    data: { until: new Date(), endedById: viewer.userId },
  });
  if (count === 0) return { id };
  await recordDecision(tx, { kind: "hold.end", reviewId, byId: viewer.userId, holdId: id });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "hold.end",
    subjectType: "hold",
    subjectId: id,
  });
  await publish(tx, { kind: "protection.changed", reviewId });
  return { id };
});
