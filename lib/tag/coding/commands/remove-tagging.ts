import { forbidden, requireCan, type Viewer } from "@/lib/access/policy";
import { visibleTaggings } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { endAfter } from "@/lib/platform/text/dates";
import type { Tx } from "@/lib/platform/db";
import { notFound, Refusal } from "@/lib/platform/errors";
import { canRemove } from "../tagging";
import type { RemoveTaggingInput } from "../tagging-input";
import { TAGGING } from "./contribution-taggings";
import { announce, keepTheme } from "./set-tagging";
import { overrideSuggestions } from "./settle-suggestions";

/**
 * Removes a theme from a contribution: the row is closed, not deleted. Removing it twice has no further
 * effect.
 */
export const removeTagging = command(async (tx, viewer: Viewer, { id }: RemoveTaggingInput) => {
  const tagging = await findTagging(tx, viewer, id);
  requireCan(viewer, "tagging.set", tagging);
  if (!canRemove(viewer, tagging))
    throw forbidden(
      viewer,
      "tagging.set",
      tagging,
      "A colleague set this theme. Only they or the lead can remove it.",
    );
  await keepTheme(tx, tagging.themeId);
  const closed = await closeTagging(tx, viewer, tagging);
  if (!closed) await refuseMoved(tx, id);
  if (closed) {
    const { contributionId, themeId } = tagging;
    await overrideSuggestions(tx, { contributionIds: [contributionId], themeId, byId: viewer.userId });
    await audit(tx, {
      reviewId: tagging.reviewId,
      actorId: viewer.userId,
      action: "tagging.remove",
      subjectType: "tagging",
      subjectId: id,
      detail: { contributionId: tagging.contributionId, themeId: tagging.themeId },
    });
    await announce(tx, tagging.contribution, id);
  }
  return { id };
});

/**
 * A tagging that a merge or a split ended was not removed from the contribution: it is under another theme.
 */
async function refuseMoved(tx: Tx, id: string): Promise<void> {
  const { endedInId } = await tx.tagging.findUniqueOrThrow({ where: { id }, select: { endedInId: true } });
  if (endedInId)
    throw new Refusal(
      "stale",
      "Somebody has just merged or split this theme. Look at the contribution again.",
    );
}

/**
 * The tagging, open or closed, of a contribution that the viewer may see; those of a round are changed only
 * in the round.
 */
export async function findTagging(tx: Tx, viewer: Viewer, id: string) {
  const tagging = await tx.tagging.findFirst({
    where: { AND: [{ id, codingRoundId: null }, visibleTaggings(viewer)] },
    select: {
      ...TAGGING,
      coder: { select: { userId: true } },
      contribution: { select: { id: true, reviewId: true, roundtableId: true } },
    },
  });
  if (!tagging) throw notFound("theme on a contribution");
  const { coder, ...row } = tagging;
  return { ...row, mine: coder.userId === viewer.userId };
}

/** Closes the row if it is open; returns whether it was. */
export async function closeTagging(
  tx: Tx,
  viewer: Pick<Viewer, "userId">,
  { id, from }: { id: string; from: Date },
): Promise<boolean> {
  const { count } = await tx.tagging.updateMany({
    where: { id, until: null },
    data: { until: endAfter(from), endedById: viewer.userId },
  });
  return count === 1;
}
