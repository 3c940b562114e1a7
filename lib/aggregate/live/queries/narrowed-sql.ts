import { settledCoding } from "@/lib/aggregate/figures/queries/counts-sql";
import { Prisma } from "@/lib/platform/generated/client";
import { narrowsPeople, type LiveFilter } from "../live-filter";

/** A filter on the rows of one review: these roundtables, with areas by id, as at an instant or now (null). */
export type Narrowed = {
  filter: LiveFilter;
  roundtables: readonly string[];
  areas: readonly string[];
  asAt: Date | null;
};

const counted = (asAt: Date | null) =>
  asAt ? Prisma.sql`counted_contribution_at(${asAt}::timestamptz)` : Prisma.sql`counted_contribution`;

/**
 * The beginning of a statement over what a filter counts, for the tables that follow it:
 * `matched` (participants present who are counted: id, person_id, roundtable_id), `spoken` (their contributions:
 * contribution_id, participant_id, person_id, roundtable_id) and `said` (each theme of each of those: theme_id,
 * contribution_id, participant_id, person_id, roundtable_id, stances as the STANCE_BIT values added up).
 */
export function narrowedTables(narrowed: Narrowed): Prisma.Sql {
  const { filter, roundtables, asAt } = narrowed;
  return Prisma.sql`
    matched AS (
      SELECT p.id, p.person_id, p.roundtable_id FROM participant p
      WHERE p.roundtable_id = ANY(${roundtables}::uuid[]) AND p.present AND NOT p.host AND ${isPerson(filter)}
    ), spoken AS (
      SELECT l.contribution_id, l.participant_id, m.person_id, m.roundtable_id
      FROM ${counted(asAt)} l JOIN matched m ON m.id = l.participant_id
      WHERE l.roundtable_id = ANY(${roundtables}::uuid[]) AND ${isAbout(narrowed, Prisma.sql`l.contribution_id`)}
    ), said AS (
      SELECT t.theme_id, s.contribution_id, s.participant_id, s.person_id, s.roundtable_id,
        bit_or(CASE t.stance WHEN 'strength' THEN 1 WHEN 'improvement' THEN 2 WHEN 'ask' THEN 4 ELSE 8 END) AS stances
      FROM spoken s JOIN ${settledCoding(asAt)} t ON t.contribution_id = s.contribution_id
      WHERE ${hasStance(filter)}
      GROUP BY t.theme_id, s.contribution_id, s.participant_id, s.person_id, s.roundtable_id
    )`;
}

const ANY_PERSON = Prisma.sql`TRUE`;

/** The participant `p` is of the people that the filter counts. */
function isPerson({ role, phase, setting, region, npq }: LiveFilter): Prisma.Sql {
  const lists = [
    { attributes: ["role"], values: role },
    { attributes: ["phase"], values: phase },
    { attributes: ["setting"], values: setting },
    { attributes: ["region"], values: region },
    { attributes: ["npq_taken", "npq_delivered"], values: npq },
  ].filter(({ values }) => values.length > 0);
  return lists.reduce(
    (all, { attributes, values }) => Prisma.sql`${all} AND EXISTS (
      SELECT FROM participant_attribute a WHERE a.participant_id = p.id AND a.until_at IS NULL
        AND a.attribute::text = ANY(${attributes}) AND a.value = ANY(${[...values]}))`,
    ANY_PERSON,
  );
}

/** The contribution with that id is about what the filter asks for, and in an area that it names. */
export function isAbout({ filter, areas, asAt }: Narrowed, id: Prisma.Sql): Prisma.Sql {
  const about =
    filter.about.length === 0
      ? Prisma.sql`TRUE`
      : Prisma.sql`EXISTS (SELECT FROM contribution x WHERE x.id = ${id} AND x.npqs && ${[...filter.about]}::text[])`;
  if (filter.area.length === 0) return about;
  return Prisma.sql`${about} AND ${id} IN (
    SELECT contribution_id FROM ${settledCoding(asAt)} x WHERE x.theme_id = ANY(${[...areas]}::uuid[]))`;
}

/** The tagging `t` has a stance that the filter asks for, put as it asks for. */
export function hasStance({ stance, put }: LiveFilter): Prisma.Sql {
  const is = stance.length === 0 ? Prisma.sql`TRUE` : Prisma.sql`t.stance::text = ANY(${[...stance]})`;
  if (put.length !== 1) return is;
  return Prisma.sql`${is} AND t.explicit = ${put.includes("explicit")}`;
}

/** The contribution `c` is of the people that the filter counts; anybody's, or nobody's, where it names no people. */
export function isOfPeople(filter: LiveFilter): Prisma.Sql {
  if (!narrowsPeople(filter)) return Prisma.sql`TRUE`;
  return Prisma.sql`EXISTS (SELECT FROM participant p
    WHERE p.id = c.participant_id AND p.present AND NOT p.host AND ${isPerson(filter)})`;
}
