import type { Tx } from "@/lib/platform/db";
import type { ClaimClause, ClauseWords } from "../unheard";

/**
 * The stems of clauses, of the contributions that their claims cite, and of how the facilitators put it: the finding with its
 * other side, and the theme's title. PostgreSQL makes them, as for search, and leaves its stop words out. The caller has asked the policy.
 */
export async function readClauseWords(tx: Tx, clauses: readonly ClaimClause[]): Promise<ClauseWords[]> {
  if (clauses.length === 0) return [];
  const claims = clauses.map(({ claimId }) => claimId);
  const texts = clauses.map(({ text }) => text);
  const own = await tx.$queryRaw<{ n: bigint; words: string[] }[]>`
    SELECT n, tsvector_to_array(to_tsvector('english', text)) AS words
    FROM unnest(${texts}::text[]) WITH ORDINALITY AS clause(text, n)`;
  const cited = await tx.$queryRaw<{ id: string; said: string[]; put: string[] }[]>`
    SELECT c.id,
      tsvector_to_array(to_tsvector('english', COALESCE(string_agg(k.text, ' '), ''))) AS said,
      tsvector_to_array(to_tsvector('english', concat_ws(' ', f.text, f.counter_view, t.title))) AS put
    FROM claim c
    LEFT JOIN finding f ON f.id = c.finding_id
    LEFT JOIN theme t ON t.id = COALESCE(c.theme_id, f.theme_id)
    LEFT JOIN claim_evidence e ON e.claim_id = c.id AND e.until_at IS NULL
    LEFT JOIN contribution k ON k.id = e.contribution_id AND k.erased_at IS NULL
    WHERE c.id = ANY(${claims}::uuid[])
    GROUP BY c.id, f.text, f.counter_view, t.title`;
  const wordsOf = new Map(own.map(({ n, words }) => [Number(n), words]));
  const heard = new Map(cited.map(({ id, said, put }) => [id, { said, put }]));
  return clauses.map((clause, at) => ({
    ...clause,
    words: wordsOf.get(at + 1) ?? [],
    ...(heard.get(clause.claimId) ?? { said: [], put: [] }),
  }));
}
