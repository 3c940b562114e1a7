import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReports } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import type { AuditAction } from "@/lib/platform/audit/audit-action";
import type { Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { BlockContent } from "../content/block-content";

/** A block that the viewer may edit, with its report. */
export async function findBlock(tx: Tx, viewer: Viewer, id: string) {
  const block = await tx.block.findFirst({
    where: { id, report: visibleReports(viewer) },
    select: {
      id: true,
      reportId: true,
      section: true,
      type: true,
      position: true,
      content: true,
      revision: true,
      removedAt: true,
      erasedAt: true,
      report: { select: { reviewId: true, roundtableId: true } },
    },
  });
  if (!block) throw notFound("paragraph");
  requireCan(viewer, "report.write", block.report);
  return { ...block, content: BlockContent.parse(block.content) };
}

type Change = { action: AuditAction; reviewId: string; reportId: string; blockId: string };

/** Records that a block changed and announces it to open pages. */
export async function recordChange(tx: Tx, viewer: Viewer, change: Change): Promise<void> {
  const { action, reviewId, reportId, blockId } = change;
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action,
    subjectType: "block",
    subjectId: blockId,
    detail: { reportId },
  });
  await publish(tx, { kind: "report", reviewId, reportId, ids: [blockId] });
}
