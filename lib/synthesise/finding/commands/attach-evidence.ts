import { requireCan, type Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { publish } from "@/lib/platform/events";
import type { AttachEvidenceInput, AttachContributionsInput } from "../evidence-input";
import { findFinding } from "./edit-finding";
import { openEvidence } from "./open-evidence";

/**
 * Attaches a contribution that supports, contradicts or qualifies a finding. Attaching it twice stores it once.
 * Attaching it with the other bearing closes the first row and opens another, since a contribution has one
 * bearing on a finding.
 */
export const attachEvidence = command(async (tx, viewer: Viewer, input: AttachEvidenceInput) => {
  const finding = await findFinding(tx, viewer, input.findingId);
  requireCan(viewer, "finding.write", finding);
  const { contributionId, bearing } = input;
  const opened = await openEvidence(tx, viewer, finding, { wanted: [{ contributionId, bearing }] });
  if (opened.length === 0) return { created: false };
  await audit(tx, {
    reviewId: finding.reviewId,
    actorId: viewer.userId,
    action: "finding.attach",
    subjectType: "finding",
    subjectId: finding.id,
    detail: { contributionId, bearing },
  });
  await publish(tx, { kind: "finding", reviewId: finding.reviewId, ids: [finding.id] });
  return { created: true };
});

/** All of the contributions, or none when one of them is refused. */
export const attachContributions = command(
  async (tx, viewer: Viewer, { findingId, contributions }: AttachContributionsInput) => {
    let attached = 0;
    for (const contribution of contributions) {
      const { created } = await attachEvidence.within(tx, viewer, { findingId, ...contribution });
      if (created) attached++;
    }
    return { findingId, attached };
  },
);
