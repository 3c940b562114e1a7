import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { recordDecision } from "@/lib/platform/ledger/ledger";
import { choiceOf, type DecideErasureInput } from "../erasure";
import { eraseNow } from "./erase-now";

type Traces = "shown" | "masked";
type ErasureDecision = Omit<DecideErasureInput, Traces> & Partial<Pick<DecideErasureInput, Traces>>;

/** Decides an erasure that a hold had stopped: it is done now, or refused with a reason that is kept. */
export const decideErasure = command(async (tx, viewer: Viewer, input: ErasureDecision) => {
  const { requestId, decision, reason } = input;
  const request = await tx.erasureRequest.findFirst({
    where: { id: requestId, review: visibleReviews(viewer) },
    select: { reviewId: true, personId: true, decidedAt: true },
  });
  if (!request) throw notFound("request");
  const { reviewId, personId } = request;
  requireCan(viewer, "person.erase", { reviewId });
  const decided = {
    decidedAt: new Date(),
    decidedById: viewer.userId,
    erased: decision === "erase",
    reason: reason || null,
  };
  // When two people decide at once, the second finds nothing left to decide.
  const { count } = await tx.erasureRequest.updateMany({
    where: { id: requestId, decidedAt: null },
    data: decided,
  });
  if (count === 0) return { requestId };
  if (decision === "erase")
    await eraseNow(tx, { personId, byId: viewer.userId, actorId: viewer.userId, choice: choiceOf(input) });
  else {
    await recordDecision(tx, { kind: "erasure.refuse", reviewId, byId: viewer.userId, requestId });
    await audit(tx, {
      reviewId,
      actorId: viewer.userId,
      action: "person.refuse-erasure",
      subjectType: "erasure-request",
      subjectId: requestId,
      detail: { personId },
    });
  }
  await publish(tx, { kind: "protection.changed", reviewId });
  return { requestId };
});
