import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { MAX_SHARED, type SharedThemes, type UnreadTheme } from "../codebook-health";
import { findReviewToRelease } from "./planned-release";

/** What only the contributions themselves say about the codebook. */
export type CodebookCounts = {
  /** Pairs of themes that mostly stand on the same contributions. */
  shared: SharedThemes[];
  /** Themes that are younger than the coding of some contributions. */
  unread: UnreadTheme[];
};

/** Counts over the contributions of these roundtables, in one statement for each question. */
export async function countCodebookHealth(
  viewer: Viewer,
  reviewId: string,
  roundtables: readonly string[],
): Promise<CodebookCounts> {
  await findReviewToRelease(db(), viewer, reviewId);
  const themes = Prisma.sql`
    SELECT id, created_at FROM theme
    WHERE review_id = ${reviewId}::uuid AND axis = 'theme' AND retired_at IS NULL`;
  const coded = Prisma.sql`
    SELECT DISTINCT t.theme_id, t.contribution_id
    FROM counted_contribution c JOIN settled_tagging t ON t.contribution_id = c.contribution_id
    WHERE c.roundtable_id = ANY(${[...roundtables]}::uuid[]) AND t.theme_id IN (SELECT id FROM theme_in_use)`;
  const shared = await db().$queryRaw<SharedThemes[]>`
    WITH theme_in_use AS (${themes}), coded AS (${coded}),
      sizes AS (SELECT theme_id, count(*)::int AS contributions FROM coded GROUP BY theme_id)
    SELECT a.theme_id AS "oneId", b.theme_id AS "otherId", count(*)::int AS together,
      least(min(x.contributions), min(y.contributions))::int AS smaller
    FROM coded a
    JOIN coded b ON b.contribution_id = a.contribution_id AND b.theme_id > a.theme_id
    JOIN sizes x ON x.theme_id = a.theme_id
    JOIN sizes y ON y.theme_id = b.theme_id
    GROUP BY a.theme_id, b.theme_id
    HAVING count(*) > ${MAX_SHARED}::float * least(min(x.contributions), min(y.contributions))
    ORDER BY together DESC, 1, 2`;
  const unread = await db().$queryRaw<UnreadTheme[]>`
    WITH theme_in_use AS (${themes}), coded AS (${coded}),
      read AS (
        SELECT g.contribution_id, max(g.from_at) AS last FROM tagging g
        WHERE g.contribution_id IN (SELECT contribution_id FROM coded) AND g.until_at IS NULL
        GROUP BY g.contribution_id)
    SELECT h.id AS "themeId", count(*)::int AS contributions
    FROM theme_in_use h JOIN read r ON r.last < h.created_at
    WHERE NOT EXISTS (
      SELECT FROM coded c WHERE c.contribution_id = r.contribution_id AND c.theme_id = h.id)
    GROUP BY h.id ORDER BY 2 DESC, 1`;
  return { shared, unread };
}
