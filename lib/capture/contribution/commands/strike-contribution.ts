import { requireCan, type Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { recordDecision } from "@/lib/platform/ledger/ledger";
import type { ContributionRevisionInput } from "../contribution";
import {
  findContribution,
  keepRevision,
  requireOpenContribution,
  staleContribution,
} from "./find-contribution";

/**
 * Strikes a contribution out: it stays in the record, crossed out, and counts in no list, figure or report.
 */
export const strikeContribution = command((tx, viewer: Viewer, input: ContributionRevisionInput) =>
  setStruck(tx, viewer, input, true),
);

/** Restores a struck contribution to the record. */
export const restoreContribution = command((tx, viewer: Viewer, input: ContributionRevisionInput) =>
  setStruck(tx, viewer, input, false),
);

async function setStruck(
  tx: Tx,
  viewer: Viewer,
  { id, revision }: ContributionRevisionInput,
  struck: boolean,
) {
  const contribution = await findContribution(tx, viewer, id);
  requireCan(viewer, "contribution.record", contribution);
  if ((contribution.struckAt !== null) === struck) return { id, revision: contribution.revision };
  await requireOpenContribution(tx, contribution);
  if (!struck && contribution.mergedIntoId !== null)
    throw invalid("This contribution was joined to another one, which has its words. Separate them instead.");
  const { count } = await tx.contribution.updateMany({
    where: { id, revision },
    data: {
      ...(struck
        ? { struckAt: new Date(), struckById: viewer.userId }
        : { struckAt: null, struckById: null }),
      revision: { increment: 1 },
    },
  });
  if (count === 0) throw staleContribution();
  await keepRevision(tx, viewer, contribution);
  const { reviewId, roundtableId } = contribution;
  const kind = struck ? "contribution.strike" : "contribution.restore";
  await recordDecision(tx, { kind, reviewId, byId: viewer.userId, contributionId: id });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: kind,
    subjectType: "contribution",
    subjectId: id,
  });
  await publish(tx, { kind: "contribution.changed", reviewId, roundtableId, ids: [id] });
  return { id, revision: revision + 1 };
}
