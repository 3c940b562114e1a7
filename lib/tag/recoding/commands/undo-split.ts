import type { Viewer } from "@/lib/access/policy";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { CHANGE_DETAIL } from "@/lib/tag/codebook/codebook-change";
import { findTheme, reviseTheme, type FoundTheme } from "@/lib/tag/codebook/commands/change-theme";
import { themesMerged } from "../theme-events";
import { mergeTaggings } from "./merge-taggings";
import { holdThemes, moveChildren, requireNoRound } from "./merge-themes";
import { moveExamples, returnExamples } from "./move-examples";

type Split = { id: string; reviewId: string; themeId: string; detail: unknown };

/**
 * The second theme's contributions return to the first, including those that people set since, and the first
 * gets its earlier text back. The second is retired.
 */
export async function undoSplit(
  tx: Tx,
  viewer: Viewer,
  { id, reviewId, themeId, detail }: Split,
): Promise<void> {
  const { otherId, examples, revision, meaningSince } = CHANGE_DETAIL.split.parse(detail);
  await holdThemes(tx, [themeId, otherId]);
  await requireNoRound(tx, [themeId, otherId]);
  const split = await findTheme(tx, viewer, themeId);
  if (split.retiredAt) throw invalid("The theme that was split is retired. Restore it first.");
  await restoreText(tx, viewer, split, { revision, meaningSince });
  const other = await findTheme(tx, viewer, otherId);
  const theme = await findTheme(tx, viewer, themeId);
  const at = new Date();
  const byId = viewer.userId;
  const merged = { reviewId, fromId: otherId, intoId: themeId, byId };
  await mergeTaggings(tx, { reviewId, from: other, into: theme, changeId: null, byId, at }, { id });
  await returnExamples(tx, byId, examples);
  await moveExamples(tx, merged);
  await moveChildren(tx, viewer, other, themeId);
  await themesMerged.run(tx, merged);
  await tx.theme.update({
    where: { id: otherId },
    data: { retiredAt: other.retiredAt ?? at },
    select: { id: true },
  });
}

/**
 * Restores the theme's earlier text as a new revision; the text in between is kept. Where nobody changed its
 * meaning in between, taggings that were fresh before the split are fresh again.
 */
async function restoreText(
  tx: Tx,
  viewer: Viewer,
  theme: FoundTheme,
  before: { revision: number; meaningSince: number },
): Promise<void> {
  const said = await tx.themeRevision.findUniqueOrThrow({
    where: { themeId_revision: { themeId: theme.id, revision: before.revision } },
    select: { definition: true, includes: true, excludes: true, signalWords: true },
  });
  const untouched = theme.meaningSince === before.revision + 1;
  await reviseTheme(tx, viewer, theme, said, untouched ? before.meaningSince : theme.revision + 1);
}
