import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import type { PairCounts } from "../co-occurrence";
import type { LiveFilter } from "../live-filter";
import { coverFilter } from "./live-figures";
import { narrowedTables } from "./narrowed-sql";

/** For each two themes how many people raised both, and how many contributions are under both: one statement. */
export async function countPairs(
  viewer: Viewer,
  reviewId: string,
  filter: LiveFilter,
): Promise<PairCounts[]> {
  const { narrowed } = await coverFilter(viewer, reviewId, filter);
  return db().$queryRaw<PairCounts[]>`
    WITH ${narrowedTables(narrowed)}, raised AS (
      SELECT DISTINCT theme_id, person_id FROM said
    ), people AS (
      SELECT a.theme_id AS first, b.theme_id AS second, count(*)::int AS people
      FROM raised a JOIN raised b ON b.person_id = a.person_id AND b.theme_id > a.theme_id GROUP BY 1, 2
    ), contributions AS (
      SELECT a.theme_id AS first, b.theme_id AS second, count(*)::int AS contributions
      FROM said a JOIN said b ON b.contribution_id = a.contribution_id AND b.theme_id > a.theme_id GROUP BY 1, 2
    )
    SELECT p.first, p.second, p.people, coalesce(c.contributions, 0) AS contributions
    FROM people p LEFT JOIN contributions c ON c.first = p.first AND c.second = p.second`;
}
