import { requireCan, type Viewer } from "@/lib/access/policy";
import { checkChain, type ChainCheck } from "@/lib/platform/audit/audit-chain";
import { db } from "@/lib/platform/db";

/** As many entries as one page checks: two to three seconds. */
const MAX_CHECKED = 100_000;

/**
 * Whether the entries of the chain are as they were written, up to MAX_CHECKED of them after one that was checked
 * before; and how many entries wait to be added to the chain. The chain is one for all reviews.
 */
export async function checkAuditChain(
  viewer: Viewer,
  reviewId: string,
  after: bigint,
  most: number = MAX_CHECKED,
): Promise<ChainCheck & { waiting: number }> {
  requireCan(viewer, "audit.read", { reviewId });
  const check = await checkChain(db(), { after, most });
  return { ...check, waiting: await db().auditEntry.count({ where: { position: null } }) };
}
