import { standing } from "@/lib/capture/roundtable/queries/contribution-where";
import type { Tx } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";

/** Where a row was counted: at one roundtable or, null, at all of them together. */
type Place = { place: string | null };

export type HeadRow = Place & {
  present: number;
  contributions: number;
  unidentified: number;
};

/** What is counted: these roundtables, now (null) or as their contributions and coding were at an instant. */
export type Counted = {
  roundtables: readonly string[];
  asAt: Date | null;
  /** They are few of many: their coding is looked up by contribution, and not read as a whole. */
  few?: boolean;
};

const at = (instant: Date) => Prisma.sql`(${instant}::timestamptz)`;
/** The contributions that figures count. */
export const countedContributions = (asAt: Date | null) =>
  asAt ? Prisma.sql`counted_contribution_at${at(asAt)}` : Prisma.sql`counted_contribution`;

/** The coding that figures use. */
export const settledCoding = (asAt: Date | null) =>
  asAt ? Prisma.sql`settled_tagging_at${at(asAt)}` : Prisma.sql`settled_tagging`;

/**
 * Joins the coding `t` of each `contribution`. Of a few roundtables it is looked up (OFFSET): the planner does not see by itself
 * how few contributions they are, and would read all coding, in a new database for each contribution.
 */
const joinCoding = ({ asAt, few = false }: Counted, contribution: Prisma.Sql) =>
  few
    ? Prisma.sql`CROSS JOIN LATERAL (
        SELECT * FROM ${settledCoding(asAt)} s WHERE s.contribution_id = ${contribution} OFFSET 0) t`
    : Prisma.sql`JOIN ${settledCoding(asAt)} t ON t.contribution_id = ${contribution}`;

/** Who was present, and how much they said, with or without themes. */
export function countHeads(client: Tx, { roundtables, asAt }: Counted): Promise<HeadRow[]> {
  return client.$queryRaw<HeadRow[]>`
    WITH voice AS (
      SELECT participant_id, count(*) AS contributions FROM ${countedContributions(asAt)}
      WHERE roundtable_id = ANY(${roundtables}::uuid[]) GROUP BY participant_id
    ), unknown AS (
      SELECT c.roundtable_id, count(*) AS contributions FROM contribution c
      WHERE c.roundtable_id = ANY(${roundtables}::uuid[]) AND c.source = 'unidentified'
        AND ${standing(asAt)}
      GROUP BY c.roundtable_id
    ), head AS (
      SELECT p.roundtable_id AS place, count(DISTINCT p.person_id) AS present,
        sum(v.contributions) AS contributions
      FROM participant p LEFT JOIN voice v ON v.participant_id = p.id
      WHERE p.roundtable_id = ANY(${roundtables}::uuid[]) AND p.present AND NOT p.host
      GROUP BY GROUPING SETS ((p.roundtable_id), ())
    ), alongside AS (
      SELECT roundtable_id AS place, sum(contributions) AS unidentified
      FROM unknown GROUP BY GROUPING SETS ((roundtable_id), ())
    )
    SELECT coalesce(h.place, b.place) AS place, coalesce(h.present, 0)::int AS present,
      coalesce(h.contributions, 0)::int AS contributions,
      coalesce(b.unidentified, 0)::int AS unidentified
    FROM head h FULL JOIN alongside b ON coalesce(b.place::text, '') = coalesce(h.place::text, '')`;
}

export type StancePatternRow = Place & {
  theme: string;
  /** At how many roundtables the theme was raised. */
  roundtables: number;
  /** The STANCE_BIT values of figures.ts, added up. */
  stances: number;
  people: number;
  contributions: number;
  strength: number;
  improvement: number;
  ask: number;
  observation: number;
};

/**
 * Who raised which theme at which roundtable, with which stances: a row for each participant and theme. A contribution
 * counts once however many coders set the theme on it.
 */
