import { Prisma } from "@/lib/platform/generated/client";
import { OUTSIDE_BLIND_ROUND } from "./blind-sql";

/** What of a theme is counted in the lists of contributions; each is a column of `kept_listed`. */
export const LISTED = ["contributions", "passages", "settled"] as const;
export type Listed = (typeof LISTED)[number];

const set = (what: Prisma.Sql, which: Prisma.Sql) => Prisma.sql`
  SELECT DISTINCT c.roundtable_id, t.theme_id, ${what}
  FROM contribution c JOIN tagging t ON t.contribution_id = c.id
  WHERE t.until_at IS NULL AND ${OUTSIDE_BLIND_ROUND} AND t.coder_id IN (SELECT id FROM coder WHERE user_id IS NOT NULL)
    AND ${which}`;

/**
 * Rows of a roundtable and a theme, one for each that is counted, outside unfinished blind rounds: contributions `c` on all
 * or some words of which a person has set the theme, their passages, and contributions that count under the theme. `which`
 * says of which contributions.
 */
export const LISTED_SQL: Record<Listed, (which: Prisma.Sql) => Prisma.Sql> = {
  contributions: (which) => set(Prisma.sql`c.id`, which),
  passages: (which) => set(Prisma.sql`c.id, t.span_start, t.span_end`, which),
  // Looked up by contribution (OFFSET): the planner would read all coding for a few roundtables.
  settled: (which) => Prisma.sql`
    SELECT DISTINCT c.roundtable_id, t.theme_id, c.id
    FROM contribution c CROSS JOIN LATERAL (
      SELECT s.theme_id FROM settled_tagging s WHERE s.contribution_id = c.id OFFSET 0) t
    WHERE ${which}`,
};
