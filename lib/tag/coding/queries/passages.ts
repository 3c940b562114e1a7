import type { Viewer } from "@/lib/access/policy";
import type { Stance } from "@/lib/capture/contribution/stance";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { outsideBlindRoundsOf } from "./blind-sql";
import { canBeKept, whatOf } from "./coding-matches";
import { matchingContributions, requireCoding } from "./coding-where";
import { matchesByRoundtable, TOTAL, totalOf } from "./kept-matches";
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
  const found = (among?: readonly string[]) =>
    LISTED_SQL.passages(Prisma.sql`
      t.theme_id = ${themeId}::uuid AND t.stance::text = ${stance}
      AND ${matchingContributions({ ...where, among }, viewer.userId)} AND ${outsideBlindRoundsOf(viewer.userId)}`);
  const matches = canBeKept(where)
    ? await matchesByRoundtable(viewer, {
        reviewId: where.reviewId,
        what: whatOf(viewer, "passages", { ...where, themeId, stance }),
        count: (among) => Prisma.sql`
          SELECT roundtable_id, ${TOTAL}::text AS key, count(*)::int AS count FROM (${found(among)}) AS passage GROUP BY roundtable_id`,
      })
    : null;
  if (matches) return totalOf(matches);
  const [counted] = await db().$queryRaw<{ passages: number }[]>`
    SELECT count(*)::int AS passages FROM (${found()}) AS passage`;
  return counted?.passages ?? 0;
}
