import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReports } from "@/lib/access/scope";
import { command } from "@/lib/platform/command";
import { notFound } from "@/lib/platform/errors";
import type { EvidenceInput } from "../report";
import { recordChange } from "./find-block";
import { OPEN_EVIDENCE, writeEvidence } from "./write-evidence";

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
      evidence: OPEN_EVIDENCE,
    },
  });
  if (!claim) throw notFound("sentence");
  const { reviewId, block } = claim;
  requireCan(viewer, "report.write", { reviewId });
  const { roundtableId } = block.report;
  const changed = await writeEvidence(tx, viewer, { reviewId, roundtableId }, [{ ...claim, ...input }]);
  if (changed)
    await recordChange(tx, viewer, {
      action: "claim.evidence",
      reviewId,
      reportId: block.reportId,
      blockId: block.id,
    });
  return { id: claim.id };
});
