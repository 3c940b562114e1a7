import type { Counts } from "@/lib/aggregate/figures/figures";
import { STANCE_BIT } from "@/lib/aggregate/figures/figures";
import type { Tx } from "@/lib/platform/db";
import { NPQS } from "@/lib/capture/people/vocabulary";
import { inOrder, npqNamed } from "../npq-pair";
import type { NpqCounts } from "../release-source";

/** The built-in codebook's theme under which people say what the NPQs repeat of one another. */
const REPETITION = "repetition";

/**
 * How many people spoke about each NPQ, together and at each roundtable, and how many of those who spoke about
 * repetition named two of them there. `counts` says how many were present.
 */
export async function countNpqs(client: Tx, reviewId: string, counts: readonly Counts[]): Promise<NpqCounts> {
  const roundtables = counts.flatMap(({ scope }) => scope.roundtable?.id ?? []);
  const rows = await client.$queryRaw<{ place: string | null; npq: string; people: number }[]>`
    SELECT l.roundtable_id AS place, n.npq, count(DISTINCT l.person_id)::int AS people
    FROM counted_contribution l JOIN contribution c ON c.id = l.contribution_id, unnest(c.npqs) AS n(npq)
    WHERE l.roundtable_id = ANY(${roundtables}::uuid[])
    GROUP BY GROUPING SETS ((l.roundtable_id, n.npq), (n.npq))`;
  const theme = await client.theme.findFirst({
    where: { reviewId, slug: REPETITION, retiredAt: null },
    select: { id: true, slug: true, title: true },
  });
  return {
    counts: counts.map((one) => {
      const here = rows.filter(({ place }) => place === (one.scope.roundtable?.id ?? null));
      return { ...one, themes: NPQS.map(({ code }) => asTheme(code, here)) };
    }),
    theme,
    pairs: theme ? await countPairs(client, theme.id, roundtables) : [],
  };
}

/** One stance stands for all of them: an NPQ is spoken about, and nothing more is counted of it. */
function asTheme(code: string, rows: readonly { npq: string; people: number }[]): Counts["themes"][number] {
  const people = rows.find(({ npq }) => npq === code)?.people ?? 0;
  const contributionsOf = { strength: 0, improvement: 0, ask: 0, observation: 0 };
  const pattern = { stances: STANCE_BIT.observation, people, contributions: 0, contributionsOf };
  return {
    id: code,
    slug: code,
    title: code,
    colour: "",
    axis: "theme",
    patterns: people > 0 ? [pattern] : [],
    roundtables: 0,
    unidentified: 0,
    hands: [],
  };
}

async function countPairs(client: Tx, themeId: string, roundtables: readonly string[]) {
  // The database's alphabet may be another one.
  const rows = await client.$queryRaw<{ a: string; b: string; people: number }[]>`
    WITH named AS (
      SELECT DISTINCT l.person_id, n.npq
      FROM counted_contribution l
      JOIN settled_tagging t ON t.contribution_id = l.contribution_id AND t.theme_id = ${themeId}::uuid
      JOIN contribution c ON c.id = l.contribution_id, unnest(c.npqs) AS n(npq)
      WHERE l.roundtable_id = ANY(${roundtables}::uuid[])
    )
    SELECT a.npq AS a, b.npq AS b, count(*)::int AS people
    FROM named a JOIN named b ON b.person_id = a.person_id AND a.npq < b.npq
    GROUP BY a.npq, b.npq ORDER BY a.npq, b.npq`;
  return rows.flatMap(({ a, b, people }) => {
    const [first, second] = [npqNamed(a), npqNamed(b)];
    return first && second ? [{ ...inOrder(first, second), people }] : [];
  });
}
