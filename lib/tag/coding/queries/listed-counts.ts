import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { PREPARED } from "@/lib/platform/database/prepared";
import { Prisma } from "@/lib/platform/generated/client";
import { outsideBlindRoundsOf } from "./blind-sql";
import { canBeKept, whatOf } from "./coding-matches";
import { matchingContributions, requireCoding, type CodingFilter } from "./coding-where";
import { countedOf, matchesByRoundtable, type Matches } from "./kept-matches";
import { LISTED_SQL, type Listed } from "./listed-sql";

/**
 * Theme to the number of matching contributions with it: set by a person, on all or some of the words, and
 * not hidden from the viewer by a blind round. Themes without any are left out.
 */
export async function countListedByTheme(
  viewer: Viewer,
  filter: CodingFilter,
): Promise<Record<string, number>> {
  return Object.fromEntries(await countByTheme(viewer, filter, "contributions"));
}

/** The same of another count. */
export async function countByTheme(
  viewer: Viewer,
  filter: CodingFilter,
  listed: Listed,
): Promise<Map<string, number>> {
  requireCoding(viewer, filter.reviewId);
  const whichOf = (among?: readonly string[]) =>
    Prisma.sql`${matchingContributions({ ...filter, among }, viewer.userId)} AND ${outsideBlindRoundsOf(viewer.userId)}`;
  if (!isWholeReview(filter) && canBeKept(filter)) {
    const matches = await matchesByRoundtable(viewer, {
      reviewId: filter.reviewId,
      what: whatOf(viewer, `themes ${listed}`, filter),
      count: (among) => Prisma.sql`
        SELECT roundtable_id, theme_id AS key, count(*)::int AS count
        FROM (${LISTED_SQL[listed](whichOf(among))}) AS listed GROUP BY roundtable_id, theme_id`,
    });
    if (matches) return addUp(matches);
  }
  const which = whichOf();
  const rows = await db().$queryRaw<{ theme: string; count: number }[]>(
    isWholeReview(filter)
      ? countWithKept(listed, { reviewId: filter.reviewId, userId: viewer.userId, which })
      : count(listed, which),
  );
  return new Map(rows.map(({ theme, count: number }) => [theme, number]));
}

function addUp(matches: readonly Matches[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { counts } of matches)
    for (const [key, number] of Object.entries(counts)) sums.set(key, (sums.get(key) ?? 0) + number);
  return sums;
}

/** Nothing is asked but the review. */
export const isWholeReview = ({ speaker = [], ...filter }: CodingFilter) =>
  speaker.length === 0 && Object.entries(filter).every(([name, asked]) => name === "reviewId" || !asked);

const count = (listed: Listed, which: Prisma.Sql) => Prisma.sql`
  SELECT theme_id AS theme, count(*)::int AS count FROM (${LISTED_SQL[listed](which)}) AS listed GROUP BY theme_id`;

/** The same for all of a review, added up from what is kept of each roundtable; those of `countedOf` are counted. */
function countWithKept(
  listed: Listed,
  { reviewId, userId, which }: { reviewId: string; userId: string; which: Prisma.Sql },
): Prisma.Sql {
  const counted = Prisma.sql`c.roundtable_id IN (SELECT id FROM counted) AND ${which}`;
  return Prisma.sql`${PREPARED}
    WITH counted AS MATERIALIZED (${countedOf({ reviewId, userId })})
    SELECT theme, sum(count)::int AS count FROM (
      SELECT k.theme_id AS theme, k.${Prisma.raw(listed)} AS count FROM kept_listed k
      WHERE k.roundtable_id IN (SELECT roundtable_id FROM kept_roundtable WHERE review_id = ${reviewId}::uuid)
        AND k.roundtable_id NOT IN (SELECT id FROM counted)
      UNION ALL
      ${count(listed, counted)}) AS parts
    GROUP BY theme HAVING sum(count) > 0`;
}
