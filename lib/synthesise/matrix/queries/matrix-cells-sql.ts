import { standing } from "@/lib/capture/roundtable/queries/contribution-where";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { outsideBlindRoundsOf } from "@/lib/tag/coding/queries/blind-sql";
import { Basis, type Gone } from "../basis";
import type { RowKind } from "../selection";

export type CellKey = { row: string; theme: string };

/** A cell whose contributions are listed, unless they are as its summary knows them. */
type Listed = CellKey & { summaryId: string | null };

type Asked = {
  kind: RowKind;
  reviewId: string;
  rowIds: readonly string[];
  themeIds: readonly string[];
  /** What a blind round hides from this person does not count here. */
  userId: string;
  /** Of the other cells the contributions are only counted. */
  listed: readonly Listed[];
};

/** `basis` is null where it is not listed. */
export type CellRow = CellKey & { contributions: number; basis: Basis | null };

/** The contributions that count, by row. At a roundtable those without a known speaker are part of what was said. */
const saidIn = (kind: RowKind, reviewId: string) =>
  kind === "people"
    ? Prisma.sql`SELECT contribution_id AS id, person_id AS row_id FROM counted_contribution
        WHERE review_id = ${reviewId}::uuid`
    : Prisma.sql`SELECT contribution_id AS id, roundtable_id AS row_id FROM counted_contribution
        WHERE review_id = ${reviewId}::uuid
        UNION ALL
        SELECT c.id, c.roundtable_id FROM contribution c
        WHERE c.review_id = ${reviewId}::uuid AND c.source IN ('unidentified', 'group') AND ${standing()}`;

/**
 * The stances of the contribution `d` as a list. They are added up as bits before, because lists for each contribution
 * take three times as long at 100,000 contributions.
 */
const STANCES_IN_BITS = Prisma.sql`array_remove(ARRAY[
  CASE WHEN d.stances & 1 > 0 THEN 'strength' END, CASE WHEN d.stances & 2 > 0 THEN 'improvement' END,
  CASE WHEN d.stances & 4 > 0 THEN 'ask' END, CASE WHEN d.stances & 8 > 0 THEN 'observation' END], NULL)`;

/** Each cell that has contributions in the settled coding, in one statement. */
export async function readCells(asked: Asked): Promise<CellRow[]> {
  const { kind, reviewId, rowIds, themeIds, userId, listed } = asked;
  const rows = await db().$queryRaw<(CellKey & { contributions: number; basis: unknown })[]>`
    WITH said AS (${saidIn(kind, reviewId)}), listed AS (
      SELECT * FROM unnest(${listed.map(({ row }) => row)}::uuid[], ${listed.map(({ theme }) => theme)}::uuid[],
        ${listed.map(({ summaryId }) => summaryId)}::uuid[]) AS l(row_id, theme_id, summary_id)
    ), coded AS (
      SELECT c.row_id, t.theme_id, c.id,
        bit_or(CASE t.stance WHEN 'strength' THEN 1 WHEN 'improvement' THEN 2 WHEN 'ask' THEN 4 ELSE 8 END) AS stances
      FROM said c JOIN settled_tagging t ON t.contribution_id = c.id
      WHERE c.row_id = ANY(${rowIds}::uuid[]) AND t.theme_id = ANY(${themeIds}::uuid[])
        AND ${outsideBlindRoundsOf(userId)}
      GROUP BY c.row_id, t.theme_id, c.id
    ), cell AS (
      SELECT d.row_id, d.theme_id, l.summary_id, count(*)::int AS contributions,
        jsonb_agg(jsonb_build_object('id', d.id, 'revision', r.revision, 'stances', ${STANCES_IN_BITS}) ORDER BY d.id)
          FILTER (WHERE l.row_id IS NOT NULL) AS basis
      FROM coded d
      LEFT JOIN listed l ON l.row_id = d.row_id AND l.theme_id = d.theme_id
      LEFT JOIN contribution r ON r.id = d.id AND l.row_id IS NOT NULL
      GROUP BY d.row_id, d.theme_id, l.summary_id
    )
    SELECT e.row_id AS row, e.theme_id AS theme, e.contributions,
      CASE WHEN s.basis IS DISTINCT FROM e.basis THEN e.basis END AS basis
    FROM cell e LEFT JOIN matrix_summary s ON s.id = e.summary_id`;
  return rows.map((row) => ({ ...row, basis: row.basis === null ? null : Basis.parse(row.basis) }));
}

type GoneRow = Gone & { id: string };

/** Where contributions are now that summaries rest on and their cells no longer have. */
export async function readGone(
  kind: RowKind,
  userId: string,
  ids: readonly string[],
): Promise<Map<string, Gone>> {
  const row =
    kind === "people"
      ? Prisma.sql`l.person_id`
      : Prisma.sql`CASE WHEN ${standing()} THEN c.roundtable_id END`;
  const rows = await db().$queryRaw<GoneRow[]>`
    SELECT c.id, c.struck_at IS NOT NULL AS struck, c.erased_at IS NOT NULL AS erased,
      NOT (${outsideBlindRoundsOf(userId)}) AS hidden, ${row} AS row
    FROM contribution c LEFT JOIN counted_contribution l ON l.contribution_id = c.id
    WHERE c.id = ANY(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, ...gone }) => [id, gone]));
}
