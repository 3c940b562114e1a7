import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { oncePerProcess } from "@/lib/platform/once";
import type { Report } from "@/lib/report/draft/queries/reports";
import { getProposals } from "./regenerating";

/** A transaction that began this long ago has ended, so that no older entry of the audit log is still to come. */
const SETTLED_MS = 60_000;
/** Drafts and viewers; above that counting begins again. */
const MAX_KEPT = 500;

type Counted = { newest: string; proposals: number };
const kept = () => oncePerProcess("report.proposals", () => new Map<string, Counted>());

/**
 * How many proposals there are for a draft. To count them the whole draft is composed, so the number is kept until something
 * is written in the review: every write of evidence or of the draft has an entry in the audit log.
 */
export async function countProposals(viewer: Viewer, report: Report, now = new Date()): Promise<number> {
  const newest = await db().auditEntry.findFirst({
    where: { reviewId: report.reviewId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { id: true, at: true },
  });
  const key = `${viewer.userId} ${report.id}`;
  const counted = kept().get(key);
  if (newest && counted?.newest === newest.id) return counted.proposals;
  const proposals = (await getProposals(viewer, report)).proposals.length;
  if (newest && now.getTime() - newest.at.getTime() > SETTLED_MS) {
    if (kept().size >= MAX_KEPT) kept().clear();
    kept().set(key, { newest: newest.id, proposals });
  }
  return proposals;
}
