import type { Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { ThemeIdInput } from "@/lib/tag/codebook/theme-input";
import { openCodebook } from "@/lib/tag/codebook/commands/add-theme";
import { placedThemes, riseFromParent } from "@/lib/tag/codebook/commands/arrange-themes";
import { findTheme, type FoundTheme } from "@/lib/tag/codebook/commands/change-theme";
import { requireNoRound } from "./merge-themes";

/** A retired theme can no longer be set, and no figure counts it; its contributions and findings stay. */
export const retireTheme = command(async (tx, viewer: Viewer, { id }: ThemeIdInput) => {
  const theme = await findTheme(tx, viewer, id);
  await openCodebook(tx, viewer, theme.reviewId);
  await setRetired(tx, viewer, theme, true);
  return { id, slug: theme.slug };
});

/** Restores a retired theme, with the contributions that are still under it. */
export const restoreTheme = command(async (tx, viewer: Viewer, { id }: ThemeIdInput) => {
  const theme = await findTheme(tx, viewer, id);
  await openCodebook(tx, viewer, theme.reviewId);
  await setRetired(tx, viewer, theme, false);
  return { id, slug: theme.slug };
});

/** Doing either twice has no further effect. `told` is false where the change that is undone records it. */
export async function setRetired(
  tx: Tx,
  viewer: Viewer,
  { id, reviewId, axis }: FoundTheme,
  retired: boolean,
  told = true,
): Promise<void> {
  const now = await tx.theme.findUniqueOrThrow({ where: { id }, select: { retiredAt: true } });
  if ((now.retiredAt !== null) === retired) return;
  if (retired) {
    const placed = await placedThemes(tx, { reviewId, axis });
    if (placed.some((other) => other.parentId === id && !other.retired))
      throw invalid("There are other themes under this one. Move, merge or retire them first.");
    await requireNoRound(tx, [id]);
  } else if (told) await refuseMerged(tx, id);
  await tx.theme.update({ where: { id }, data: { retiredAt: retired ? new Date() : null } });
  const places = retired ? [] : await riseFromParent(tx, viewer, { id, reviewId, axis });
  if (told)
    await tx.codingChange.create({
      data: {
        reviewId,
        kind: retired ? "retire" : "restore",
        themeId: id,
        detail: retired ? {} : { places },
        byId: viewer.userId,
      },
      select: { id: true },
    });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: retired ? "theme.retire" : "theme.restore",
    subjectType: "theme",
    subjectId: id,
  });
  await publish(tx, { kind: "codebook", reviewId, ids: [id] });
}

/** Its contributions moved to another theme: only undoing the merge restores it. */
async function refuseMerged(tx: Tx, themeId: string): Promise<void> {
  const merge = await tx.codingChange.findFirst({
    where: { themeId, kind: "merge", undoneAt: null },
    select: { id: true },
  });
  if (merge) throw invalid("This theme was merged with another one. Undo the merge to restore it.");
}
