import type { Consequence } from "@/lib/capture/people/consequence";
import type { PersonContributions } from "@/lib/capture/protection/protection-events";
import type { Tx } from "@/lib/platform/db";

/** What erasing somebody would remove from findings: some of their evidence. */
export async function findingsOf(
  tx: Tx,
  { reviewId, contributionIds }: PersonContributions,
): Promise<Consequence[]> {
  const count = await tx.finding.count({
    where: {
      reviewId,
      withdrawnAt: null,
      evidence: { some: { contributionId: { in: contributionIds }, until: null } },
    },
  });
  return count > 0
    ? [
        {
          what: "findings that their contributions support or contradict, which will have less evidence",
          count,
          undone: true,
        },
      ]
    : [];
}
