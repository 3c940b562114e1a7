import type { Viewer } from "@/lib/access/policy";
import { visibleContributions } from "@/lib/access/scope";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import type { Bearing } from "@/lib/synthesise/finding/bearing";

export const OPEN_EVIDENCE = {
  where: { until: null },
  select: { id: true, contributionId: true, bearing: true },
} as const satisfies Prisma.Claim$evidenceArgs;

type ClaimWithEvidence = {
  id: string;
  /** What it cites now. */
  evidence: readonly { id: string; contributionId: string; bearing: Bearing }[];
  /** What it is to cite. */
  supports: readonly string[];
  contradicts: readonly string[];
};

/**
 * Sets what claims cite; evidence that changed is closed, not overwritten. Refuses contributions that the report does not
 * cover. True where anything changed.
 */
export async function writeEvidence(
  tx: Tx,
  viewer: Viewer,
  { reviewId, roundtableId }: { reviewId: string; roundtableId: string | null },
  claims: readonly ClaimWithEvidence[],
): Promise<boolean> {
  const changes = claims.map(changeOf);
  const gone = changes.flatMap((change) => change.gone);
  const fresh = changes.flatMap((change) => change.fresh);
  const cited = new Set(fresh.map(({ contributionId }) => contributionId));
  const found = await tx.contribution.count({
    where: {
      AND: [
        { id: { in: [...cited] }, reviewId, ...(roundtableId ? { roundtableId } : {}) },
        visibleContributions(viewer),
      ],
    },
  });
  if (found < cited.size)
    throw invalid("You chose a contribution that is not covered by this report. Choose again.");
  if (gone.length > 0)
    await tx.claimEvidence.updateMany({ where: { id: { in: gone } }, data: { until: new Date() } });
  if (fresh.length > 0)
    await tx.claimEvidence.createMany({
      data: fresh.map((row) => ({ ...row, reviewId, byId: viewer.userId })),
    });
  return gone.length + fresh.length > 0;
}

/** The rows that end, and those that begin. A contribution both for and against counts as for. */
function changeOf({ id: claimId, evidence, supports, contradicts }: ClaimWithEvidence) {
  const wanted = new Map<string, Bearing>([
    ...contradicts.map((id) => [id, "contradicts"] as const),
    ...supports.map((id) => [id, "supports"] as const),
  ]);
  const gone = evidence.filter(({ contributionId, bearing }) => wanted.get(contributionId) !== bearing);
  const kept = new Set(evidence.filter((row) => !gone.includes(row)).map((row) => row.contributionId));
  return {
    gone: gone.map(({ id }) => id),
    fresh: [...wanted]
      .filter(([contributionId]) => !kept.has(contributionId))
      .map(([contributionId, bearing]) => ({ claimId, contributionId, bearing })),
  };
}
