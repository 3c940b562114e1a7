import type { Tx } from "@/lib/platform/db";
import type { Recoded } from "../recoded";

/**
 * What each claim cites that was under the theme of its finding when it was cited, and is not any more. What never was under
 * it was cited knowingly. The caller has asked the policy.
 */
export async function readRecoded(tx: Tx, claimIds: readonly string[]): Promise<Map<string, Recoded>> {
  if (claimIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; theme: string; contributions: number }[]>`
    WITH taken_off AS MATERIALIZED (
      SELECT DISTINCT c.id, f.theme_id, e.contribution_id
      FROM claim c
      JOIN finding f ON f.id = c.finding_id
      JOIN claim_evidence e ON e.claim_id = c.id AND e.until_at IS NULL AND e.bearing = 'supports'
      JOIN tagging t ON t.contribution_id = e.contribution_id AND t.theme_id = f.theme_id
      WHERE c.id = ANY(${claimIds}::uuid[])
        AND t.coding_round_id IS NULL AND t.from_at <= e.from_at AND t.until_at > e.from_at)
    SELECT o.id, theme.title AS theme, count(*)::int AS contributions
    FROM taken_off o JOIN theme ON theme.id = o.theme_id
    WHERE NOT EXISTS (
      SELECT FROM settled_tagging s WHERE s.contribution_id = o.contribution_id AND s.theme_id = o.theme_id)
    GROUP BY o.id, theme.title`;
  return new Map(rows.map(({ id, ...recoded }) => [id, recoded]));
}
