import { requireCan, type Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { findMine, type Said } from "./own-tagging";
import { closeTagging, findTagging } from "./remove-tagging";
import { announce, findOpenContribution, keepTheme, openTagging, refuseInOwnRound } from "./set-tagging";

type PutStance = Said & { explicit: boolean };

/**
 * Says of one's own tagging whether the speaker put its stance themselves, or the coder inferred it: the row is closed
 * and one that says otherwise opened. Saying it twice has no further effect, nor has saying it of what was removed.
 */
export const putStance = command(async (tx, viewer: Viewer, { explicit, ...said }: PutStance) => {
  const contribution = await findOpenContribution(tx, viewer, said.contributionId);
  requireCan(viewer, "tagging.set", contribution);
  await refuseInOwnRound(tx, viewer, contribution);
  await keepTheme(tx, said.themeId);
  const id = await findMine(tx, viewer, said);
  if (id === null) return { id };
  const tagging = await findTagging(tx, viewer, id);
  if (tagging.explicit === explicit || !(await closeTagging(tx, viewer, tagging))) return { id };
  const { reviewId, contributionId, themeId, coderId, stance, spanStart, spanEnd, themeRevision } = tagging;
  const of = { reviewId, contributionId, themeId, coderId, stance, spanStart, spanEnd };
  const opened = await openTagging(tx, { ...of, themeRevision, explicit });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "tagging.change-stance",
    subjectType: "tagging",
    subjectId: opened.id,
    detail: { contributionId, themeId, closed: id, stance, explicit },
  });
  await announce(tx, contribution, opened.id);
  return { id: opened.id };
});
