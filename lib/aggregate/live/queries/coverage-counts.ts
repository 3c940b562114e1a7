import type { Viewer } from "@/lib/access/policy";
import { standing } from "@/lib/capture/roundtable/queries/contribution-where";
import { z } from "zod";
import { db, type Tx } from "@/lib/platform/db";
import type { Coverage, PlaceCoverage } from "../coverage";
import type { LiveFilter } from "../live-filter";
import { count, keptNarrowed } from "./kept-narrowed";
import { coverFilter } from "./live-figures";
import { narrowedTables, type Narrowed } from "./narrowed-sql";

/** What is missing under a filter: five statements at most beside those that find what it covers, whatever is asked. */
export async function getCoverage(viewer: Viewer, reviewId: string, filter: LiveFilter): Promise<Coverage> {
  const { narrowed } = await coverFilter(viewer, reviewId, filter);
  const { silent, ...people } = await keptNarrowed({ reviewId, narrowed }, peopleOf(narrowed));
  return {
    ...people,
    silent: await listSilent(silent),
    questions: await listUnanswered(narrowed),
    places: await countPlaces(narrowed),
    notLookedFor: await countNotLookedFor(reviewId, narrowed),
  };
}

const People = z.object({
  present: count,
  spoke: count,
  /** Participants, by their ids: nothing that somebody typed is kept. */
  silent: z.array(z.string()),
  groups: z.array(
    z.object({
      attribute: z.enum(["role", "phase", "setting", "region"]),
      group: z.string(),
      present: count,
      themes: z.array(z.string()),
    }),
  ),
}) satisfies z.ZodType<Pick<Coverage, "present" | "spoke" | "groups">>;
type People = z.infer<typeof People>;

const peopleOf = (narrowed: Narrowed) => ({
  what: "coverage of people",
  answer: People,
  count: (client: Tx) => countPeople(client, narrowed),
});

/**
 * Who was present, who of them has said nothing at any of the roundtables, and what people of each group raised. One
 * statement, so that what was said is read once.
 */
async function countPeople(client: Tx, narrowed: Narrowed): Promise<People> {
  const [people] = await client.$queryRaw<People[]>`
    WITH ${narrowedTables(narrowed)}, speaker AS (
      SELECT DISTINCT person_id FROM spoken
    ), described AS (
      SELECT a.attribute, a.value, m.id, m.person_id FROM matched m
      JOIN participant_attribute a ON a.participant_id = m.id AND a.until_at IS NULL
        AND a.attribute IN ('role', 'phase', 'setting', 'region')
    ), raised AS (
      SELECT DISTINCT d.attribute, d.value, v.theme_id
      FROM (SELECT DISTINCT participant_id, theme_id FROM said) v JOIN described d ON d.id = v.participant_id
    ), groups AS (
      SELECT d.attribute::text, d.value AS "group", count(DISTINCT d.person_id)::int AS present, ARRAY(
          SELECT r.theme_id FROM raised r WHERE r.attribute = d.attribute AND r.value = d.value) AS themes
      FROM described d GROUP BY d.attribute, d.value
    )
    SELECT (SELECT count(DISTINCT person_id)::int FROM matched) AS present,
      (SELECT count(*)::int FROM speaker) AS spoke,
      ARRAY(SELECT id::text FROM matched WHERE person_id NOT IN (SELECT person_id FROM speaker)) AS silent,
      (SELECT coalesce(json_agg(g ORDER BY g.attribute::attribute, g.present DESC, g."group"), '[]') FROM groups g) AS groups`;
  if (!people) throw new Error("A statement without FROM gives one row.");
  return people;
}

/** Participants by their labels, at each roundtable. */
async function listSilent(ids: readonly string[]): Promise<Coverage["silent"]> {
  if (ids.length === 0) return [];
  return db().$queryRaw<Coverage["silent"]>`
    SELECT r.title AS roundtable, r.slug, array_agg(p.label ORDER BY p.label) AS labels
    FROM participant p JOIN roundtable r ON r.id = p.roundtable_id
    WHERE p.id = ANY(${[...ids]}::uuid[]) GROUP BY r.id ORDER BY r.held_on, r.id`;
}

/** Questions to which nobody's contribution belongs. */
function listUnanswered({ roundtables }: Narrowed): Promise<Coverage["questions"]> {
  return db().$queryRaw<Coverage["questions"]>`
    SELECT r.title AS roundtable, r.slug, q.position, q.text
    FROM question q JOIN roundtable r ON r.id = q.roundtable_id
    WHERE q.roundtable_id = ANY(${roundtables}::uuid[])
      AND NOT EXISTS (SELECT FROM contribution c WHERE c.question_id = q.id AND ${standing()})
    ORDER BY r.held_on, r.id, q.position`;
}

/** What participants said at each roundtable; whatever people the filter names, since it is work that is left. */
function countPlaces({ roundtables }: Narrowed): Promise<PlaceCoverage[]> {
  return db().$queryRaw<PlaceCoverage[]>`
    SELECT r.id, r.title, r.slug, count(c.id)::int AS said,
      count(c.id) FILTER (WHERE k.contribution_id IS NULL)::int AS uncleared,
      count(c.id) FILTER (WHERE t.contribution_id IS NULL)::int AS uncoded
    FROM roundtable r LEFT JOIN contribution c
      ON c.roundtable_id = r.id AND c.source IN ('identified', 'unidentified', 'group') AND ${standing()}
    LEFT JOIN (SELECT DISTINCT contribution_id FROM clearance WHERE until_at IS NULL) k ON k.contribution_id = c.id
    LEFT JOIN (SELECT DISTINCT contribution_id FROM settled_tagging) t ON t.contribution_id = c.id
    WHERE r.id = ANY(${roundtables}::uuid[]) GROUP BY r.id ORDER BY r.held_on, r.id`;
}

/** Contributions that were last coded before a theme was there, and so were never read for it. */
function countNotLookedFor(reviewId: string, { roundtables }: Narrowed): Promise<Coverage["notLookedFor"]> {
  return db().$queryRaw<Coverage["notLookedFor"]>`
    SELECT h.title AS theme, count(*)::int AS contributions
    FROM (
      SELECT t.contribution_id, max(t.from_at) AS coded_at FROM tagging t
      JOIN contribution c ON c.id = t.contribution_id AND ${standing()}
      WHERE c.roundtable_id = ANY(${roundtables}::uuid[]) GROUP BY t.contribution_id
    ) c JOIN theme h ON h.review_id = ${reviewId}::uuid AND h.retired_at IS NULL AND h.created_at > c.coded_at
    GROUP BY h.id ORDER BY h.title`;
}
