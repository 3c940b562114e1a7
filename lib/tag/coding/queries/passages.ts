import type { Viewer } from "@/lib/access/policy";
import type { Stance } from "@/lib/capture/contribution/stance";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { outsideBlindRoundsOf } from "./blind-sql";
import { matchingContributions, requireCoding } from "./coding-where";
import { countByTheme } from "./listed-counts";
import { LISTED_SQL } from "./listed-sql";

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
export async function countPassages(
  viewer: Viewer,
  { stance, themeId, ...where }: PassageFilter,
): Promise<number> {
  if (!stance) return (await countByTheme(viewer, where, "passages")).get(themeId) ?? 0;
  requireCoding(viewer, where.reviewId);
  const [counted] = await db().$queryRaw<{ passages: number }[]>`
    SELECT count(*)::int AS passages FROM (${LISTED_SQL.passages(Prisma.sql`
      t.theme_id = ${themeId}::uuid AND t.stance::text = ${stance}
      AND ${matchingContributions(where, viewer.userId)} AND ${outsideBlindRoundsOf(viewer.userId)}`)}) AS passage`;
  return counted?.passages ?? 0;
}
