import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import type { Stance } from "@/lib/capture/contribution/stance";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { Prisma } from "@/lib/platform/generated/client";
import { matchingContributions, taggingsSeen } from "./coding-where";

export type PassageFilter = {
  reviewId: string;
  themeId: string;
  stance?: Stance | undefined;
  roundtableId?: string | undefined;
};

/**
 * How many passages the theme has: the same words of a contribution count once, whoever set them, without
 * those that a blind round hides from the viewer. listCodingContributions lists the contributions themselves.
 */
export async function countPassages(viewer: Viewer, filter: PassageFilter): Promise<number> {
  if (roleIn(viewer, filter.reviewId) === null) throw notFound("review");
  requireCan(viewer, "review.work", { reviewId: filter.reviewId });
  const { themeId, stance } = filter;
  const [counted] = await db().$queryRaw<{ passages: number }[]>`
    SELECT count(*)::int AS passages FROM (
      SELECT DISTINCT c.id, t.span_start, t.span_end
      FROM contribution c
      JOIN tagging t ON t.contribution_id = c.id AND t.until_at IS NULL AND t.theme_id = ${themeId}::uuid
        ${stance ? Prisma.sql`AND t.stance::text = ${stance}` : Prisma.empty}
      JOIN coder k ON k.id = t.coder_id AND k.user_id IS NOT NULL
      WHERE ${matchingContributions(filter, viewer.userId)} AND ${taggingsSeen(viewer.userId)}) AS passage`;
  return counted?.passages ?? 0;
}
