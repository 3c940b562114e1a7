import type { Viewer } from "@/lib/access/policy";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import type { TaggingChange } from "../tagging-input";
import { changeStance } from "./change-stance";
import { flagContribution } from "./flag-contribution";
import { findMine, type Said } from "./own-tagging";
import { markNpq } from "./mark-npq";
import { putStance } from "./put-stance";
import { closeTagging, findTagging, removeTagging } from "./remove-tagging";
import { reopenTagging } from "./reopen-tagging";
import { setAtOnce } from "./set-at-once";
import { rejectSuggestion } from "./reject-suggestion";
import { findOpenTheme, setTagging } from "./set-tagging";

/**
 * One change as the tagging page sends it. Removing what was removed already has no effect. A theme is mostly set, and that
 * takes one statement.
 */
export async function changeTaggings(viewer: Viewer, change: TaggingChange) {
  if (change.change === "set" && (await setAtOnce(change, viewer)))
    return { contributionId: change.contributionId };
  return changeInTransaction(viewer, change);
}

const changeInTransaction = command(async (tx, viewer: Viewer, change: TaggingChange) => {
  const { contributionId } = change;
  switch (change.change) {
    case "set":
      await setTagging.within(tx, viewer, change);
      break;
    case "remove-other":
      await removeTagging.within(tx, viewer, { id: change.id });
      break;
    case "remove": {
      const id = await findMine(tx, viewer, change);
      if (id !== null) await removeTagging.within(tx, viewer, { id });
      break;
    }
    case "reopen":
      await reopenTagging.within(tx, viewer, { id: change.id });
      break;
    case "keep":
      await keepTagging(tx, viewer, change);
      break;
    case "recode":
      await recode(tx, viewer, change);
      break;
    case "flag":
    case "unflag":
      await flagContribution.within(tx, viewer, { contributionId, flagged: change.change === "flag" });
      break;
    case "explicit":
    case "inferred":
      await putStance.within(tx, viewer, { ...change, explicit: change.change === "explicit" });
      break;
    case "about":
    case "not-about":
      await markNpq.within(tx, viewer, {
        contributionId,
        npq: change.npq,
        about: change.change === "about",
      });
      break;
    case "reject":
    case "reconsider":
      await rejectSuggestion.within(tx, viewer, { ...change, rejected: change.change === "reject" });
      break;
    case "stance": {
      const id = await findMine(tx, viewer, change);
      if (id === null) await setTagging.within(tx, viewer, { ...change, stance: change.to });
      else await changeStance.within(tx, viewer, { id, stance: change.to });
      break;
    }
  }
  return { contributionId };
});

/**
 * Confirms a stale tagging under the theme's present meaning: the viewer's own tagging is made again, or
 * made.
 */
async function keepTagging(tx: Tx, viewer: Viewer, change: Said): Promise<void> {
  const id = await findMine(tx, viewer, change);
  if (id !== null) {
    const tagging = await findTagging(tx, viewer, id);
    const theme = await findOpenTheme(tx, viewer, tagging.reviewId, change.themeId);
    if (tagging.themeRevision === theme.revision) return;
    await closeTagging(tx, viewer, tagging);
  }
  await setTagging.within(tx, viewer, change);
}

/**
 * The viewer's own tagging ends, and the same words get the other theme: newly set, or reopened as they were
 * before.
 */
async function recode(
  tx: Tx,
  viewer: Viewer,
  change: Extract<TaggingChange, { change: "recode" }>,
): Promise<void> {
  const { toThemeId: themeId, to: stance, reopens } = change;
  if (themeId === change.themeId && stance === change.stance) return;
  const id = await findMine(tx, viewer, change);
  if (id !== null) await removeTagging.within(tx, viewer, { id });
  if (reopens === undefined) await setTagging.within(tx, viewer, { ...change, themeId, stance });
  else await reopenTagging.within(tx, viewer, { id: reopens });
}
