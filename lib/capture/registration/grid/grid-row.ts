import { choosesPermission } from "@/lib/capture/people/permission-choices";
import { MEANS_WORDS } from "@/lib/capture/people/permission-level";
import { isBlank, isSameCell, readCell } from "./grid-cells";
import { GRID_COLUMNS, IDENTITY_COLUMNS, type GridCells, type GridColumn } from "./grid-columns";

/** Somebody of the review who is not at this roundtable yet, as they are offered by name. */
export type KnownPerson = {
  personId: string;
  name: string;
  organisation: string | null;
  email: string | null;
  /** "P04 at Headteachers in June" */
  where: string;
  /** How they were described there. */
  described: GridCells;
};

/** A row of the page: what was stored when it was read, and what it contains now. */
export type GridRow = {
  id: string;
  /** null for a new row. */
  label: string | null;
  /** The registered person who is chosen for a new row. */
  personId: string | null;
  /** The cells that this choice filled in. */
  filled?: GridCells;
  base: GridCells;
  cells: GridCells;
};

export function changedColumns({ base, cells }: Pick<GridRow, "base" | "cells">): GridColumn[] {
  return GRID_COLUMNS.filter((column) => {
    const text = cells[column];
    return text !== undefined && !isSameCell(column, base[column], text);
  });
}

/** Whether saving would change anything in the row. */
export function isToSave(row: GridRow): boolean {
  if (row.label === null && row.personId !== null) return true;
  return row.label === null ? !isBlank(row.cells) : changedColumns(row).length > 0;
}

/** What is wrong with the changed cells; a new, blank row has no problems. */
export function problemsOf(row: GridRow): Partial<Record<GridColumn, string>> {
  if (!isToSave(row)) return {};
  const { base, cells, personId } = row;
  const problems: Partial<Record<GridColumn, string>> = {};
  const changed = changedColumns(row);
  for (const column of changed) {
    const { problem } = readCell(column, cells[column] ?? "");
    if (problem) problems[column] = problem;
  }
  const has = (column: GridColumn) => (cells[column] ?? "").trim() !== "";
  if (cells.name !== undefined && !has("name") && personId === null && (has("organisation") || has("email")))
    problems.name ??= "Enter the name that the organisation or address belongs to";
  if (changed.includes("permission") && !isAsked(row) && readCell("permission", cells.permission ?? "").text)
    problems.permission ??= "Hosts are not asked for a permission. Leave it empty";
  if (changed.includes("means") && has("means") && readCell("permission", cells.permission ?? "").text === "")
    problems.permission ??= "Enter what they permit too";
  if (changed.includes("means") && isOwnMeans(cells.means) && cells.means !== base.means)
    problems.means ??= "Only participants record a choice by a link or a QR code";
  return problems;
}

/** The row for which errors are shown: the row with the focus as it was before. */
export function settled(row: GridRow, typedIn: GridRow | null): GridRow {
  return typedIn?.id === row.id ? typedIn : row;
}

/**
 * The columns that are shown. Where names are hidden their columns are left out, unless one of them contains
 * typed text.
 */
export function shownColumns(columns: readonly GridColumn[], rows: readonly GridRow[]): GridColumn[] {
  const hidden = rows.some(({ label, cells }) => label !== null && cells.name === undefined);
  const holds = (column: GridColumn) => rows.some(({ cells }) => (cells[column] ?? "") !== "");
  return columns.filter((column) => !hidden || !IDENTITY_COLUMNS.includes(column) || holds(column));
}

/** Through a link or a QR code of their own. */
function isOwnMeans(text: string | undefined): boolean {
  return text === MEANS_WORDS.link || text === MEANS_WORDS.qr_code;
}

/** The row with another text in a cell, and its consequences for other cells. */
export function withCell(row: GridRow, column: GridColumn, text: string): GridRow {
  // Another name means another person.
  if (column === "name" && row.personId !== null && text !== row.cells.name)
    return withCell(withoutPerson(row), column, text);
  const cells = { ...row.cells, [column]: text };
  if (column !== "permission" || isSameCell("permission", row.cells.permission, text))
    return { ...row, cells };
  if (text.trim() === "" || readCell("permission", text).text === "")
    return { ...row, cells: { ...cells, means: "" } };
  const kept = cells.means && !isOwnMeans(cells.means) ? cells.means : MEANS_WORDS.facilitator;
  return { ...row, cells: { ...cells, means: kept } };
}

/** Puts a registered person into a row; cells that are already filled stay. */
export function withPerson(row: GridRow, person: KnownPerson): GridRow {
  const before = withoutPerson(row).cells;
  const cells = { ...before, name: person.name };
  cells.organisation = person.organisation ?? "";
  cells.email = person.email ?? "";
  for (const column of GRID_COLUMNS) if (!cells[column]) cells[column] = person.described[column] ?? "";
  const filled: GridCells = {};
  for (const column of GRID_COLUMNS)
    if (column !== "name" && cells[column] !== before[column]) filled[column] = cells[column];
  return { ...row, personId: person.personId, filled, cells };
}

/** Removes the chosen person and the cells that the choice filled in; cells that were changed since stay. */
function withoutPerson({ filled = {}, ...row }: GridRow): GridRow {
  const cells = { ...row.cells };
  for (const column of GRID_COLUMNS)
    if (filled[column] !== undefined && cells[column] === filled[column]) cells[column] = "";
  return { ...row, personId: null, cells };
}

/** Whether the cell belongs to the row's known person: it is changed on their own page, not here. */
export function isFixed({ personId }: Pick<GridRow, "personId">, column: GridColumn): boolean {
  return personId !== null && (column === "organisation" || column === "email");
}

/** Hosts are not asked; see `choosesPermission`. */
export function isAsked({ cells }: Pick<GridRow, "cells">): boolean {
  return choosesPermission({ host: readCell("host", cells.host ?? "").text === "Yes", erased: false });
}
