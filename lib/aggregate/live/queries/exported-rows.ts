import type { Viewer } from "@/lib/access/policy";
import { noteContributions, noteDownload } from "@/lib/access/reading";
import { settledCoding } from "@/lib/aggregate/figures/queries/counts-sql";
import { standing } from "@/lib/capture/roundtable/queries/contribution-where";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { outsideBlindRoundsOf } from "@/lib/tag/coding/queries/blind-sql";
import type { ExportedContribution, ExportedPerson } from "../exported";
import type { LiveFilter } from "../live-filter";
import { coverFilter, type Covered } from "./live-figures";
import { hasStance, isAbout, isOfPeople, narrowedTables } from "./narrowed-sql";

const PAGE = 1000;

/** What a filter covers, once it is recorded that the viewer takes it away, with their words. */
export async function openLiveExport(viewer: Viewer, reviewId: string, filter: LiveFilter): Promise<Covered> {
  const covered = await coverFilter(viewer, reviewId, filter);
  await noteDownload(viewer, "live-xlsx", { reviewId, subjectType: "review", subjectId: reviewId });
  await noteContributions(
    viewer,
    covered.roundtables.map(({ id: roundtableId }) => ({ reviewId, roundtableId })),
  );
  return covered;
}

/**
 * The contributions that stand and that the filter leaves, roundtable by roundtable in the order in which they were said,
 * a page at a time. What a blind round hides from the viewer is left out.
 */
export async function* exportedContributions(
  viewer: Viewer,
  covered: Covered,
): AsyncGenerator<ExportedContribution[], void> {
  for (const { id, title } of covered.roundtables) {
    let after: Row | null = null;
    do {
      const rows: Row[] = await readPage(viewer, covered, id, after);
      if (rows.length > 0) yield rows.map((row) => ({ ...row, roundtable: title }));
      after = rows.length === PAGE ? (rows.at(-1) ?? null) : null;
    } while (after !== null);
  }
}

type Row = Omit<ExportedContribution, "roundtable"> & { sequence: number };

function readPage(
  viewer: Viewer,
  { narrowed }: Covered,
  roundtableId: string,
  after: Row | null,
): Promise<Row[]> {
  const { filter, asAt } = narrowed;
  const later = after
    ? Prisma.sql`(c.said_at, c.sequence, c.id) > (${after.saidAt}::timestamptz, ${after.sequence}, ${after.id}::uuid)`
    : Prisma.sql`TRUE`;
  return db().$queryRaw<Row[]>`
    WITH page AS (
      SELECT c.* FROM contribution c
      WHERE c.roundtable_id = ${roundtableId}::uuid AND ${later} AND ${standing(asAt)}
        AND ${outsideBlindRoundsOf(viewer.userId)} AND ${isOfPeople(filter)}
        AND ${isAbout(narrowed, Prisma.sql`c.id`)} AND ${isSaidSo(settledCoding(asAt), filter)}
      ORDER BY c.said_at, c.sequence, c.id LIMIT ${PAGE}
    ), coded AS (
      SELECT t.contribution_id, jsonb_agg(DISTINCT jsonb_build_object('theme', t.theme_id, 'stance', t.stance)) AS codings
      FROM ${settledCoding(asAt)} t WHERE t.contribution_id IN (SELECT id FROM page) AND ${hasStance(filter)}
      GROUP BY t.contribution_id
    )
    SELECT c.id, p.label, c.source::text, c.wording::text, c.text, q.text AS question, c.said_at AS "saidAt",
      c.time_known AS "timeKnown", c.sequence,
      EXISTS (SELECT FROM clearance k WHERE k.contribution_id = c.id AND k.until_at IS NULL) AS cleared,
      coalesce(d.codings, '[]') AS codings
    FROM page c LEFT JOIN participant p ON p.id = c.participant_id LEFT JOIN question q ON q.id = c.question_id
    LEFT JOIN coded d ON d.contribution_id = c.id
    ORDER BY c.said_at, c.sequence, c.id`;
}

/** Where the filter names stances, the contribution `c` has a theme with one of them. */
function isSaidSo(coding: Prisma.Sql, filter: LiveFilter): Prisma.Sql {
  if (filter.stance.length === 0) return Prisma.sql`TRUE`;
  return Prisma.sql`c.id IN (SELECT t.contribution_id FROM ${coding} t WHERE ${hasStance(filter)})`;
}

/** How many contributions a blind round hides from the viewer, and so from their file. */
export async function countHidden(viewer: Viewer, { narrowed }: Covered): Promise<number> {
  const [row] = await db().$queryRaw<{ hidden: number }[]>`
    SELECT count(*)::int AS hidden FROM contribution c
    WHERE c.roundtable_id = ANY(${narrowed.roundtables}::uuid[]) AND NOT (${outsideBlindRoundsOf(viewer.userId)})
      AND ${standing(narrowed.asAt)}`;
  return row?.hidden ?? 0;
}

/** The people present whom the filter counts, with the themes that they raised, in pages. */
export async function* exportedPeople({ narrowed }: Covered): AsyncGenerator<ExportedPerson[], void> {
  for (let number = 0; ;) {
    const rows = await db().$queryRaw<Omit<ExportedPerson, "number">[]>`
      WITH ${narrowedTables(narrowed)}, person AS (
        SELECT DISTINCT m.person_id FROM matched m ORDER BY m.person_id LIMIT ${PAGE} OFFSET ${number}
      )
      SELECT (SELECT string_agg(p.label || ' at ' || r.title, '; ' ORDER BY r.held_on, r.id)
          FROM matched m JOIN participant p ON p.id = m.id JOIN roundtable r ON r.id = m.roundtable_id
          WHERE m.person_id = o.person_id) AS labels,
        ${attribute("role")} AS role, ${attribute("phase")} AS phase, ${attribute("setting")} AS setting,
        ${attribute("region")} AS region,
        (SELECT count(*)::int FROM spoken s WHERE s.person_id = o.person_id) AS contributions,
        coalesce((SELECT array_agg(DISTINCT d.theme_id::text) FROM said d WHERE d.person_id = o.person_id), '{}') AS themes
      FROM person o ORDER BY o.person_id`;
    if (rows.length > 0) yield rows.map((row, at) => ({ ...row, number: number + at + 1 }));
    if (rows.length < PAGE) return;
    number += rows.length;
  }
}

/** What the person `o` was, at the last roundtable where the filter counts them. */
const attribute = (name: string) => Prisma.sql`(
  SELECT a.value FROM matched m JOIN roundtable r ON r.id = m.roundtable_id
  JOIN participant_attribute a ON a.participant_id = m.id AND a.until_at IS NULL AND a.attribute::text = ${name}
  WHERE m.person_id = o.person_id ORDER BY r.held_on DESC, r.id LIMIT 1)`;
