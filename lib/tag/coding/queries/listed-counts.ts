import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { PREPARED } from "@/lib/platform/database/prepared";
import { Prisma } from "@/lib/platform/generated/client";
import { outsideBlindRoundsOf, ownBlindRoundsSql } from "./blind-sql";
import { matchingContributions, type CodingFilter } from "./coding-where";
import { listedSql } from "./listed-sql";

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
  const which = Prisma.sql`${matchingContributions(filter, viewer.userId)} AND ${outsideBlindRoundsOf(viewer.userId)}`;
  const rows = await db().$queryRaw<{ theme: string; contributions: number }[]>(
    isWholeReview(filter) ? countWithKept(filter.reviewId, viewer.userId, which) : count(which),
  );
  return Object.fromEntries(rows.map(({ theme, contributions }) => [theme, contributions]));
}

const isWholeReview = ({ speaker = [], ...filter }: CodingFilter) =>
  speaker.length === 0 && Object.entries(filter).every(([name, asked]) => name === "reviewId" || !asked);

const count = (which: Prisma.Sql) => Prisma.sql`
  SELECT theme_id AS theme, count(*)::int AS contributions FROM (${listedSql(which)}) AS listed GROUP BY theme_id`;

/**
 * The same for all of a review, added up from what is kept of each roundtable. Roundtables of which nothing is kept, or what
 * is kept is out of date, are counted, and so are those where this person may not see everything.
 */
function countWithKept(reviewId: string, userId: string, which: Prisma.Sql): Prisma.Sql {
  const counted = Prisma.sql`c.roundtable_id IN (SELECT id FROM counted) AND ${which}`;
  return Prisma.sql`${PREPARED}
    WITH counted AS MATERIALIZED (
      SELECT r.id FROM roundtable r
      WHERE r.review_id = ${reviewId}::uuid AND (
        r.id NOT IN (SELECT roundtable_id FROM kept_roundtable WHERE review_id = ${reviewId}::uuid)
        OR r.id IN (SELECT roundtable_id FROM kept_mark WHERE review_id = ${reviewId}::uuid)
        OR r.id IN (SELECT b.roundtable_id ${ownBlindRoundsSql(userId)} JOIN contribution b ON b.id = l.contribution_id)))
    SELECT theme, sum(contributions)::int AS contributions FROM (
      SELECT k.theme_id AS theme, k.contributions FROM kept_listed k
      WHERE k.roundtable_id IN (SELECT roundtable_id FROM kept_roundtable WHERE review_id = ${reviewId}::uuid)
        AND k.roundtable_id NOT IN (SELECT id FROM counted)
      UNION ALL
      ${count(counted)}) AS parts
    GROUP BY theme`;
}
