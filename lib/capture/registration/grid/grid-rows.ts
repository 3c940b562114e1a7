import { isBlank, isSameCell, readCell } from "./grid-cells";
import { GRID_COLUMNS, type GridCells, type GridColumn } from "./grid-columns";
import { onOneLine, type PastedBlock } from "./grid-paste";
import {
  changedColumns,
  isAsked,
  isFixed,
  isToSave,
  withCell,
  withPerson,
  type GridRow,
  type KnownPerson,
} from "./grid-row";
import type { CellConflict } from "./grid-state";

/** The rows on the page, the selected ones, and those to which undo and redo return. */
export type GridSheet = {
  rows: GridRow[];
  chosen: readonly string[];
  past: GridRow[][];
  future: GridRow[][];
  /** What the last step did, in words. */
  said: string;
};

export const sheetOf = (rows: GridRow[]): GridSheet => ({ rows, chosen: [], past: [], future: [], said: "" });

export type GridChange =
  /** While somebody types: there is no step to undo until they leave the cell. */
  | { do: "type"; id: string; column: GridColumn; text: string }
  | { do: "leave"; column: GridColumn; before: GridRow }
  | { do: "restore"; before: GridRow }
  | { do: "paste"; id: string; block: PastedBlock }
  | { do: "choose"; ids: readonly string[] }
  /** For the selected rows. */
  | { do: "permit"; permission: string; means: string }
  | { do: "say"; said: string }
  | { do: "person"; id: string; person: KnownPerson }
  | { do: "remove"; id: string }
  | { do: "undo" | "redo" }
  /** What was sent is stored. */
  | { do: "saved"; rows: readonly GridRow[] }
  | { do: "conflicts"; conflicts: readonly CellConflict[] }
  | { do: "theirs"; id: string; column: GridColumn }
  /** The stored rows, read again. */
  | { do: "stored"; rows: readonly GridRow[] };

const STEPS = 100;

export function blankRow(id: string): GridRow {
  return { id, label: null, personId: null, base: {}, cells: {} };
}

/**
 * The rows after a change. There is always a blank row at the end. The same change gives new rows the same
 * ids however often it is computed: React computes it again when an earlier change of lower priority comes
 * before it, and a row with another id would lose the focus and the typed text.
 */
export function changeSheet(sheet: GridSheet, change: GridChange): GridSheet {
  const newRow = rowMaker(change);
  const after = applyChange(sheet, change, newRow);
  const last = after.rows.at(-1);
  if (last && last.label === null && !isToSave(last)) return after;
  return { ...after, rows: [...after.rows, newRow()] };
}

const madeBy = new WeakMap<GridChange, string[]>();

/** Returns the rows that a change adds, in turn. */
function rowMaker(change: GridChange): () => GridRow {
  const ids = madeBy.get(change) ?? [];
  madeBy.set(change, ids);
  let next = 0;
  return () => blankRow((ids[next++] ??= crypto.randomUUID()));
}

function applyChange(sheet: GridSheet, change: GridChange, newRow: () => GridRow): GridSheet {
  const { rows } = sheet;
  switch (change.do) {
    case "type":
      return { ...sheet, rows: inRow(rows, change.id, (row) => withCell(row, change.column, change.text)) };
    case "leave":
      return leave(sheet, change.column, change.before);
    case "restore":
      return { ...sheet, rows: inRow(rows, change.before.id, () => change.before) };
    case "paste":
      return step(sheet, paste(rows, change.id, change.block, newRow));
    case "choose":
      return { ...sheet, chosen: change.ids };
    case "permit":
      return step(sheet, permit(rows, sheet.chosen, change.permission, change.means));
    case "say":
      return { ...sheet, said: change.said };
    case "person":
      return step(
        sheet,
        inRow(rows, change.id, (row) => (row.label === null ? withPerson(row, change.person) : row)),
      );
    case "remove":
      return step(
        sheet,
        rows.filter(({ id }) => id !== change.id),
      );
    case "undo":
      return backTo(sheet, sheet.past, sheet.future, false);
    case "redo":
      return backTo(sheet, sheet.future, sheet.past, true);
    case "saved":
      return { ...sheet, rows: saved(rows, change.rows), chosen: [], said: "" };
    case "conflicts":
      return { ...sheet, rows: change.conflicts.reduce(withTheirs, rows) };
    case "theirs":
      return step(
        sheet,
        inRow(rows, change.id, (row) => withCell(row, change.column, row.base[change.column] ?? "")),
      );
    case "stored":
      return { ...sheet, rows: mergeStored(rows, change.rows) };
  }
}

function inRow(rows: GridRow[], id: string, make: (row: GridRow) => GridRow): GridRow[] {
  return rows.map((row) => (row.id === id ? make(row) : row));
}

function step(sheet: GridSheet, rows: GridRow[], before = sheet.rows): GridSheet {
  return { ...sheet, rows, past: [...sheet.past, before].slice(-STEPS), future: [], said: "" };
}

/** Stores typed text in its standard spelling, or as typed where it is not recognised. */
function leave(sheet: GridSheet, column: GridColumn, before: GridRow): GridSheet {
  const { id } = before;
  const typed = sheet.rows.find((row) => row.id === id)?.cells[column];
  if (typed === undefined || typed === (before.cells[column] ?? "")) return sheet;
  const rows = inRow(sheet.rows, id, (row) => withCell(row, column, readShown(column, typed)));
  return step(
    sheet,
    rows,
    inRow(sheet.rows, id, () => before),
  );
}

