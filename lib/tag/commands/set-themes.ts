import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { visibleTaggings } from "@/lib/access/scope";
import { removeTagging } from "./remove-tagging";
import { setTagging } from "./set-tagging";

/**
 * Sets themes on a line and takes others off, whichever of its words bear them, as the capture page sends them.
 * Each is tried; the first that is refused is told at the end.
 */
export async function setThemes(
  viewer: Viewer,
  contributionId: string,
  themeIds: readonly string[],
  removedIds: readonly string[] = [],
): Promise<void> {
  const refusals: Refusal[] = [];
  const attempt = async (act: () => Promise<unknown>) => {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.push(error);
    }
  };
  for (const themeId of themeIds) await attempt(() => setTagging(viewer, { contributionId, themeId }));
  for (const id of await listRemovable(viewer, contributionId, removedIds))
    await attempt(() => removeTagging(viewer, { id }));
  const [first] = refusals;
  if (first) throw first;
}

async function listRemovable(viewer: Viewer, contributionId: string, themeIds: readonly string[]) {
  if (themeIds.length === 0) return [];
  const open = { contributionId, themeId: { in: [...themeIds] }, codingRoundId: null, until: null };
  const rows = await db().tagging.findMany({
    where: { AND: [open, visibleTaggings(viewer)] },
    orderBy: { from: "asc" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
