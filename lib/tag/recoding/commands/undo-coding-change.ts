import type { Viewer } from "@/lib/access/policy";
import { visibleThemes } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound, Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import {
  asShape,
  blockedBy,
  CHANGE_DETAIL,
  standsAfter,
  type UndoChangeInput,
} from "@/lib/tag/codebook/codebook-change";
import { parentChoices } from "@/lib/tag/codebook/theme-place";
import { openCodebook } from "@/lib/tag/codebook/commands/add-theme";
import { placedThemes, restorePlaces } from "@/lib/tag/codebook/commands/arrange-themes";
import { findTheme } from "@/lib/tag/codebook/commands/change-theme";
import { setRetired } from "./retire-theme";
import { undoMerge } from "./undo-merge";
import { undoSplit } from "./undo-split";

const MOVED_SINCE = "Themes have since been moved, so this cannot be undone. Move this one yourself.";

/** Undoes a change of the codebook's structure. Doing it twice has no further effect. */
export const undoCodingChange = command(async (tx, viewer: Viewer, { id }: UndoChangeInput) => {
  const { reviewId } = await findChange(tx, viewer, id);
  await openCodebook(tx, viewer, reviewId);
  const change = await findChange(tx, viewer, id);
  const theme = await findTheme(tx, viewer, change.themeId);
  if (change.undoneAt) return { id, slug: theme.slug };
  if (blockedBy(change, await listChanges(tx, reviewId)))
    throw new Refusal("stale", "Another change was made after this one. Undo that change first.");
  await tx.codingChange.update({
    where: { id },
    data: { undoneAt: new Date(), undoneById: viewer.userId },
    select: { id: true },
  });

  switch (change.kind) {
    case "move":
      await undoMove(tx, viewer, change);
      break;
    case "merge":
      await undoMerge(tx, viewer, change);
      break;
    case "split":
      await undoSplit(tx, viewer, change);
      break;
    case "retire":
      await setRetired(tx, viewer, theme, false, false);
      break;
    case "restore":
      await setRetired(tx, viewer, theme, true, false);
      await restorePlaces(tx, viewer, CHANGE_DETAIL.restore.parse(change.detail).places);
      break;
  }
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "coding-change.undo",
    subjectType: "theme",
    subjectId: theme.id,
    detail: { changeId: id, kind: change.kind },
  });
  await publish(tx, { kind: "codebook", reviewId, ids: [theme.id] });
  return { id, slug: theme.slug };
});

async function undoMove(tx: Tx, viewer: Viewer, change: Change): Promise<void> {
  const { places } = CHANGE_DETAIL.move.parse(change.detail);
  const placed = await placedThemes(tx, await findTheme(tx, viewer, change.themeId));
  const find = (id: string) => placed.find((one) => one.id === id);
  if (!standsAfter(places, find)) throw new Refusal("stale", MOVED_SINCE);
  const theme = find(change.themeId);
  const back = places.find(({ themeId }) => themeId === change.themeId)?.before.parentId ?? null;
  if (back !== null && theme && !parentChoices(theme, placed).some(({ id }) => id === back))
    throw invalid(MOVED_SINCE);
  await restorePlaces(tx, viewer, places);
}

const CHANGE = {
  id: true,
  reviewId: true,
  kind: true,
  themeId: true,
  detail: true,
  at: true,
  undoneAt: true,
} as const;

async function findChange(tx: Tx, viewer: Viewer, id: string) {
  const row = await tx.codingChange.findFirst({
    where: { id, theme: visibleThemes(viewer) },
    select: CHANGE,
  });
  const change = row && asShape(row);
  if (!change) throw notFound("change");
  return change;
}
type Change = Awaited<ReturnType<typeof findChange>>;

async function listChanges(tx: Tx, reviewId: string) {
  const rows = await tx.codingChange.findMany({
    where: { reviewId, undoneAt: null },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: CHANGE,
  });
  return rows.flatMap((row) => asShape(row) ?? []);
}
