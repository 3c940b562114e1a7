import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { matchingContributions, taggingsSeen, type CodingFilter } from "./coding-where";

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
    SELECT t.theme_id AS theme, count(DISTINCT c.id)::int AS contributions
    FROM contribution c
    JOIN tagging t ON t.contribution_id = c.id AND t.until_at IS NULL
    JOIN coder k ON k.id = t.coder_id AND k.user_id IS NOT NULL
    WHERE ${matchingContributions(filter, viewer.userId)} AND ${taggingsSeen(viewer.userId)}
    GROUP BY t.theme_id`;
  return Object.fromEntries(rows.map(({ theme, contributions }) => [theme, contributions]));
}
