import type { Viewer } from "@/lib/access/policy";
import { Prisma } from "@/lib/platform/generated/client";
import { matchingContributions, type CodingFilter } from "./coding-where";
import { TOTAL, type Matching } from "./kept-matches";

/** Those that change with what no roundtable is marked for (whose theme is out of date, who wants to talk) are quick to find. */
const KEPT_LEFT = ["untagged", "disagreed", "mine"] as const;

/**
 * Whether how much matches can be kept by roundtable. Words that somebody typed are not kept, and one roundtable alone is quick
 * to count.
 */
export function canBeKept({ left, words, ids, roundtableId, questionId, nothing }: CodingFilter): boolean {
  if (words || ids || roundtableId || questionId || nothing) return false;
  return left === undefined || KEPT_LEFT.some((kept) => kept === left);
}

/** What is asked for: of whom it is where that matters, and which themes are in use, which marks no roundtable. */
export function whatOf({ userId }: Viewer, counted: string, filter: CodingFilter): Prisma.Sql {
  const { themeId, stance, settledThemeId, left, speaker = [] } = filter;
  const speakers = speaker.map(({ attribute, value }) => [attribute, value]).sort();
  const asked = [counted, themeId, stance, settledThemeId, left, left === "mine" ? userId : null, speakers];
  const inUse =
    left === "untagged" || left === "disagreed"
      ? Prisma.sql`(SELECT md5(coalesce(string_agg(id::text, ',' ORDER BY id), '')) FROM theme
          WHERE review_id = ${filter.reviewId}::uuid AND retired_at IS NULL)`
      : Prisma.sql`''`;
  return Prisma.sql`${JSON.stringify(asked)}::text || ${inUse}`;
}

/** How many contributions match at each roundtable. */
export const codingMatches = (viewer: Viewer, filter: CodingFilter): Matching => ({
  reviewId: filter.reviewId,
  what: whatOf(viewer, "contributions", filter),
  count: (among) => Prisma.sql`
    SELECT c.roundtable_id, ${TOTAL}::text AS key, count(*)::int AS count
    FROM contribution c WHERE ${matchingContributions({ ...filter, among }, viewer.userId)} GROUP BY c.roundtable_id`,
});
