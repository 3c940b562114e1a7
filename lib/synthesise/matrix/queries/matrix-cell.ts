import type { Viewer } from "@/lib/access/policy";
import { visibleSummaries } from "@/lib/access/scope";
import { namesOf } from "@/lib/capture/contribution/queries/contribution-select";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Basis } from "../basis";
import type { Cell, MatrixColumn, MatrixRow } from "../matrix";
import type { MatrixSelection } from "../selection";
import type { SummaryRevision } from "../summary";
import { readMatrix, type FrameworkMatrix } from "./framework-matrix";
import { readCells } from "./matrix-cells-sql";
import { listBehind, type StandingContribution } from "./matrix-contributions";
import { listSummaryRevisions } from "./summaries";

type SummaryDates = {
  writtenAt: Date;
  writtenBy: string;
  confirmedAt: Date | null;
  confirmedBy: string;
  /** The words of summaries that were combined into it. */
  combined: readonly { id: string; text: string }[];
};

export type OpenCell = {
  matrix: FrameworkMatrix;
  cell: Cell;
  row: MatrixRow;
  column: MatrixColumn;
  /** What the cell rests on now, which is what a summary that is saved from it rests on. */
  basis: Basis;
  /** Those of the cell, and those that its summary rests on and that have left it, in the order of saying. */
  contributions: readonly StandingContribution[];
  revisions: readonly SummaryRevision[];
  /** When the summary was written and confirmed, and from what; null where there is none. */
  dates: SummaryDates | null;
};

/**
 * One cell with its contributions. Where the selection in the address does not have it, the matrix has its theme alone.
 */
export async function readCell(
  viewer: Viewer,
  reviewId: string,
  { row: rowId, theme: slug }: { row: string; theme: string },
  selection: MatrixSelection,
): Promise<OpenCell> {
  const asked = await readMatrix(viewer, reviewId, selection);
  const found = placeIn(asked, rowId, slug);
  const matrix = found
    ? asked
    : await readMatrix(viewer, reviewId, { ...selection, themes: [slug], roundtable: null });
  const place = found ?? placeIn(matrix, rowId, slug);
  if (!place) throw notFound("cell");
  const { cell, column } = place;
  const [now] = await readCells({
    kind: selection.rows,
    reviewId,
    rowIds: [rowId],
    themeIds: [column.id],
    userId: viewer.userId,
    listed: [{ row: rowId, theme: column.id, summaryId: null }],
  });
  const basis = now?.basis ?? [];
  const ids = new Set([...basis, ...(cell.summary?.changes ?? [])].map(({ id }) => id));
  return {
    matrix,
    ...place,
    basis,
    contributions: await listBehind(viewer, reviewId, [...ids]),
    revisions: cell.summary ? await listSummaryRevisions(viewer, cell.summary.id) : [],
    dates: cell.summary ? await datesOf(viewer, cell.summary.id) : null,
  };
}

function placeIn(matrix: FrameworkMatrix, rowId: string, slug: string) {
  const row = matrix.rows.find(({ id }) => id === rowId);
  const column = matrix.columns.find((one) => one.slug === slug);
  const cell = matrix.cells.find((one) => one.row === rowId && one.theme === column?.id);
  return row && column && cell ? { row, column, cell } : null;
}

async function datesOf(viewer: Viewer, id: string): Promise<SummaryDates | null> {
  const row = await db().matrixSummary.findFirst({
    where: { AND: [{ id }, visibleSummaries(viewer)] },
    select: {
      writtenAt: true,
      writtenById: true,
      confirmedAt: true,
      confirmedById: true,
      combined: { orderBy: { id: "asc" }, select: { id: true, text: true } },
    },
  });
  if (!row) return null;
  const names = await namesOf([row.writtenById, ...(row.confirmedById ? [row.confirmedById] : [])]);
  return {
    writtenAt: row.writtenAt,
    writtenBy: names.get(row.writtenById) ?? "",
    confirmedAt: row.confirmedAt,
    confirmedBy: row.confirmedById ? (names.get(row.confirmedById) ?? "") : "",
    combined: row.combined,
  };
}
