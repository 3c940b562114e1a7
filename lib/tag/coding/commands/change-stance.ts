import { forbidden, requireCan, type Viewer } from "@/lib/access/policy";
import { command } from "@/lib/platform/command";
import { Refusal } from "@/lib/platform/errors";
import type { ChangeStanceInput } from "../tagging-input";
import { openWithStance } from "./open-with-stance";
import { closeTagging, findTagging } from "./remove-tagging";
import { findOpenContribution, keepTheme, refuseInOwnRound } from "./set-tagging";

/**
 * Gives one's own tagging another stance: the row is closed and one with the other stance opened. Sent twice,
 * it finds the opened one; where that stance was set already, one tagging remains.
 */
export const changeStance = command(async (tx, viewer: Viewer, { id, stance }: ChangeStanceInput) => {
  const tagging = await findTagging(tx, viewer, id);
  requireCan(viewer, "tagging.set", tagging);
  if (!tagging.mine)
    throw forbidden(
      viewer,
      "tagging.set",
      tagging,
      "A colleague set this theme. Set it yourself with the stance you see.",
    );
  const contribution = await findOpenContribution(tx, viewer, tagging.contributionId);
  await refuseInOwnRound(tx, viewer, contribution);
  if (tagging.until === null && tagging.stance === stance) return { id, created: false };

  const { reviewId, contributionId, themeId, coderId, spanStart, spanEnd, themeRevision, explicit } = tagging;
  const of = { reviewId, contributionId, themeId, coderId, spanStart, spanEnd };
  const other = { ...of, themeRevision, stance, explicit };
  await keepTheme(tx, themeId);
  if (!(await closeTagging(tx, viewer, tagging))) {
    const open = await tx.tagging.findFirst({
      where: {
        contributionId,
        themeId,
        coderId,
        spanStart,
        spanEnd,
        stance,
        codingRoundId: null,
        until: null,
      },
      select: { id: true },
    });
    if (open) return { id: open.id, created: false };
    throw new Refusal("stale", "Somebody has just removed this theme from the contribution. Set it again.");
  }
  const { roundtableId } = contribution;
  return openWithStance(tx, other, { closedId: id, roundtableId, byId: viewer.userId });
});
