import type { Viewer } from "@/lib/access/policy";
import type { Stance } from "@/lib/capture/contribution/stance";
import { standing } from "@/lib/capture/roundtable/queries/contribution-where";
import { requireWork } from "@/lib/capture/roundtable/queries/roundtables";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import type { EvidenceCounts } from "../evidence";

export type FindingInShort = EvidenceCounts & { id: string; themeId: string; text: string; stance: Stance };

/**
 * The findings of a review as lists show them, counted by the database in one statement; in the order in which they were
 * written or, with `most`, so many of those with most people behind them.
 */
export async function listFindingsInShort(
  viewer: Viewer,
  reviewId: string,
  { most }: { most?: number } = {},
): Promise<FindingInShort[]> {
  requireWork(viewer, reviewId);
  const written = Prisma.sql`f.position, f.created_at, f.id`;
  const first = most === undefined ? Prisma.empty : Prisma.sql`coalesce(n.people, 0) DESC,`;
  return db().$queryRaw<FindingInShort[]>`
    WITH evidence AS (
      SELECT e.finding_id, e.bearing, c.id AS contribution_id, c.roundtable_id, l.person_id
      FROM finding f JOIN finding_evidence e ON e.finding_id = f.id AND e.until_at IS NULL
      JOIN contribution c ON c.id = e.contribution_id AND ${standing()}
      LEFT JOIN counted_contribution l ON l.contribution_id = c.id
      WHERE f.review_id = ${reviewId}::uuid AND f.withdrawn_at IS NULL
    ), listed AS (
      SELECT f.id, f.theme_id, f.text, f.stance, row_number() OVER (ORDER BY ${first} ${written}) AS place
      FROM finding f LEFT JOIN (
        SELECT finding_id, count(DISTINCT person_id) AS people FROM evidence WHERE bearing = 'supports' GROUP BY finding_id
      ) n ON n.finding_id = f.id
      WHERE f.review_id = ${reviewId}::uuid AND f.withdrawn_at IS NULL
      ORDER BY place LIMIT ${most ?? null}
    ), inferred AS (
      SELECT f.id AS finding_id, t.contribution_id FROM settled_tagging t JOIN listed f ON f.theme_id = t.theme_id
      WHERE t.contribution_id = ANY(ARRAY(
        SELECT e.contribution_id FROM evidence e WHERE e.finding_id IN (SELECT id FROM listed)))
      GROUP BY f.id, t.contribution_id HAVING NOT bool_or(t.explicit)
    ), said AS (
      SELECT e.*, i.contribution_id IS NULL AS explicit FROM evidence e
      LEFT JOIN inferred i ON i.finding_id = e.finding_id AND i.contribution_id = e.contribution_id
    )
    SELECT f.id, f.theme_id AS "themeId", f.text, f.stance::text AS stance,
      ${people("supports")} AS people, ${inferredPeople("supports")} AS "inferredPeople",
      ${withoutPerson("supports")} AS "contributionsWithoutPerson",
      ${people("contradicts")} AS "contradictingPeople",
      ${inferredPeople("contradicts")} AS "contradictingInferredPeople",
      ${withoutPerson("contradicts")} AS "contradictingContributionsWithoutPerson",
      ${people("qualifies")} AS "qualifyingPeople",
      ${withoutPerson("qualifies")} AS "qualifyingContributionsWithoutPerson",
      count(DISTINCT s.roundtable_id)::int AS roundtables
    FROM listed f LEFT JOIN said s ON s.finding_id = f.id
    GROUP BY f.id, f.theme_id, f.text, f.stance, f.place ORDER BY f.place`;
}

const people = (bearing: string) =>
  Prisma.sql`(count(DISTINCT s.person_id) FILTER (WHERE s.bearing::text = ${bearing}))::int`;

const inferredPeople = (
  bearing: string,
) => Prisma.sql`(count(DISTINCT s.person_id) FILTER (WHERE s.bearing::text = ${bearing})
  - count(DISTINCT s.person_id) FILTER (WHERE s.bearing::text = ${bearing} AND s.explicit))::int`;

const withoutPerson = (bearing: string) =>
  Prisma.sql`(count(*) FILTER (WHERE s.bearing::text = ${bearing} AND s.person_id IS NULL))::int`;