export const raised = (counted: Counted) => Prisma.sql`
    SELECT p.roundtable_id, s.theme_id, p.person_id, s.stances, s.contributions, s.strength, s.improvement, s.ask, s.observation
    FROM (
      SELECT theme_id, participant_id, bit_or(stances) AS stances, count(*) AS contributions,
        count(*) FILTER (WHERE stances & 1 > 0) AS strength,
        count(*) FILTER (WHERE stances & 2 > 0) AS improvement,
        count(*) FILTER (WHERE stances & 4 > 0) AS ask,
        count(*) FILTER (WHERE stances & 8 > 0) AS observation
      FROM (
        SELECT t.theme_id, l.participant_id,
          bit_or(CASE t.stance WHEN 'strength' THEN 1 WHEN 'improvement' THEN 2 WHEN 'ask' THEN 4 ELSE 8 END) AS stances
        FROM ${countedContributions(counted.asAt)} l ${joinCoding(counted, Prisma.sql`l.contribution_id`)}
        WHERE l.roundtable_id = ANY(${counted.roundtables}::uuid[])
        GROUP BY t.theme_id, l.participant_id, l.contribution_id
      ) said GROUP BY theme_id, participant_id
    ) s JOIN participant p ON p.id = s.participant_id`;

/**
 * How many people have which stances under a theme, from rows of who raised what: a person is one however many
 * roundtables they attended. With `each`, every roundtable is also counted separately.
 */
export const stancePatterns = (raisedRows: Prisma.Sql, each: boolean) => Prisma.sql`
    WITH raised AS (${raisedRows}), person AS (
      SELECT roundtable_id AS place, theme_id, person_id,
        stances, contributions, strength, improvement, ask, observation
      FROM raised WHERE ${each}
      UNION ALL
      SELECT NULL, theme_id, person_id, bit_or(stances), sum(contributions), sum(strength), sum(improvement), sum(ask),
        sum(observation)
      FROM raised GROUP BY theme_id, person_id
    ), places AS (
      SELECT theme_id, count(*)::int AS roundtables
      FROM (SELECT DISTINCT theme_id, roundtable_id FROM raised) r GROUP BY theme_id
    )
    SELECT p.place, p.theme_id AS theme, CASE WHEN p.place IS NULL THEN r.roundtables ELSE 1 END AS roundtables,
      p.stances, count(*)::int AS people, sum(p.contributions)::int AS contributions, sum(p.strength)::int AS strength,
      sum(p.improvement)::int AS improvement, sum(p.ask)::int AS ask, sum(p.observation)::int AS observation
    FROM person p JOIN places r ON r.theme_id = p.theme_id
    GROUP BY p.place, p.theme_id, r.roundtables, p.stances`;

export function countStancePatterns(
  client: Tx,
  counted: Counted,
  each: boolean,
): Promise<StancePatternRow[]> {
  return client.$queryRaw<StancePatternRow[]>(stancePatterns(raised(counted), each));
}

/** Contributions without a speaker (`raised` null) and shows of hands, which add to no count of people. */
export type WithoutSpeakerRow = Place & {
  theme: string;
  raised: number | null;
  asked: number | null;
  contributions: number;
};

/** A row for each contribution under a theme that has no speaker, or is a show of hands. */
export const withoutSpeaker = (counted: Counted) => Prisma.sql`
    SELECT c.roundtable_id, t.theme_id AS theme, c.hands_raised AS raised, c.hands_asked AS asked
    FROM contribution c ${joinCoding(counted, Prisma.sql`c.id`)}
    WHERE c.roundtable_id = ANY(${counted.roundtables}::uuid[]) AND ${standing(counted.asAt)}
      AND (c.source = 'unidentified' OR (c.source = 'group' AND c.hands_asked IS NOT NULL))
    GROUP BY t.theme_id, c.id`;

export function countWithoutSpeaker(client: Tx, counted: Counted): Promise<WithoutSpeakerRow[]> {
  return client.$queryRaw<WithoutSpeakerRow[]>`
    SELECT roundtable_id AS place, theme, raised, asked, count(*)::int AS contributions
    FROM (${withoutSpeaker(counted)}) contribution
    GROUP BY GROUPING SETS ((roundtable_id, theme, raised, asked), (theme, raised, asked))
    ORDER BY raised DESC`;
}
