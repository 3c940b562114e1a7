import type { Viewer } from "@/lib/access/policy";
import { noteContributions } from "@/lib/access/reading";
import { visibleContributions } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { getDraft, type Draft } from "@/lib/report/check/queries/checked-draft";
import type { Report } from "@/lib/report/draft/queries/reports";

/**
 * The draft with what the checks compare it with, for its editor: they run there too, so that the cleared words behind every
 * claim are read with it, which is recorded.
 */
export async function getEditorDraft(viewer: Viewer, report: Report): Promise<Draft> {
  const draft = await getDraft(viewer, report);
  const cited = [...draft.claims.values()].flatMap(({ supports, contradicts }) => [
    ...supports,
    ...contradicts,
  ]);
  const ids = [...new Set(cited.map(({ id }) => id))];
  const rows = await db().contribution.findMany({
    where: { AND: [{ id: { in: ids } }, visibleContributions(viewer)] },
    select: { reviewId: true, roundtableId: true },
  });
  await noteContributions(viewer, rows);
  return draft;
}
