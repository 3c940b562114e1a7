import type { Tx } from "@/lib/platform/db";
import type { Axis } from "@/lib/tag/theme";
import type { Pattern, Tally, ThemeTally } from "../figures";

export type Scope = { reviewId: string; roundtables: readonly string[]; table: Tally["scope"] };

/**
 * Counts one scope. Everything is added up in the database: what comes back is a row for each pattern of
 * stances that somebody has under a theme, fifteen at most, however many lines there are.
 */
export async function tallyOf(client: Tx, scope: Scope): Promise<Tally> {
  const { reviewId, roundtables, table } = scope;
  const head = await headOf(client, roundtables);
  const patterns = await patternsOf(client, scope);
  const beside = await besideOf(client, roundtables);
  const themes = await client.theme.findMany({
    where: { reviewId, retiredAt: null },
    select: { id: true, slug: true, title: true, colour: true, axis: true },
  });
  return {
    scope: table,
    ...head,
    themes: themes.map((theme) => themeTally(theme, patterns, beside)),
  };
}

type ThemeRow = { id: string; slug: string; title: string; colour: string; axis: Axis };

function themeTally(theme: ThemeRow, patterns: PatternRow[], beside: BesideRow[]): ThemeTally {
  const mine = patterns.filter(({ theme: id }) => id === theme.id);
  const near = beside.filter(({ theme: id }) => id === theme.id);
  return {
    ...theme,
    patterns: mine.map(toPattern),
    roundtables: mine[0]?.roundtables ?? 0,
    unidentified: near.find(({ raised }) => raised === null)?.lines ?? 0,
    hands: near.flatMap(({ raised, asked, lines }) =>
      raised === null || asked === null ? [] : Array.from({ length: lines }, () => ({ raised, asked })),
    ),
  };
}

type Head = Pick<Tally, "present" | "speakers" | "contributions" | "unidentified">;

async function headOf(client: Tx, roundtables: readonly string[]): Promise<Head> {
  const [row] = await client.$queryRaw<Head[]>`
    SELECT
      (SELECT count(DISTINCT p.person_id)::int FROM participant p
        WHERE p.roundtable_id = ANY(${roundtables}::uuid[]) AND p.present AND NOT p.host) AS present,
      (SELECT count(*)::int FROM contribution c LEFT JOIN import i ON i.id = c.import_id
        WHERE c.roundtable_id = ANY(${roundtables}::uuid[]) AND c.source = 'unidentified'
          AND c.struck_at IS NULL AND c.erased_at IS NULL
          AND (i.id IS NULL OR i.state = 'visible')) AS unidentified,
      count(*)::int AS speakers, coalesce(sum(l.lines), 0)::int AS contributions
    FROM (SELECT person_id, count(*) AS lines FROM counted_line
      WHERE roundtable_id = ANY(${roundtables}::uuid[]) GROUP BY person_id) l`;
  return row ?? { present: 0, speakers: 0, contributions: 0, unidentified: 0 };
}

type PatternRow = {
  theme: string;
  roundtables: number;
  stances: number;
  people: number;
  lines: number;
  strength: number;
  improvement: number;
  ask: number;
  observation: number;
};

function toPattern({ stances, people, lines, strength, improvement, ask, observation }: PatternRow): Pattern {
  return { stances, people, lines, linesOf: { strength, improvement, ask, observation } };
}

/** The bits are STANCE_BIT's. A line is one line however many coders set the theme on it. */
function patternsOf(client: Tx, { roundtables }: Scope): Promise<PatternRow[]> {
  return client.$queryRaw<PatternRow[]>`
    WITH said AS (
      SELECT t.theme_id, l.person_id, l.roundtable_id, l.contribution_id,
        bit_or(CASE t.stance WHEN 'strength' THEN 1 WHEN 'improvement' THEN 2 WHEN 'ask' THEN 4 ELSE 8 END) AS stances
      FROM counted_line l JOIN settled_tagging t ON t.contribution_id = l.contribution_id
      WHERE l.roundtable_id = ANY(${roundtables}::uuid[])
      GROUP BY t.theme_id, l.person_id, l.roundtable_id, l.contribution_id
    ), person AS (
      SELECT theme_id, person_id, bit_or(stances) AS stances, count(*) AS lines,
        count(*) FILTER (WHERE stances & 1 > 0) AS strength,
        count(*) FILTER (WHERE stances & 2 > 0) AS improvement,
        count(*) FILTER (WHERE stances & 4 > 0) AS ask,
        count(*) FILTER (WHERE stances & 8 > 0) AS observation
      FROM said GROUP BY theme_id, person_id
    ), place AS (
      SELECT theme_id, count(*)::int AS roundtables
      FROM (SELECT theme_id, roundtable_id FROM said GROUP BY theme_id, roundtable_id) p GROUP BY theme_id
    )
    SELECT p.theme_id AS theme, r.roundtables, p.stances, count(*)::int AS people, sum(p.lines)::int AS lines,
      sum(p.strength)::int AS strength, sum(p.improvement)::int AS improvement, sum(p.ask)::int AS ask,
      sum(p.observation)::int AS observation
    FROM person p JOIN place r ON r.theme_id = p.theme_id
    GROUP BY p.theme_id, r.roundtables, p.stances`;
}

/** Lines without a speaker (`raised` null) and shows of hands, which are nobody's and add to no count of people. */
type BesideRow = { theme: string; raised: number | null; asked: number | null; lines: number };

function besideOf(client: Tx, roundtables: readonly string[]): Promise<BesideRow[]> {
  return client.$queryRaw<BesideRow[]>`
    SELECT theme, raised, asked, count(*)::int AS lines
    FROM (
      SELECT t.theme_id AS theme, c.id, c.hands_raised AS raised, c.hands_asked AS asked
      FROM contribution c
      JOIN settled_tagging t ON t.contribution_id = c.id
      LEFT JOIN import i ON i.id = c.import_id
      WHERE c.roundtable_id = ANY(${roundtables}::uuid[]) AND c.struck_at IS NULL AND c.erased_at IS NULL
        AND (i.id IS NULL OR i.state = 'visible')
        AND (c.source = 'unidentified' OR (c.source = 'room' AND c.hands_asked IS NOT NULL))
      GROUP BY t.theme_id, c.id
    ) line
    GROUP BY theme, raised, asked ORDER BY raised DESC`;
}
