import { forbidden, requireCan, type Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { RemoveTaggingInput } from "../tagging-input";
import { closeTagging, findTagging } from "./remove-tagging";
import { announce, findOpenContribution, findOpenTheme, openTagging, refuseInOwnRound } from "./set-tagging";
import { settleSuggestions } from "./settle-suggestions";

/**
 * Undoes the removal of a theme: the tagging belongs to its coder again, under the meaning for which it was
 * set. Where the same was set again meanwhile, that tagging ends. Reopening twice has no further effect.
 */
export const reopenTagging = command(async (tx, viewer: Viewer, { id }: RemoveTaggingInput) => {
  const tagging = await findTagging(tx, viewer, id);
  requireCan(viewer, "tagging.set", tagging);
  if (tagging.until === null) return { id };
  if (tagging.endedById !== viewer.userId)
    throw forbidden(
      viewer,
      "tagging.set",
      tagging,
      "A colleague removed this theme. Only they can undo that.",
    );
  const contribution = await findOpenContribution(tx, viewer, tagging.contributionId);
  await refuseInOwnRound(tx, viewer, contribution);
  await findOpenTheme(tx, viewer, tagging.reviewId, tagging.themeId);
  const { reviewId, contributionId, themeId, coderId, stance, spanStart, spanEnd, themeRevision, explicit } =
    tagging;
  const said = { contributionId, themeId, coderId, stance, spanStart, spanEnd };
  const twin = await tx.tagging.findFirst({
    where: { ...said, codingRoundId: null, until: null, themeRevision: { not: themeRevision } },
    select: { id: true, from: true },
  });
  if (twin) await closeTagging(tx, viewer, twin);
  const opened = await openTagging(tx, { ...said, reviewId, themeRevision, explicit });
  if (opened.created) {
    await audit(tx, {
      reviewId,
      actorId: viewer.userId,
      action: "tagging.reopen",
      subjectType: "tagging",
      subjectId: opened.id,
      detail: { contributionId, themeId, closed: id },
    });
    await settleSuggestions(tx, {
      contributionIds: [contributionId],
      themeId,
      taggingId: opened.id,
      byId: viewer.userId,
      seen: null,
    });
    await announce(tx, contribution, opened.id);
  }
  return opened;
});
