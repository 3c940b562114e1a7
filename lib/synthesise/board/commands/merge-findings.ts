import { requireCan, type Viewer } from "@/lib/access/policy";
import { command } from "@/lib/platform/command";
import { invalid, notFound } from "@/lib/platform/errors";
import { findFinding, reviseFinding, saidBy } from "@/lib/synthesise/finding/commands/edit-finding";
import type { MergeFindingsInput } from "../finding-change";
import { holdFindings, moveEvidence } from "./move-evidence";
import { announceFindingChange, openFindingChange } from "./record-finding-change";

/**
 * Moves the evidence of one finding to another, which may be reworded, and takes the first out of every list.
 * What both said is kept.
 */
export const mergeFindings = command(async (tx, viewer: Viewer, input: MergeFindingsInput) => {
  const { id, otherId, revision, text, stance } = input;
  if (id === otherId) throw invalid("Choose another finding to merge into this one", "otherId");
  await holdFindings(tx, viewer, [id, otherId]);
  const finding = await findFinding(tx, viewer, id);
  const other = await findFinding(tx, viewer, otherId);
  const { reviewId } = finding;
  if (other.reviewId !== reviewId) throw notFound("finding");
  requireCan(viewer, "finding.write", { reviewId });
  await reviseFinding(tx, viewer, finding, { revision, says: { ...saidBy(finding), text, stance } });
  const reworded = finding.text !== text || finding.stance !== stance;
  const change = { reviewId, kind: "merge", findingId: id, otherId } as const;
  const changeId = await openFindingChange(tx, viewer, { ...change, revision: reworded ? revision : null });
  await moveEvidence(tx, viewer, { changeId, reviewId, fromId: otherId, toId: id });
  await tx.finding.update({
    where: { id: otherId },
    data: { withdrawnAt: new Date() },
    select: { id: true },
  });
  await announceFindingChange(tx, viewer, changeId, change);
  return { id };
});
