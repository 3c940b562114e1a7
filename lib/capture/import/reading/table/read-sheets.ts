import { MAX_COLUMNS, MAX_ROWS, refusedFile, tooManyColumns, tooManyRows } from "../limits";
import type { RowSink } from "../format";
import { readWorkbook, type Sheet } from "./read-xlsx";
import { tableRows, type AskedLines, type TableRead } from "./table-rows";

/** A sheet of a workbook, as the wizard names it. */
export type SheetFound = { name: string; hidden: boolean; rows: number; taken: boolean };

/** Of all sheets, also those that are left out: each row has a place in what an import stores. */
const MAX_ALL_ROWS = 3 * MAX_ROWS;

const NOT_CHOSEN = "It stands on a sheet that was not chosen";
const HIDDEN = "It stands on a hidden sheet that was not chosen";

/**
 * The rows of those sheets of a workbook that were asked for: where nobody asked, of all sheets with the same titles as the
 * one with most words. Hidden sheets are taken only where they are asked for. Columns of several sheets are put together by
 * their titles.
 */
export async function readSheets(
  bytes: Uint8Array,
  asked: AskedLines & { sheets?: readonly number[] },
  take: RowSink,
): Promise<TableRead & { sheets: SheetFound[] }> {
  const { sheets, apart } = await readWorkbook(bytes);
  const filled = sheets.map(({ rows }) =>
    rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== "")),
  );
  const tables = sheets.map((sheet, index) => ({ index, ...readSheet(sheet, asked) }));
  const chosen = asked.sheets?.filter((index) => (filled[index]?.length ?? 0) > 0) ?? likely(sheets, tables);
  const titles: string[] = [];
  const placed = new Map(chosen.map((index) => [index, placesIn(titles, tables[index]?.read.header ?? [])]));
  if (titles.length > MAX_COLUMNS) throw tooManyColumns();
  let rows = 0;
  const all = filled.reduce((sum, { length }) => sum + length, 0);
  for (const { index, taken } of tables) {
    const places = placed.get(index);
    if (!places) {
      const out = sheets[index]?.hidden ? HIDDEN : NOT_CHOSEN;
      for (const row of filled[index] ?? []) take({ ...row, sheet: index, out });
      continue;
    }
    for (const row of taken) {
      if (row.out !== undefined) take({ ...row, sheet: index });
      else {
        rows++;
        take({ ...row, cells: placedCells(row.cells, places, titles.length), sheet: index });
      }
    }
  }
  for (const row of apart) take(row);
  if (rows > MAX_ROWS || all > MAX_ALL_ROWS) throw tooManyRows();
  const first = tables[chosen[0] ?? 0]?.read;
  if (!first || filled.every((all) => all.length === 0)) throw refusedFile("This workbook has no rows.");
  return {
    ...first,
    header: titles,
    rows,
    sheets: sheets.map(({ name, hidden }, index) => ({
      name,
      hidden,
      rows: tables[index]?.read.rows ?? 0,
      taken: placed.has(index),
    })),
  };
}

function readSheet({ rows }: Sheet, asked: AskedLines) {
  const taken: Parameters<RowSink>[0][] = [];
  const table = tableRows(asked, (row) => taken.push(row));
  for (const { line, cells } of rows) table.row(line, cells);
  return { read: table.end(), taken };
}

type Table = { index: number; read: TableRead; taken: Parameters<RowSink>[0][] };

function likely(sheets: readonly Sheet[], tables: readonly Table[]): number[] {
  const visible = tables.filter(({ index, read }) => !sheets[index]?.hidden && read.rows > 0);
  const length = ({ taken }: Table) => taken.reduce((sum, { cells }) => sum + cells.join("").length, 0);
  const longest = visible.toSorted((a, b) => length(b) - length(a))[0] ?? tables[0];
  if (!longest) return [];
  const named = (table: Table) => table.read.header.map((title) => title.toLowerCase()).join("\n");
  const same = visible.filter((table) => named(table) === named(longest) && named(table).trim() !== "");
  return same.length > 0 ? same.map(({ index }) => index) : [longest.index];
}

/** Which of the titles each column of a sheet is; titles that are not there yet are added. */
function placesIn(titles: string[], header: readonly string[]): number[] {
  const used = new Set<number>();
  return header.map((title) => {
    const found = titles.findIndex((one, at) => one.toLowerCase() === title.toLowerCase() && !used.has(at));
    const place = found < 0 ? titles.push(title) - 1 : found;
    used.add(place);
    return place;
  });
}

function placedCells(cells: readonly string[], places: readonly number[], width: number): string[] {
  const placed = Array.from({ length: width }, () => "");
  // Cells beyond the titles keep their place, and are told as more than the first line names.
  for (const [at, cell] of cells.entries()) {
    const place = places[at];
    if (place !== undefined) placed[place] = cell;
    else if (cell.trim() !== "") placed.push(cell);
  }
  return placed;
}
