import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { OUTSIDE_BLIND_ROUND, outsideBlindRoundsOf } from "./blind-sql";
import { matchingContributions, type CodingFilter } from "./coding-where";

/**
 * Theme to the number of matching contributions with it: set by a person, on all or some of the words, and
 * not hidden from the viewer by a blind round. Themes without any are left out.
 */
export async function countListedByTheme(
  viewer: Viewer,
  filter: CodingFilter,
): Promise<Record<string, number>> {
  if (roleIn(viewer, filter.reviewId) === null) throw notFound("review");
  requireCan(viewer, "review.work", { reviewId: filter.reviewId });
  const rows = await db().$queryRaw<{ theme: string; contributions: number }[]>`
    SELECT theme, count(*)::int AS contributions FROM (
      SELECT DISTINCT t.theme_id AS theme, t.contribution_id FROM tagging t
      WHERE t.review_id = ${filter.reviewId}::uuid AND t.until_at IS NULL AND ${OUTSIDE_BLIND_ROUND}
        AND t.coder_id IN (SELECT id FROM coder WHERE user_id IS NOT NULL)
        AND t.contribution_id IN (
          SELECT c.id FROM contribution c
          WHERE ${matchingContributions(filter, viewer.userId)} AND ${outsideBlindRoundsOf(viewer.userId)})) AS listed
    GROUP BY theme`;
  return Object.fromEntries(rows.map(({ theme, contributions }) => [theme, contributions]));
}
