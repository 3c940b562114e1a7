import { Prisma } from "@/lib/platform/generated/client";
import { OUTSIDE_BLIND_ROUND } from "./blind-sql";

/**
 * Each contribution `c` once for each theme that a person has set on it, on all or some of the words, outside unfinished
 * blind rounds. `which` says which contributions.
 */
export const listedSql = (which: Prisma.Sql) => Prisma.sql`
  SELECT DISTINCT t.theme_id, t.contribution_id, c.roundtable_id
  FROM contribution c JOIN tagging t ON t.contribution_id = c.id AND t.review_id = c.review_id
  WHERE t.until_at IS NULL AND ${OUTSIDE_BLIND_ROUND} AND t.coder_id IN (SELECT id FROM coder WHERE user_id IS NOT NULL)
    AND ${which}`;
