import { db } from "@/lib/platform/db";
import type { Viewer } from "@/lib/access/policy";
import { ownAuditEntries } from "@/lib/access/scope";

/** The entry of the audit log that the demonstration ends with: what was done before it, nobody tried. */
export const DEMONSTRATION_MADE = "demonstration.make";

/**
 * The audited actions, such as "contribution.record", that the viewer has taken in a demonstration since it was made;
 * null in a review that is none.
 */
export async function listOwnActions(viewer: Viewer, reviewId: string): Promise<ReadonlySet<string> | null> {
  const made = await db().auditEntry.findFirst({
    where: { reviewId, action: DEMONSTRATION_MADE },
    orderBy: { at: "desc" },
    select: { at: true },
  });
  if (!made) return null;
  const taken = await db().auditEntry.findMany({
    where: { AND: [{ reviewId, at: { gt: made.at } }, ownAuditEntries(viewer)] },
    distinct: ["action"],
    select: { action: true },
  });
  return new Set(taken.map(({ action }) => action));
}