/** An empty cell stays empty, whatever that means. */
function readShown(column: GridColumn, typed: string): string {
  return typed.trim() === "" ? "" : readCell(column, typed).text;
}

/** A block without headings goes into the rows from this one on; one with headings is people to be added. */
function paste(
  rows: GridRow[],
  id: string,
  { columns, rows: block, headed }: PastedBlock,
  newRow: () => GridRow,
): GridRow[] {
  const here = rows.findIndex((row) => row.id === id);
  const free = rows.findLastIndex((row) => row.label !== null || isToSave(row)) + 1;
  const start = headed ? free : here;
  const filled = [...rows];
  block.forEach((cells, down) => {
    const before = filled[start + down] ?? newRow();
    // The name first, because another name removes the chosen person.
    const name = cells[columns.indexOf("name")];
    let row =
      name === undefined ? before : withCell(before, "name", readShown("name", onOneLine("name", name)));
    columns.forEach((column, across) => {
      const text = cells[across];
      if (column !== null && text !== undefined && !isFixed(row, column))
        row = withCell(row, column, readShown(column, onOneLine(column, text)));
    });
    // What was pasted for it, not what follows from the permission.
    const means = cells[columns.indexOf("means")];
    if (means) row = withCell(row, "means", readShown("means", onOneLine("means", means)));
    filled[start + down] = row;
  });
  return filled;
}

/** Columns that a paste left out in some row, because they belong to the person chosen there. */
export function keptColumns(
  before: readonly GridRow[],
  after: readonly GridRow[],
  id: string,
  block: PastedBlock,
) {
  if (block.headed) return [];
  const here = before.findIndex((row) => row.id === id);
  return block.columns.filter(
    (column, across) =>
      column !== null &&
      block.rows.some((cells, down) => {
        const row = after[here + down];
        const text = cells[across];
        return (
          row && text !== undefined && isFixed(row, column) && !isSameCell(column, row.cells[column], text)
        );
      }),
  );
}

/** Whether a block would overwrite a cell that is not shown. */
export function meetsHidden(rows: readonly GridRow[], id: string, block: PastedBlock): boolean {
  if (block.headed) return false;
  const here = rows.findIndex((row) => row.id === id);
  return rows
    .slice(here, here + block.rows.length)
    .some(
      ({ label, cells }) =>
        label !== null && block.columns.some((column) => column && cells[column] === undefined),
    );
}

function permit(rows: GridRow[], ids: readonly string[], permission: string, means: string): GridRow[] {
  return rows.map((row) => {
    if (!ids.includes(row.id) || !isAsked(row) || (row.label === null && !isToSave(row))) return row;
    return withCell(withCell(row, "permission", permission), "means", means);
  });
}

/**
 * Undoes or redoes a step. What was stored meanwhile stays the base, so that a step across a save becomes a
 * change to be saved; a registration is not undone.
 */
function backTo(sheet: GridSheet, from: GridRow[][], to: GridRow[][], forth: boolean): GridSheet {
  const target = from.at(-1);
  if (!target) return sheet;
  const rows = target.map((row) => {
    const now = sheet.rows.find(({ id }) => id === row.id);
    if (!now || now.label === row.label) return now ? { ...row, base: now.base } : row;
    return isBlank(row.cells) ? now : { ...row, label: now.label, base: now.base };
  });
  const registered = sheet.rows.filter(
    (row) => row.label !== null && !target.some(({ id }) => id === row.id),
  );
  const all = [...registered, ...rows];
  const rest = from.slice(0, -1);
  const other = [...to, sheet.rows];
  return forth
    ? { ...sheet, rows: all, past: other, future: rest, said: "Done again." }
    : { ...sheet, rows: all, past: rest, future: other, said: "Undone." };
}

function saved(rows: GridRow[], sent: readonly GridRow[]): GridRow[] {
  return rows.map((row) => {
    const stored = sent.find(({ id }) => id === row.id);
    return stored
      ? { ...row, label: row.label ?? "", base: { ...row.base, ...understood(stored.cells) } }
      : row;
  });
}

function understood(cells: GridCells): GridCells {
  const read: GridCells = {};
  for (const column of GRID_COLUMNS) {
    const text = cells[column];
    if (text !== undefined) read[column] = readCell(column, text).text;
  }
  return read;
}

/** A colleague's value becomes the base of the next save, because the person who saves again has seen it. */
function withTheirs(rows: GridRow[], { rowId, column, theirs }: CellConflict): GridRow[] {
  return inRow(rows, rowId, (row) => ({ ...row, base: { ...row.base, [column]: theirs } }));
}

/**
 * Cells that nobody changed here show what is stored; changed cells stay, with the value that they were
 * changed from.
 */
function mergeStored(rows: GridRow[], stored: readonly GridRow[]): GridRow[] {
  const kept = stored.map((now) => {
    const row = rows.find(({ id }) => id === now.id);
    return row ? mergeRow(row, now) : now;
  });
  const others = rows.filter(
    (row) =>
      !stored.some(({ id }) => id === row.id) && (row.label === null || changedColumns(row).length > 0),
  );
  return [...kept, ...others];
}

function mergeRow(row: GridRow, now: GridRow): GridRow {
  const merged: GridRow = { ...now, base: { ...now.base }, cells: { ...now.cells } };
  for (const column of GRID_COLUMNS) {
    const [text, base] = [row.cells[column], row.base[column]];
    if (text === undefined || now.base[column] === undefined) continue;
    if (isSameCell(column, text, base) || isSameCell(column, text, now.base[column])) continue;
    merged.cells[column] = text;
    merged.base[column] = base ?? "";
  }
  return merged;
}
