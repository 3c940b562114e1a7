import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleContributions, visibleReports } from "@/lib/access/scope";
import { command } from "@/lib/platform/command";
import { invalid, notFound } from "@/lib/platform/errors";
import type { EvidenceInput } from "../report";
import { recordChange } from "./find-block";

/**
 * Sets which contributions support a sentence and which contradict it; evidence that changed is closed, not
 * overwritten.
 */
export const setClaimEvidence = command(async (tx, viewer: Viewer, input: EvidenceInput) => {
  const claim = await tx.claim.findFirst({
    where: { id: input.claimId, block: { report: visibleReports(viewer) } },
    select: {
      id: true,
      reviewId: true,
      block: { select: { id: true, reportId: true, report: { select: { roundtableId: true } } } },
      evidence: { where: { until: null }, select: { id: true, contributionId: true, bearing: true } },
    },
  });
  if (!claim) throw notFound("sentence");
  const { reviewId, block } = claim;
  requireCan(viewer, "report.write", { reviewId });
  const wanted = new Map([
    ...input.contradicts.map((id) => [id, "contradicts"] as const),
    ...input.supports.map((id) => [id, "supports"] as const),
  ]);
  const { roundtableId } = block.report;
  const found = await tx.contribution.count({
    where: {
      AND: [
        { id: { in: [...wanted.keys()] }, reviewId, ...(roundtableId ? { roundtableId } : {}) },
        visibleContributions(viewer),
      ],
    },
  });
  if (found < wanted.size)
    throw invalid("You chose a contribution that is not covered by this report. Choose again.");
  const gone = claim.evidence.filter(({ contributionId, bearing }) => wanted.get(contributionId) !== bearing);
  const kept = new Set(
    claim.evidence.filter((row) => !gone.includes(row)).map(({ contributionId }) => contributionId),
  );
  const fresh = [...wanted].filter(([contributionId]) => !kept.has(contributionId));
  if (gone.length + fresh.length === 0) return { id: claim.id };
  await tx.claimEvidence.updateMany({
    where: { id: { in: gone.map(({ id }) => id) } },
    data: { until: new Date() },
  });
  await tx.claimEvidence.createMany({
    data: fresh.map(([contributionId, bearing]) => ({
      reviewId,
      claimId: claim.id,
      contributionId,
      bearing,
      byId: viewer.userId,
    })),
  });
  await recordChange(tx, viewer, {
    action: "claim.evidence",
    reviewId,
    reportId: block.reportId,
    blockId: block.id,
  });
  return { id: claim.id };
});
