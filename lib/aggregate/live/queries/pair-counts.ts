import type { Viewer } from "@/lib/access/policy";
import type { PairCounts } from "../co-occurrence";
import { Prisma } from "@/lib/platform/generated/client";
import { EVERYTHING, isSameFilter, type LiveFilter } from "../live-filter";
import { keptNarrowed } from "./kept-narrowed";
import { keptPairs, Pairs } from "./kept-pairs";
import { coverFilter } from "./live-figures";
import { narrowedTables, type Narrowed } from "./narrowed-sql";

/** For each two themes how many people raised both, and how many contributions are under both: one statement. */
export async function countPairs(
  viewer: Viewer,
  reviewId: string,
  filter: LiveFilter,
): Promise<PairCounts[]> {
  const { narrowed } = await coverFilter(viewer, reviewId, filter);
  if (isSameFilter(filter, EVERYTHING)) return keptPairs(reviewId, pairsSql(narrowed));
  return keptNarrowed(
    { reviewId, narrowed },
    {
      what: "pairs",
      answer: Pairs,
      count: (client) => client.$queryRaw<PairCounts[]>(pairsSql(narrowed)),
    },
  );
}

/**
 * Those with the same themes are counted first, and only then taken apart into pairs: there are far fewer sets of themes
 * than people.
 */
const pairsSql = (narrowed: Narrowed) => Prisma.sql`
    WITH ${narrowedTables(narrowed)}, raised AS (
      SELECT DISTINCT person_id, theme_id FROM said
    ), person AS (
      SELECT array_agg(theme_id ORDER BY theme_id) AS themes FROM raised GROUP BY person_id HAVING count(*) > 1
    ), contribution AS (
      SELECT array_agg(theme_id ORDER BY theme_id) AS themes FROM said GROUP BY contribution_id HAVING count(*) > 1
    ), set AS (
      SELECT themes, count(*) AS people, 0 AS contributions FROM person GROUP BY themes
      UNION ALL
      SELECT themes, 0, count(*) FROM contribution GROUP BY themes
    )
    SELECT a.theme AS first, b.theme AS second, sum(s.people)::int AS people, sum(s.contributions)::int AS contributions
    FROM set s, unnest(s.themes) AS a (theme), unnest(s.themes) AS b (theme)
    WHERE a.theme < b.theme GROUP BY 1, 2`;
