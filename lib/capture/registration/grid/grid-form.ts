import type { FormValues } from "@/lib/platform/result";
import { asList } from "@/lib/platform/text/form-values";
import { GRID_COLUMNS, type GridCells, type GridColumn } from "./grid-columns";
import type { GridRow } from "./grid-row";

/** The form's field name of a cell, used for its value and its error. */
export const cellName = (column: GridColumn, rowId: string) => `${column}.${rowId}`;
export const baseName = (rowId: string) => `base.${rowId}`;
const personName = (rowId: string) => `person.${rowId}`;
export const rowFieldNames = { base: baseName, person: personName };

/**
 * The form sends `row` once for each row and, for each row, its cells as `<column>.<row>`, their values when
 * the page was made as `base.<row>` (JSON) and the chosen person as `person.<row>`. A cell that is not sent
 * is not changed.
 */
export function formRows(fields: unknown): unknown {
  if (!isRecord(fields) || "rows" in fields) return fields;
  const { roundtableId, setPermission, setMeans } = fields;
  return {
    roundtableId,
    rows: asList(fields.row).map((id) => formRow(fields, String(id))),
    setPermission,
    setMeans,
    chosen: asList(fields.chosen),
    confirmed: asList(fields.confirmed),
  };
}

/** The rows of a form that came back, as they were typed. */
export function readSentRows(fields: FormValues): GridRow[] {
  return asList(fields.row).map((id) => formRow(fields, String(id)));
}

function formRow(fields: Record<string, unknown>, id: string): GridRow {
  const { label, cells } = readBase(fields[baseName(id)]);
  const person = fields[personName(id)];
  return {
    id,
    label: typeof label === "string" ? label : null,
    personId: typeof person === "string" && person !== "" ? person : null,
    base: cellsIn((column) => (isRecord(cells) ? cells[column] : undefined)),
    cells: cellsIn((column) => fields[cellName(column, id)]),
  };
}

/** The cells that are there; what is no text is no cell. */
function cellsIn(valueOf: (column: GridColumn) => unknown): GridCells {
  const cells: GridCells = {};
  for (const column of GRID_COLUMNS) {
    const value = valueOf(column);
    if (typeof value === "string") cells[column] = value;
  }
  return cells;
}

/** The contents of a row's hidden field. */
function readBase(text: unknown): { label?: unknown; cells?: unknown } {
  try {
    const read: unknown = typeof text === "string" ? JSON.parse(text) : null;
    return isRecord(read) ? read : {};
  } catch {
    return {};
  }
}

export function writeBase({ label, base }: Pick<GridRow, "label" | "base">): string {
  return JSON.stringify({ label, cells: base });
}

/** The rows that were selected in it. */
export function readChosen({ chosen = [] }: FormValues): string[] {
  return Array.isArray(chosen) ? chosen : [chosen];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
