import { audit } from "@/lib/platform/audit/audit";
import type { Tx } from "@/lib/platform/db";
import { announce, openTagging, type Opening } from "./set-tagging";

type Change = { closedId: string; roundtableId: string; byId: string };

/** Opens a tagging in place of one that was closed for its stance, and announces it. */
export async function openWithStance(tx: Tx, opening: Opening, { closedId, roundtableId, byId }: Change) {
  const { reviewId, contributionId, themeId, stance } = opening;
  const opened = await openTagging(tx, opening);
  await audit(tx, {
    reviewId,
    actorId: byId,
    action: "tagging.change-stance",
    subjectType: "tagging",
    subjectId: opened.id,
    detail: { contributionId, themeId, closed: closedId, stance },
  });
  await announce(tx, { id: contributionId, reviewId, roundtableId }, opened.id);
  return opened;
}
