import type { Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import type { Tx } from "@/lib/platform/db";
import { publish } from "@/lib/platform/events";

/** Records what somebody answered to what the evidence has changed, and tells open pages of the report. */
export async function recordAnswer(
  tx: Tx,
  viewer: Viewer,
  { id: reportId, reviewId }: { id: string; reviewId: string },
  detail: { changed: number } | { takenBack: number },
): Promise<void> {
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "report.regenerate",
    subjectType: "report",
    subjectId: reportId,
    detail,
  });
  await publish(tx, { kind: "report", reviewId, reportId });
}
