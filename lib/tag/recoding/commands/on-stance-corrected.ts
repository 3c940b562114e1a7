import type { StanceCorrected } from "@/lib/capture/contribution/contribution-events";
import type { Tx } from "@/lib/platform/db";
import { keepThemes, TAGGING, type TaggingRow } from "@/lib/tag/coding/commands/contribution-taggings";
import { openWithStance } from "@/lib/tag/coding/commands/open-with-stance";
import { closeTagging } from "@/lib/tag/coding/commands/remove-tagging";

/**
 * A tagging that the contribution's author set on the whole contribution took the contribution's own stance,
 * so it is corrected with it. A tagging with another stance, on some of the words or in a coding round was
 * decided independently of it, and stays; so does a colleague's.
 */
export async function onStanceCorrected(tx: Tx, corrected: StanceCorrected): Promise<void> {
  const { reviewId, contributionId, authorId } = corrected;
  const before = corrected.before ?? "observation";
  const after = corrected.after ?? "observation";
  if (before === after) return;
  await keepThemes(tx, reviewId);
  const taggings = await tx.tagging.findMany({
    where: {
      contributionId,
      coder: { userId: authorId },
      stance: before,
      spanStart: null,
      codingRoundId: null,
      until: null,
    },
    orderBy: { id: "asc" },
    select: TAGGING,
  });
  for (const tagging of taggings) await correct(tx, corrected, tagging, after);
}

/** The row is closed and one with the other stance opened; where that exists already, only it remains. */
async function correct(
  tx: Tx,
  { reviewId, roundtableId, contributionId, byId }: StanceCorrected,
  { id, from, themeId, coderId, themeRevision }: TaggingRow,
  stance: TaggingRow["stance"],
): Promise<void> {
  await closeTagging(tx, { userId: byId }, { id, from });
  const opening = { reviewId, contributionId, themeId, coderId, themeRevision, stance };
  await openWithStance(tx, opening, { closedId: id, roundtableId, byId });
}
