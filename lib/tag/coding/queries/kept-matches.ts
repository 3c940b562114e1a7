import type { Viewer } from "@/lib/access/policy";
import { notKept } from "@/lib/capture/roundtable/queries/kept-sql";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { ownBlindRoundsSql } from "./blind-sql";

/** The roundtables of which nothing is kept, or what is kept is out of date, and those where this person may not see everything. */
export const countedOf = ({ reviewId, userId }: { reviewId: string; userId: string }) => Prisma.sql`
  ${notKept(reviewId)}
  UNION SELECT b.roundtable_id ${ownBlindRoundsSql(userId)} JOIN contribution b ON b.id = l.contribution_id
    WHERE b.review_id = ${reviewId}::uuid`;

/** What is counted of contributions by roundtable, of those of a review. */
export type Matching = {
  reviewId: string;
  /** What is asked for, as SQL: the same text always asks for the same. */
  what: Prisma.Sql;
  /** Rows of `roundtable_id`, `key` and `count` at these roundtables, or at all where none are given. */
  count: (roundtables?: readonly string[]) => Prisma.Sql;
};

/** A roundtable, and how many contributions match at it, by key. */
export type Matches = { id: string; counts: Readonly<Record<string, number>> };

/** With no more contributions than this, everything is counted each time: that is the quicker way. */
export const MANY = 2_000;
/** Of more roundtables than this, the whole review is read once, and not each of their contributions looked up. */
const FEW_ROUNDTABLES = 20;
/** So many questions are kept of a version of a roundtable; whatever else is asked for is counted each time. */
const MAX_KEPT = 500;

/**
 * How many contributions match at each roundtable of a large review, in the order of the roundtables; null for a review that is
 * not `many`. What was counted at a roundtable before is read again while that roundtable has not changed (decision 124). Never
 * kept are the roundtables that `countedOf` names: what is kept of them is out of date, or the viewer may not see
 * everything there.
 */
export async function matchesByRoundtable(
  { userId }: Viewer,
  matching: Matching,
  many: number = MANY,
): Promise<Matches[] | null> {
  const { reviewId, what } = matching;
  const scope = Prisma.sql`asked AS MATERIALIZED (SELECT ${what} AS what),
    counted AS MATERIALIZED (${countedOf({ reviewId, userId })})`;
  const [read] = await db().$queryRaw<{ standing: number; kept: [string, Matches["counts"] | null][] }[]>`
    WITH ${scope}
    SELECT coalesce(sum(k.standing), 0)::int AS standing,
      coalesce(jsonb_agg(jsonb_build_array(r.id, CASE WHEN u.id IS NULL THEN m.counts END) ORDER BY r.held_on, r.id), '[]') AS kept
    FROM roundtable r LEFT JOIN counted u ON u.id = r.id
    LEFT JOIN kept_roundtable k ON k.roundtable_id = r.id
    LEFT JOIN kept_match m ON m.roundtable_id = r.id AND m.what = (SELECT what FROM asked) AND m.version = k.version
    WHERE r.review_id = ${reviewId}::uuid`;
  if (!read || read.standing <= many) return null;
  const missing = read.kept.filter(([, counts]) => counts === null).map(([id]) => id);
  const found = await countAndKeep(matching, scope, missing);
  return read.kept.map(([id, counts]) => ({ id, counts: counts ?? found.get(id) ?? {} }));
}

/**
 * Counts and keeps in one statement, so that what is kept has the version of the roundtable that was counted: had it been
 * worked out again meanwhile, what is kept would never be read.
 */
async function countAndKeep(
  { count }: Matching,
  scope: Prisma.Sql,
  missing: readonly string[],
): Promise<Map<string, Matches["counts"]>> {
  if (missing.length === 0) return new Map();
  const rows = await db().$queryRaw<{ id: string; counts: Matches["counts"] }[]>`
    WITH ${scope},
    found AS MATERIALIZED (
      SELECT roundtable_id, jsonb_object_agg(key, count) AS counts
      FROM (${missing.length > FEW_ROUNDTABLES ? count() : count(missing)}) AS matching GROUP BY roundtable_id),
    kept AS (
      INSERT INTO kept_match (roundtable_id, what, version, counts)
      SELECT k.roundtable_id, (SELECT what FROM asked), k.version, coalesce(f.counts, '{}')
      FROM kept_roundtable k LEFT JOIN found f ON f.roundtable_id = k.roundtable_id
      WHERE k.roundtable_id = ANY(${missing}::uuid[]) AND k.roundtable_id NOT IN (SELECT id FROM counted)
        AND (SELECT count(*) FROM kept_match m WHERE m.roundtable_id = k.roundtable_id) < ${MAX_KEPT}
      ORDER BY k.roundtable_id
      ON CONFLICT (roundtable_id, what) DO UPDATE SET version = excluded.version, counts = excluded.counts)
    SELECT roundtable_id AS id, counts FROM found WHERE roundtable_id = ANY(${missing}::uuid[])`;
  return new Map(rows.map(({ id, counts }) => [id, counts]));
}

/** The key of a count that is of nothing in particular. */
export const TOTAL = "";

/** How many match at all of them. */
export const totalOf = (matches: readonly Matches[]) =>
  matches.reduce((sum, { counts }) => sum + (counts[TOTAL] ?? 0), 0);
