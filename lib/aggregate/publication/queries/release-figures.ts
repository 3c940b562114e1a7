import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import type { ThemeTable } from "@/lib/aggregate/figures/figures";
import { counts } from "@/lib/aggregate/figures/queries/counts";
import { db, type Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { suppressed } from "../suppression";

/**
 * What a release made now would contain, suppressed as a whole: the review's table and one for each closed
 * roundtable. Roundtables that are not closed are in neither, so that nothing half-coded is released and the
 * tables add up. Empty when no roundtable is closed.
 */
export async function figuresToRelease(
  client: Tx,
  reviewId: string,
  threshold: number,
): Promise<ThemeTable[]> {
  const closed = await client.roundtable.findMany({
    where: { reviewId, state: "closed" },
    orderBy: [{ heldOn: "asc" }, { id: "asc" }],
    select: { id: true, slug: true, title: true },
  });
  if (closed.length === 0) return [];
  return suppressed(await counts(client, reviewId, closed), threshold);
}

/** The same, for the lead to preview before releasing. */
export async function previewRelease(viewer: Viewer, reviewId: string): Promise<ThemeTable[]> {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "figures.release", { reviewId });
  const review = await db().review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { smallNumber: true },
  });
  if (!review) throw notFound("review");
  return figuresToRelease(db(), reviewId, review.smallNumber);
}
