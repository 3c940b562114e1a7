import type { Matrix } from "@/lib/synthesise/matrix/matrix";
import {
  cellPath,
  ROWS_PER_PAGE,
  selectionQuery,
  type MatrixSelection,
} from "@/lib/synthesise/matrix/selection";

type Place = { row: string; theme: string };
type From = { home: string; selection: MatrixSelection };

/** The address of a cell, with the part of the matrix that it was opened from. */
export function cellHref(matrix: Matrix, { row, theme }: Place, { home, selection }: From): string {
  const slug = matrix.columns.find(({ id }) => id === theme)?.slug ?? "";
  return `${home}/${cellPath(matrix.kind, row, slug)}${selectionQuery({ ...selection, page: 1 })}`;
}

/** The page of the matrix that a cell is on, at the cell. */
export function matrixHref(matrix: Matrix, { row, theme }: Place, { home, selection }: From): string {
  const index = Math.max(
    0,
    matrix.rows.findIndex(({ id }) => id === row),
  );
  const column = matrix.columns.findIndex(({ id }) => id === theme);
  const page = Math.floor(index / ROWS_PER_PAGE) + 1;
  return `${home}${selectionQuery({ ...selection, page })}#c${index % ROWS_PER_PAGE}.${column}`;
}
