import type { ContributionsMerged, ContributionSplit } from "@/lib/capture/contribution/contribution-events";
import type { Tx } from "@/lib/platform/db";
import { publish } from "@/lib/platform/events";
import { closeEvidence } from "./open-evidence";

export function onContributionSplit(
  tx: Tx,
  { reviewId, contributionId, newContributionId, byId }: ContributionSplit,
): Promise<void> {
  return attachAlongside(tx, {
    reviewId,
    contributionId,
    otherId: newContributionId,
    byId,
    from: new Date(),
  });
}

export function onContributionsMerged(
  tx: Tx,
  { reviewId, fromId, intoId, byId, at }: ContributionsMerged,
): Promise<void> {
  return attachAlongside(tx, { reviewId, contributionId: fromId, otherId: intoId, byId, from: at });
}

/** Detaches what the merge had attached to the contribution. */
export async function onContributionsSeparated(
  tx: Tx,
  { reviewId, intoId, at }: Omit<ContributionsMerged, "offset">,
): Promise<void> {
  const came = await tx.findingEvidence.findMany({
    where: { contributionId: intoId, until: null, from: at },
    select: { id: true, findingId: true, from: true },
  });
  await closeEvidence(tx, came);
  await tell(tx, reviewId, came);
}

type Alongside = { reviewId: string; contributionId: string; otherId: string; byId: string; from: Date };

/** The other contribution becomes evidence wherever this one is, unless it bears on that finding already. */
async function attachAlongside(
  tx: Tx,
  { reviewId, contributionId, otherId, byId, from }: Alongside,
): Promise<void> {
  const carried = await tx.findingEvidence.findMany({
    where: { contributionId, until: null },
    select: { findingId: true, bearing: true },
  });
  if (carried.length === 0) return;
  await tx.findingEvidence.createMany({
    data: carried.map((evidence) => ({ ...evidence, reviewId, contributionId: otherId, byId, from })),
    skipDuplicates: true,
  });
  await tell(tx, reviewId, carried);
}

async function tell(tx: Tx, reviewId: string, evidence: readonly { findingId: string }[]): Promise<void> {
  const ids = [...new Set(evidence.map(({ findingId }) => findingId))];
  if (ids.length > 0) await publish(tx, { kind: "finding", reviewId, ids });
}
