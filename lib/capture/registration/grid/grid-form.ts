import type { FormValues } from "@/lib/platform/result";
import { asList } from "@/lib/platform/text/form-values";
import { GRID_COLUMNS, type GridColumn } from "./grid-columns";
import type { GridRow } from "./grid-row";
import { cellsOfList, listCells } from "./packed-rows";

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
  return asList(fields.row)
    .map((id) => formRow(fields, String(id)))
    .filter(({ id }) => id !== "");
}

function formRow(fields: Record<string, unknown>, id: string): GridRow {
  const known = readBase(fields[baseName(id)]);
  const person = fields[personName(id)];
  return {
    // A row without an id is refused, as one of a page that is out of date.
    id: known === null ? "" : id,
    label: known?.label ?? null,
    personId: typeof person === "string" && person !== "" ? person : null,
    base: known?.base ?? {},
    cells: cellsOfList(GRID_COLUMNS.map((column) => fields[cellName(column, id)])),
  };
}

/**
 * What a row's hidden field holds: the label and the cells as they were read. It is a list in JSON with quotation marks and
 * tildes swapped, because a quotation mark takes six characters in a page, and a hundred of them stand in each row.
 */
export function writeBase({ label, base }: Pick<GridRow, "label" | "base">): string {
  return swapped(JSON.stringify([label, ...listCells(base)]));
}

/** A new row has none; null where the field cannot be read. */
function readBase(text: unknown): Pick<GridRow, "label" | "base"> | null {
  if (typeof text !== "string" || text === "") return { label: null, base: {} };
  try {
    const read: unknown = JSON.parse(swapped(text));
    if (!Array.isArray(read)) return null;
    const list: readonly unknown[] = read;
    const [label, ...cells] = list;
    return { label: typeof label === "string" ? label : null, base: cellsOfList(cells) };
  } catch {
    return null;
  }
}

const swapped = (text: string) => text.replace(/["~]/g, (sign) => (sign === "~" ? '"' : "~"));

/** The rows that were selected in it. */
export function readChosen({ chosen = [] }: FormValues): string[] {
  return Array.isArray(chosen) ? chosen : [chosen];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
