import { requireCan, type Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { publish } from "@/lib/platform/events";
import type { NpqInput } from "../tagging-input";
import { findOpenContribution } from "./set-tagging";

/**
 * Marks an NPQ that a contribution is about, or removes the mark, for everybody. The contribution holds those of now, and
 * npq_mark who set which and for how long. Doing either twice has no further effect.
 */
export const markNpq = command(async (tx, viewer: Viewer, { contributionId, npq, about }: NpqInput) => {
  const contribution = await findOpenContribution(tx, viewer, contributionId);
  requireCan(viewer, "tagging.set", contribution);
  const { reviewId, roundtableId } = contribution;
  const changed = about ? await setMark(tx, contributionId, npq) : await removeMark(tx, contributionId, npq);
  if (!changed) return { contributionId };
  if (about)
    await tx.npqMark.create({
      data: { reviewId, contributionId, npq, byId: viewer.userId },
      select: { id: true },
    });
  else await endMark(tx, viewer, contributionId, npq);
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: about ? "contribution.mark-npq" : "contribution.unmark-npq",
    subjectType: "contribution",
    subjectId: contributionId,
    detail: { npq },
  });
  await publish(tx, { kind: "tagging", reviewId, roundtableId, contributionId, ids: [] });
  return { contributionId };
});

/** Returns whether it was not marked before. The row is locked, so that of two at once one finds it marked. */
async function setMark(tx: Tx, contributionId: string, npq: string): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE contribution SET npqs = array_append(npqs, ${npq})
    WHERE id = ${contributionId}::uuid AND NOT npqs @> ARRAY[${npq}]`;
  return count === 1;
}

async function removeMark(tx: Tx, contributionId: string, npq: string): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE contribution SET npqs = array_remove(npqs, ${npq})
    WHERE id = ${contributionId}::uuid AND npqs @> ARRAY[${npq}]`;
  return count === 1;
}

/** What was logged with the contribution has had no row so far: it gets one, from its logging until now. */
async function endMark(tx: Tx, { userId }: Viewer, contributionId: string, npq: string): Promise<void> {
  const ended = await tx.$executeRaw`
    UPDATE npq_mark SET until_at = greatest(now(), from_at), ended_by_id = ${userId}::uuid
    WHERE contribution_id = ${contributionId}::uuid AND npq = ${npq} AND until_at IS NULL`;
  if (ended > 0) return;
  await tx.$executeRaw`
    INSERT INTO npq_mark (id, review_id, contribution_id, npq, from_at, by_id, until_at, ended_by_id)
    SELECT gen_random_uuid(), c.review_id, c.id, ${npq}, c.recorded_at, c.recorded_by_id,
      greatest(now(), c.recorded_at), ${userId}::uuid
    FROM contribution c WHERE c.id = ${contributionId}::uuid`;
}
