import type {
  HeadRow,
  StancePatternRow,
  WithoutSpeakerRow,
} from "@/lib/aggregate/figures/queries/counts-sql";
import { settledCoding } from "@/lib/aggregate/figures/queries/counts-sql";
import { standing } from "@/lib/capture/roundtable/queries/contribution-where";
import type { Tx } from "@/lib/platform/db";
import { narrowsPeople } from "../live-filter";
import { hasStance, isAbout, narrowedTables, type Narrowed } from "./narrowed-sql";
import { Prisma } from "@/lib/platform/generated/client";

type NarrowedHeads = HeadRow & { speakers: number };

/** Who of those whom the filter counts was present and spoke, and how much. */
export async function countNarrowedHeads(client: Tx, narrowed: Narrowed): Promise<NarrowedHeads> {
  const [row] = await client.$queryRaw<NarrowedHeads[]>`
    WITH ${narrowedTables(narrowed)}
    SELECT NULL AS place, (SELECT count(DISTINCT person_id)::int FROM matched) AS present,
      (SELECT count(DISTINCT person_id)::int FROM spoken) AS speakers,
      (SELECT count(*)::int FROM spoken) AS contributions,
      ${unidentified(narrowed)} AS unidentified`;
  if (!row) throw new Error("A statement without FROM gives one row.");
  return row;
}

/** Contributions without a speaker are of no group of people, and are counted only where the filter names none. */
function unidentified(narrowed: Narrowed): Prisma.Sql {
  const { filter, roundtables, asAt } = narrowed;
  if (narrowsPeople(filter)) return Prisma.sql`0`;
  return Prisma.sql`(SELECT count(*)::int FROM contribution c
    WHERE c.roundtable_id = ANY(${roundtables}::uuid[]) AND c.source = 'unidentified' AND ${standing(asAt)}
      AND ${isAbout(narrowed, Prisma.sql`c.id`)})`;
}

/** How many people have which stances under a theme, as in figures of everybody. */
export function countNarrowedPatterns(client: Tx, narrowed: Narrowed): Promise<StancePatternRow[]> {
  return client.$queryRaw<StancePatternRow[]>`
    WITH ${narrowedTables(narrowed)}, person AS (
      SELECT theme_id, person_id, bit_or(stances) AS stances, count(*) AS contributions,
        count(*) FILTER (WHERE stances & 1 > 0) AS strength,
        count(*) FILTER (WHERE stances & 2 > 0) AS improvement,
        count(*) FILTER (WHERE stances & 4 > 0) AS ask,
        count(*) FILTER (WHERE stances & 8 > 0) AS observation
      FROM said GROUP BY theme_id, person_id
    ), place AS (
      SELECT theme_id, count(DISTINCT roundtable_id)::int AS roundtables FROM said GROUP BY theme_id
    )
    SELECT NULL AS place, p.theme_id AS theme, max(r.roundtables) AS roundtables, p.stances, count(*)::int AS people,
      sum(p.contributions)::int AS contributions, sum(p.strength)::int AS strength,
      sum(p.improvement)::int AS improvement, sum(p.ask)::int AS ask, sum(p.observation)::int AS observation
    FROM person p JOIN place r ON r.theme_id = p.theme_id GROUP BY p.theme_id, p.stances`;
}

/** Contributions without a speaker and shows of hands under each theme; none where the filter names people. */
export function countNarrowedWithoutSpeaker(client: Tx, narrowed: Narrowed): Promise<WithoutSpeakerRow[]> {
  const { filter, roundtables, asAt } = narrowed;
  return client.$queryRaw<WithoutSpeakerRow[]>`
    SELECT NULL AS place, theme, raised, asked, count(*)::int AS contributions FROM (
      SELECT DISTINCT t.theme_id AS theme, c.id, c.hands_raised AS raised, c.hands_asked AS asked
      FROM contribution c JOIN ${settledCoding(asAt)} t ON t.contribution_id = c.id
      WHERE NOT ${narrowsPeople(filter)} AND c.roundtable_id = ANY(${roundtables}::uuid[]) AND ${standing(asAt)}
        AND (c.source = 'unidentified' OR (c.source = 'group' AND c.hands_asked IS NOT NULL))
        AND ${hasStance(filter)} AND ${isAbout(narrowed, Prisma.sql`c.id`)}
    ) contribution GROUP BY theme, raised, asked ORDER BY raised DESC`;
}
