import { requireCan, type Viewer } from "@/lib/access/policy";
import {
  endClearance,
  findContribution,
  staleContribution,
  type FoundContribution,
} from "@/lib/capture/contribution/commands/find-contribution";
import { type Mask } from "@/lib/capture/contribution/contribution";
import { applyMasks, findMasks, inOrder } from "@/lib/capture/contribution/mask";
import { standingText } from "@/lib/capture/contribution/queries/amendments";
import { PARTICIPANTS_SAID, type Source } from "@/lib/capture/roundtable/source";
import { audit } from "@/lib/platform/audit/audit";
import type { AuditAction } from "@/lib/platform/audit/audit-action";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { ClearFormInput, ClearInput } from "../clearance";

/** Clears a contribution for people other than facilitators, with masks over what would identify somebody. */
export const clearContribution = command(async (tx, viewer: Viewer, { id, revision, masks }: ClearInput) => {
  const contribution = await findClearable(tx, viewer, id, revision);
  return clear(tx, viewer, contribution, masks);
});

/** The same, given words: every place where they occur in the contribution is masked. */
export const clearWords = command(async (tx, viewer: Viewer, { id, revision, asked }: ClearFormInput) => {
  const contribution = await findClearable(tx, viewer, id, revision);
  return clear(tx, viewer, contribution, findMasks(contribution.text, asked));
});

/** Withdraws the clearance: from now on only facilitators read the contribution. */
export const withdrawClearance = command(async (tx, viewer: Viewer, { id }: { id: string }) => {
  const contribution = await findContribution(tx, viewer, id);
  requireCan(viewer, "contribution.clear", contribution);
  const ended = await endClearance(tx, id);
  if (ended > 0) await tell(tx, viewer, contribution, "contribution.withdraw-clearance", 0);
  return { id };
});

async function findClearable(
  tx: Tx,
  viewer: Viewer,
  id: string,
  revision: number,
): Promise<FoundContribution> {
  // Locked before it is read, so that no edit comes between.
  await tx.$queryRaw`SELECT id FROM contribution WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const contribution = await findContribution(tx, viewer, id);
  requireCan(viewer, "contribution.clear", contribution);
  if (contribution.revision !== revision) throw staleContribution();
  const clearable: readonly Source[] = PARTICIPANTS_SAID;
  if (!clearable.includes(contribution.source))
    throw invalid(
      "Only facilitators can ever read a host's remark or a facilitator's note, so there is nothing to clear.",
    );
  if (contribution.erasedAt || contribution.struckAt)
    throw invalid("This contribution was struck out or removed, so it cannot be cleared.");
  return { ...contribution, text: await standingText(tx, contribution) };
}

/** Clearing again in the same way changes nothing. */
async function clear(tx: Tx, viewer: Viewer, contribution: FoundContribution, unordered: readonly Mask[]) {
  const masks = inOrder(unordered);
  const text = applyMasks(contribution.text, masks);
  const now = await tx.clearance.findFirst({
    where: { contributionId: contribution.id, until: null },
    select: { text: true, revision: true },
  });
  if (now && now.text === text && now.revision === contribution.revision)
    return { id: contribution.id, text };
  await endClearance(tx, contribution.id);
  await tx.clearance.create({
    data: {
      contributionId: contribution.id,
      revision: contribution.revision,
      masks,
      text,
      byId: viewer.userId,
    },
    select: { id: true },
  });
  await tell(tx, viewer, contribution, "contribution.clear", masks.length);
  return { id: contribution.id, text };
}

async function tell(
  tx: Tx,
  viewer: Viewer,
  contribution: FoundContribution,
  action: AuditAction,
  masks: number,
) {
  const { id, reviewId, roundtableId, revision } = contribution;
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action,
    subjectType: "contribution",
    subjectId: id,
    detail: { revision, masks },
  });
  await publish(tx, { kind: "contribution.cleared", reviewId, roundtableId, ids: [id] });
}
