import { standing } from "@/lib/capture/roundtable/queries/contribution-where";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { outsideBlindRoundsOf } from "@/lib/tag/coding/queries/blind-sql";
import { Basis, type Gone } from "../basis";
import type { RowKind } from "../selection";

export type CellKey = { row: string; theme: string };

type Asked = {
  kind: RowKind;
  reviewId: string;
  rowIds: readonly string[];
  themeIds: readonly string[];
  /** What a blind round hides from this person does not count here. */
  userId: string;
  /** The cells whose contributions are listed; of the others they are only counted. */
  listed: readonly CellKey[];
};

export type CellRow = CellKey & { contributions: number; basis: Basis };

/** The contributions that count, by row. At a roundtable those without a known speaker are part of what was said. */
const saidIn = (kind: RowKind, reviewId: string) =>
  kind === "people"
    ? Prisma.sql`SELECT contribution_id, person_id AS row_id FROM counted_contribution
        WHERE review_id = ${reviewId}::uuid`
    : Prisma.sql`SELECT contribution_id, roundtable_id AS row_id FROM counted_contribution
        WHERE review_id = ${reviewId}::uuid
        UNION ALL
        SELECT c.id, c.roundtable_id FROM contribution c
        WHERE c.review_id = ${reviewId}::uuid AND c.source IN ('unidentified', 'group') AND ${standing()}`;

/** Each cell that has contributions in the settled coding, in one statement. */
export async function readCells(asked: Asked): Promise<CellRow[]> {
  const { kind, reviewId, rowIds, themeIds, userId, listed } = asked;
  const rows = await db().$queryRaw<(CellKey & { contributions: number; basis: unknown })[]>`
    WITH said AS (${saidIn(kind, reviewId)}), coded AS (
      SELECT s.row_id, t.theme_id, c.id, c.revision, array_agg(DISTINCT t.stance) AS stances
      FROM said s
      JOIN contribution c ON c.id = s.contribution_id
      JOIN settled_tagging t ON t.contribution_id = c.id
      WHERE s.row_id = ANY(${rowIds}::uuid[]) AND t.theme_id = ANY(${themeIds}::uuid[])
        AND ${outsideBlindRoundsOf(userId)}
      GROUP BY s.row_id, t.theme_id, c.id, c.revision
    )
    SELECT d.row_id AS row, d.theme_id AS theme, count(*)::int AS contributions,
      coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'revision', d.revision, 'stances', d.stances) ORDER BY d.id)
        FILTER (WHERE l.row_id IS NOT NULL), '[]') AS basis
    FROM coded d LEFT JOIN unnest(${listed.map(({ row }) => row)}::uuid[], ${listed.map(({ theme }) => theme)}::uuid[])
      AS l(row_id, theme_id) ON l.row_id = d.row_id AND l.theme_id = d.theme_id
    GROUP BY d.row_id, d.theme_id`;
  return rows.map((row) => ({ ...row, basis: Basis.parse(row.basis) }));
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
