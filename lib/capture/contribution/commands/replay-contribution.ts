import type { Tx } from "@/lib/platform/db";
import { publish } from "@/lib/platform/events";
import { replaying, type Outcome } from "@/lib/platform/ledger/replay";

/** After a restore: contributions that were struck out since, and those that count again. */
export const replayContribution = replaying({
  "contribution.strike": (tx, { contributionId }, { at, byId }) =>
    setStruck(tx, contributionId, { struckAt: at, struckById: byId }),
  "contribution.restore": (tx, { contributionId }) =>
    setStruck(tx, contributionId, { struckAt: null, struckById: null }),
});

type Struck = { struckAt: Date; struckById: string | null } | { struckAt: null; struckById: null };

async function setStruck(tx: Tx, id: string, struck: Struck): Promise<Outcome> {
  const found = await tx.contribution.findUnique({
    where: { id },
    select: { reviewId: true, roundtableId: true, struckAt: true, mergedIntoId: true },
  });
  if (!found) return "absent";
  const { reviewId, roundtableId, struckAt, mergedIntoId } = found;
  if ((struckAt === null) === (struck.struckAt === null) || mergedIntoId !== null) return "stood";
  // A new revision, so that an edit based on the one before is stale.
  const data = { ...struck, revision: { increment: 1 } };
  await tx.contribution.update({ where: { id }, data, select: { id: true } });
  await publish(tx, { kind: "contribution.changed", reviewId, roundtableId, ids: [id] });
  return "applied";
}
