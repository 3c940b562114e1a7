import { STANCE_BIT, type Counts } from "@/lib/aggregate/figures/figures";
import { raised } from "@/lib/aggregate/figures/queries/counts-sql";
import type { Tx } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import type { Combination } from "../check/theme-history";
import { distinctCombinations, type Combinations } from "../check/combination";

/**
 * What people who came to several of the roundtables took at each of them, under each theme and about each NPQ of the
 * counts. The database puts a person's roundtables together, and says each combination once.
 */
export async function countCombinations(
  client: Tx,
  themes: readonly Counts[],
  npqs: readonly Counts[],
): Promise<Combinations> {
  const roundtables = themes.flatMap(({ scope }) => scope.roundtable?.id ?? []);
  const spoken = Prisma.sql`
    SELECT n.npq AS subject, l.roundtable_id, l.person_id, ${STANCE_BIT.observation}::int AS stances
    FROM counted_contribution l JOIN contribution c ON c.id = l.contribution_id, unnest(c.npqs) AS n(npq)
    WHERE l.roundtable_id = ANY(${roundtables}::uuid[]) GROUP BY n.npq, l.roundtable_id, l.person_id`;
  const said = Prisma.sql`
    SELECT theme_id::text AS subject, roundtable_id, person_id, stances FROM (${raised({ roundtables, asAt: null })}) r`;
  const subjects = [...(themes[0]?.themes ?? []), ...(npqs[0]?.themes ?? [])].map(({ id }) => id);
  const rows = await client.$queryRaw<{ subject: string; combination: Combination }[]>`
    WITH there AS (
      SELECT person_id, roundtable_id, count(*) OVER (PARTITION BY person_id) AS times FROM participant
      WHERE roundtable_id = ANY(${roundtables}::uuid[]) AND present AND NOT host
    ), said AS (${said} UNION ALL ${spoken})
    SELECT DISTINCT subject, combination FROM (
      SELECT s.subject, jsonb_object_agg(t.roundtable_id, coalesce(o.stances, 0)) AS combination
      FROM there t CROSS JOIN unnest(${subjects}::text[]) AS s(subject)
      LEFT JOIN said o ON o.subject = s.subject AND o.roundtable_id = t.roundtable_id AND o.person_id = t.person_id
      WHERE t.times > 1 GROUP BY s.subject, t.person_id
    ) person`;
  const bySubject = new Map<string, Combination[]>();
  for (const { subject, combination } of rows)
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), combination]);
  return Object.fromEntries([...bySubject].map(([subject, own]) => [subject, distinctCombinations(own)]));
}
