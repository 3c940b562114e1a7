import { requireCan, type Viewer } from "@/lib/access/policy";
import { holdRoundtable } from "@/lib/capture/roundtable/commands/find-roundtable";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { saltedDigest } from "@/lib/platform/digest";
import { invalid } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { AmendInput } from "../amendment";
import { standingText } from "../queries/amendments";
import {
  endClearance,
  findContribution,
  staleContribution,
  type FoundContribution,
} from "./find-contribution";

/**
 * Stores what a contribution of a closed record should say. The record stays as it was and still verifies;
 * the contribution has to be cleared again. The same amendment sent twice is stored once.
 */
export const amendContribution = command(
  async (tx, viewer: Viewer, { id, revision, text, reason }: AmendInput) => {
    // Locked before it is read, so that no other amendment comes between.
    await tx.$queryRaw`SELECT id FROM contribution WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    const contribution = await findContribution(tx, viewer, id);
    requireCan(viewer, "contribution.amend", contribution);
    await requireClosedContribution(tx, contribution);
    if ((await standingText(tx, contribution)) === text) return { id };
    if (contribution.revision !== revision) throw staleContribution();
    await addAmendment(tx, contribution, { text, reason, byId: viewer.userId });
    await audit(tx, {
      reviewId: contribution.reviewId,
      actorId: viewer.userId,
      action: "contribution.amend",
      subjectType: "contribution",
      subjectId: id,
    });
    return { id };
  },
);

/** Refuses where the contribution itself can still be edited, or where no words are left to correct. */
async function requireClosedContribution(tx: Tx, contribution: FoundContribution): Promise<void> {
  if ((await holdRoundtable(tx, contribution.roundtableId)) !== "closed")
    throw invalid("This roundtable is not closed, so you can edit the contribution itself.");
  if (contribution.erasedAt)
    throw invalid("The words of this contribution were removed, so you cannot amend it.");
  if (contribution.struckAt) throw invalid("This contribution was struck out, so there is nothing to amend.");
}

type Amending = { text: string; reason: string; byId: string };

/** Stores it, and withdraws the clearance, so that it has to be cleared again. */
export async function addAmendment(
  tx: Tx,
  contribution: FoundContribution,
  { text, reason, byId }: Amending,
): Promise<void> {
  const { id, reviewId, roundtableId } = contribution;
  await tx.amendment.create({
    data: { reviewId, contributionId: id, text, reason, byId, ...saltedDigest(text) },
    select: { id: true },
  });
  // A new revision, so that a clearance of the earlier words is stale.
  await tx.contribution.update({ where: { id }, data: { revision: { increment: 1 } }, select: { id: true } });
  await endClearance(tx, id);
  await publish(tx, { kind: "contribution.changed", reviewId, roundtableId, ids: [id] });
}
