import { standing } from "@/lib/capture/roundtable/queries/contribution-where";
import { BY_SOURCE } from "@/lib/capture/roundtable/queries/kept-sql";
import { Prisma } from "@/lib/platform/generated/client";
import { LISTED, LISTED_SQL } from "@/lib/tag/coding/queries/listed-sql";
import { countedContributions, raised, stancePatterns, withoutSpeaker } from "./counts-sql";

/** What stands for no hands raised and none asked, where a key has to have a value. */
const NO_HANDS = -1;

/** Works out these roundtables, of which nothing is kept, in one statement: as at one instant. */
export function workOut(roundtables: readonly string[]): Prisma.Sql {
  const counted = { roundtables, asAt: null, few: true };
  return Prisma.sql`
    WITH roundtables AS (
      INSERT INTO kept_roundtable
        (roundtable_id, review_id, people, counted, standing, unidentified, of_group, of_host, notes)
      SELECT r.id, r.review_id,
        ARRAY(SELECT p.person_id FROM participant p WHERE p.roundtable_id = r.id AND p.present AND NOT p.host),
        coalesce(n.counted, 0),
        s.standing, s.unidentified, s.of_group, s.of_host, s.notes
      FROM roundtable r CROSS JOIN LATERAL (
        SELECT ${BY_SOURCE} FROM contribution c WHERE c.roundtable_id = r.id AND ${standing()}
      ) s LEFT JOIN (
        SELECT roundtable_id, count(*) AS counted FROM ${countedContributions(null)}
        WHERE roundtable_id = ANY(${roundtables}::uuid[]) GROUP BY roundtable_id
      ) n ON n.roundtable_id = r.id
      WHERE r.id = ANY(${roundtables}::uuid[])
    ), raised AS (
      INSERT INTO kept_figure
        (roundtable_id, theme_id, person_id, stances, contributions, strength, improvement, ask, observation)
      ${raised(counted)}
    ), listed AS (
      INSERT INTO kept_listed (roundtable_id, theme_id, ${Prisma.raw(LISTED.join(", "))})
      SELECT roundtable_id, theme_id, ${Prisma.join(LISTED.map((listed) => Prisma.sql`count(*) FILTER (WHERE listed = ${listed})`))}
      FROM (${listedOf(roundtables)}) l GROUP BY 1, 2
    )
    INSERT INTO kept_without_speaker (roundtable_id, theme_id, raised, asked, contributions)
    SELECT roundtable_id, theme, coalesce(raised, ${NO_HANDS}), coalesce(asked, ${NO_HANDS}), count(*)
    FROM (${withoutSpeaker(counted)}) w GROUP BY 1, 2, 3, 4`;
}

/** Everything that is listed of these roundtables, each row with which count it is of. */
const listedOf = (roundtables: readonly string[]) =>
  Prisma.join(
    LISTED.map(
      (listed) => Prisma.sql`SELECT ${listed} AS listed, roundtable_id, theme_id
        FROM (${LISTED_SQL[listed](Prisma.sql`c.roundtable_id = ANY(${roundtables}::uuid[]) AND ${standing()}`)}) each`,
    ),
    " UNION ALL ",
  );

/** What the kept figures of these roundtables add up to, as at one instant, in the shape of kept-figures.ts. */
export function sumOf(scope: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT jsonb_build_object(
      'roundtables', count(*), 'attendances', coalesce(sum(cardinality(k.people)), 0), 'counted', coalesce(sum(k.counted), 0),
      'standing', coalesce(sum(k.standing), 0), 'unidentified', coalesce(sum(k.unidentified), 0),
      'group', coalesce(sum(k.of_group), 0), 'host', coalesce(sum(k.of_host), 0), 'notes', coalesce(sum(k.notes), 0),
      'present', (
        SELECT count(DISTINCT person) FROM kept_roundtable a, unnest(a.people) AS person
        WHERE a.roundtable_id IN (${scope})),
      'patterns', (SELECT coalesce(jsonb_agg(to_jsonb(p) - 'place'), '[]') FROM (${stancePatterns(
        Prisma.sql`SELECT f.* FROM kept_figure f WHERE f.roundtable_id IN (${scope})`,
        false,
      )}) p),
      'withoutSpeaker', (SELECT coalesce(jsonb_agg(w), '[]') FROM (
        SELECT f.theme_id AS theme, nullif(f.raised, ${NO_HANDS}) AS raised, nullif(f.asked, ${NO_HANDS}) AS asked,
          sum(f.contributions) AS contributions
        FROM kept_without_speaker f WHERE f.roundtable_id IN (${scope}) GROUP BY 1, 2, 3 ORDER BY 2 DESC) w)
    ) AS figures
    FROM kept_roundtable k WHERE k.roundtable_id IN (${scope})`;
}

/** The roundtables of a review of which something is kept. */
export const keptOf = (reviewId: string) =>
  Prisma.sql`SELECT roundtable_id FROM kept_roundtable WHERE review_id = ${reviewId}::uuid`;
