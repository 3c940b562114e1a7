import type { Tx } from "@/lib/platform/db";
import { inBatches } from "../queries/erasure-scope";

/**
 * Removes the words of contributions: the text, its revisions, its clearance, its amendments, and what
 * arrived late for it. Digests stay, so that what was hashed over them still verifies.
 */
export async function eraseContributions(tx: Tx, contributionIds: readonly string[]): Promise<void> {
  for (const ids of inBatches(contributionIds)) await eraseBatch(tx, ids);
}

async function eraseBatch(tx: Tx, ids: string[]): Promise<void> {
  const contributionId = { in: ids };
  const now = new Date();
  await blankRelatives(tx, ids);
  await tx.contribution.updateMany({
    where: { id: contributionId },
    // A new revision, so that an edit based on the one before is stale and cannot bring its words back.
    data: { text: "", salt: null, erasedAt: now, revision: { increment: 1 } },
  });
  await tx.contributionRevision.updateMany({ where: { contributionId }, data: { text: "", salt: null } });
  await tx.clearance.updateMany({ where: { contributionId, until: null }, data: { until: now } });
  await tx.clearance.updateMany({ where: { contributionId }, data: { text: "", masks: [] } });
  await tx.amendment.updateMany({
    where: { contributionId, erasedAt: null },
    data: { text: "", reason: "", salt: null, erasedAt: now },
  });
  await tx.lateEntry.updateMany({
    where: { OR: [{ contributionId }, { id: contributionId }] },
    data: { payload: {} },
  });
}

/**
 * A contribution that this one was split from, or merged into, held its words at an earlier time. Those
 * earlier texts are removed too, whoever the other contribution's speaker is now.
 */
async function blankRelatives(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    WITH gone AS (
      SELECT c.id, c.text, c.split_from_id, c.merged_into_id FROM contribution c WHERE c.id = ANY(${ids}::uuid[])),
    relative AS (
      SELECT g.text, r.id FROM gone g
      JOIN contribution r ON r.id IN (g.split_from_id, g.merged_into_id) OR r.split_from_id = g.id OR r.merged_into_id = g.id)
    UPDATE contribution_revision v SET text = '', salt = NULL
    FROM relative WHERE v.contribution_id = relative.id AND relative.text <> '' AND position(relative.text IN v.text) > 0`;
}
