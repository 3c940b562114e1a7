import type { Viewer } from "@/lib/access/policy";
import type { Tx } from "@/lib/platform/db";
import { CHANGE_DETAIL } from "@/lib/tag/codebook/codebook-change";
import { restorePlaces, riseFromParent } from "@/lib/tag/codebook/commands/arrange-themes";
import { findTheme } from "@/lib/tag/codebook/commands/change-theme";
import { endDecisions } from "@/lib/tag/rounds/commands/merge-decisions";
import { themesParted } from "../theme-events";
import { endOpened, reopenEnded } from "./merge-taggings";
import { holdThemes, requireNoRound } from "./merge-themes";
import { partSignalWords } from "./merge-signal-words";
import { returnExamples } from "./move-examples";

type Merge = { id: string; reviewId: string; themeId: string; detail: unknown };

/**
 * Restores everything as before the merge, except for what people changed since: what they removed from the
 * other theme is not set again, and what they set there stays there.
 */
export async function undoMerge(
  tx: Tx,
  viewer: Viewer,
  { id, reviewId, themeId, detail }: Merge,
): Promise<void> {
  const { otherId, places, examples, followed, wordsRevision } = CHANGE_DETAIL.merge.parse(detail);
  await holdThemes(tx, [themeId, otherId]);
  await requireNoRound(tx, [themeId, otherId]);
  const at = new Date();
  const byId = viewer.userId;
  await reopenEnded(tx, { changeId: id, ended: themeId, standing: otherId, at });
  await endOpened(tx, { changeId: id, themeId: otherId, byId, at });
  await restoreDecisions(tx, { id, reviewId, themeId }, at);
  await tx.theme.update({ where: { id: themeId }, data: { retiredAt: null }, select: { id: true } });
  await restorePlaces(tx, viewer, places);
  await riseFromParent(tx, viewer, await findTheme(tx, viewer, themeId));
  await returnExamples(tx, byId, examples);
  if (wordsRevision !== null) await partSignalWords(tx, viewer, { themeId, otherId, wordsRevision });
  await themesParted.run(tx, { reviewId, fromId: themeId, intoId: otherId, byId, moved: followed });
}

/**
 * Decisions on the merged theme are always restored, because without them its taggings would count; those on
 * the other theme where nobody has decided again since.
 */
async function restoreDecisions(
  tx: Tx,
  { id, reviewId, themeId }: { id: string; reviewId: string; themeId: string },
  at: Date,
): Promise<void> {
  const opened = await tx.adjudication.findMany({
    where: { openedInId: id, until: null },
    select: { id: true, contributionId: true },
  });
  await endDecisions(
    tx,
    opened.map((row) => row.id),
    null,
    at,
  );
  const ended = await tx.adjudication.findMany({
    where: { endedInId: id },
    select: {
      contributionId: true,
      codingRoundId: true,
      themeId: true,
      stances: true,
      reason: true,
      agreed: true,
      byId: true,
    },
  });
  const standing = new Set(opened.map(({ contributionId }) => contributionId));
  await tx.adjudication.createMany({
    data: ended
      .filter((row) => row.themeId === themeId || standing.has(row.contributionId))
      .map((row) => ({ ...row, reviewId, from: at })),
    skipDuplicates: true,
  });
}
