import { cellName } from "./grid-form";
import { COLUMN_WORDS, GRID_COLUMNS, type GridColumn } from "./grid-columns";
import { isToSave, problemsOf, settled, type GridRow } from "./grid-row";
import type { GridAnswer } from "./grid-state";

export type CellProblem = { rowId: string; column: GridColumn; message: string };

/**
 * What is wrong with cells, in the order of the table. The row with the focus counts as it was before, until
 * its cell is left: a half-typed word is not an error yet. A problem that the server reported stays while the
 * cell's text stays.
 */
export function cellProblems(
  rows: readonly GridRow[],
  typedIn: GridRow | null,
  answer: GridAnswer | null,
): CellProblem[] {
  return rows.flatMap((row) => {
    const own = problemsOf(settled(row, typedIn));
    return GRID_COLUMNS.flatMap((column) => {
      const message = own[column] ?? toldOf(row, column, answer);
      return message === undefined ? [] : [{ rowId: row.id, column, message }];
    });
  });
}

function toldOf(row: GridRow, column: GridColumn, answer: GridAnswer | null): string | undefined {
  if (answer === null || answer.ok || !isToSave(row)) return undefined;
  const name = cellName(column, row.id);
  const sent = answer.values?.[name] ?? "";
  return sent === (row.cells[column] ?? "") ? answer.fieldErrors[name] : undefined;
}

/** "Role of P02", or "Role in row 5" for a new row. */
export function placeWords(rows: readonly GridRow[], rowId: string, column: GridColumn): string | undefined {
  const index = rows.findIndex((row) => row.id === rowId);
  if (index < 0) return undefined;
  const { label } = rows[index] ?? {};
  return label ? `${COLUMN_WORDS[column]} of ${label}` : `${COLUMN_WORDS[column]} in row ${index + 1}`;
}
