import { requireCan, type Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { publish } from "@/lib/platform/events";
import type { DetachEvidenceInput } from "../evidence-input";
import { findFinding } from "./edit-finding";
import { closeEvidence } from "./open-evidence";

/**
 * Detaches a contribution from a finding: the row is closed, not deleted. Doing it twice has no further
 * effect.
 */
export const detachEvidence = command(async (tx, viewer: Viewer, input: DetachEvidenceInput) => {
  const { id: findingId, reviewId } = await findFinding(tx, viewer, input.findingId);
  requireCan(viewer, "finding.write", { reviewId });
  const { contributionId } = input;
  const open = await tx.findingEvidence.findFirst({
    where: { findingId, contributionId, until: null },
    select: { id: true, from: true },
  });
  if (open && (await closeEvidence(tx, [open])) > 0) {
    await audit(tx, {
      reviewId,
      actorId: viewer.userId,
      action: "finding.detach",
      subjectType: "finding",
      subjectId: findingId,
      detail: { contributionId },
    });
    await publish(tx, { kind: "finding", reviewId, ids: [findingId] });
  }
  return { findingId };
});
