import { requireCan, type Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { publish } from "@/lib/platform/events";
import { endAfter } from "@/lib/platform/text/dates";
import { findFinding } from "@/lib/synthesise/finding/commands/edit-finding";
import type { Confidence, ForgetConfidenceInput, SetConfidenceInput } from "../confidence";

/** Decides on the confidence in a finding, with a reason, in place of what is worked out. */
export const setConfidence = command(async (tx, viewer: Viewer, input: SetConfidenceInput) => {
  const { findingId, level, reason } = input;
  const reviewId = await holdFinding(tx, viewer, findingId);
  const open = await openDecision(tx, findingId);
  if (open?.level === level && open.reason === reason) return { findingId };
  await endDecision(tx, open);
  await tx.findingConfidence.create({
    data: { reviewId, findingId, level, reason, byId: viewer.userId },
    select: { id: true },
  });
  await tell(tx, viewer, { reviewId, findingId, level });
  return { findingId };
});

/** Goes back to what is worked out from the evidence; what was decided is kept. */
export const forgetConfidence = command(async (tx, viewer: Viewer, input: ForgetConfidenceInput) => {
  const { findingId } = input;
  const reviewId = await holdFinding(tx, viewer, findingId);
  const open = await openDecision(tx, findingId);
  if (!open) return { findingId };
  await endDecision(tx, open);
  await tell(tx, viewer, { reviewId, findingId, level: null });
  return { findingId };
});

async function holdFinding(tx: Tx, viewer: Viewer, id: string): Promise<string> {
  const { reviewId } = await findFinding(tx, viewer, id);
  requireCan(viewer, "finding.write", { reviewId });
  // One decision at a time.
  await tx.$queryRaw`SELECT id FROM finding WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return reviewId;
}

function openDecision(tx: Tx, findingId: string) {
  return tx.findingConfidence.findFirst({
    where: { findingId, until: null },
    select: { id: true, level: true, reason: true, from: true },
  });
}

async function endDecision(tx: Tx, open: Awaited<ReturnType<typeof openDecision>>): Promise<void> {
  if (!open) return;
  await tx.findingConfidence.update({
    where: { id: open.id },
    data: { until: endAfter(open.from) },
    select: { id: true },
  });
}

type Told = { reviewId: string; findingId: string; level: Confidence | null };

async function tell(tx: Tx, viewer: Viewer, { reviewId, findingId, level }: Told): Promise<void> {
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "finding.confidence",
    subjectType: "finding",
    subjectId: findingId,
    detail: { level },
  });
  await publish(tx, { kind: "finding", reviewId, ids: [findingId] });
}
