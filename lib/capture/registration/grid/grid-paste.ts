import { guessColumns } from "../attendance-columns";
import { COLUMN_WORDS, GRID_COLUMNS, isGridColumn, type GridColumn } from "./grid-columns";

/**
 * The block of cells that a spreadsheet puts on the clipboard: tabs between cells, line ends between rows. A
 * cell that contains a tab, a line end or a quotation mark is in quotation marks, with its own doubled.
 */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  let at = 0;
  for (;;) {
    const { cell, end } = readBlockCell(source, at);
    row.push(cell);
    if (source[end] === "\t") at = end + 1;
    else {
      rows.push(row);
      row = [];
      if (end >= source.length) return rows;
      at = end + 1;
    }
  }
}

function readBlockCell(source: string, start: number): { cell: string; end: number } {
  const plain = /[^\t\n]*/y;
  plain.lastIndex = start;
  const cell = plain.exec(source)?.[0] ?? "";
  const unquoted = { cell, end: start + cell.length };
  if (source[start] !== '"') return unquoted;
  const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
  quoted.lastIndex = start;
  const found = quoted.exec(source);
  // An unclosed quotation mark is one that somebody typed.
  if (!found) return unquoted;
  return { cell: (found[1] ?? "").replaceAll('""', '"'), end: start + found[0].length };
}

/** Whether what was pasted is more than the text of one cell. */
export function isBlock(text: string): boolean {
  return /[\t\n]/.test(text.replace(/\r\n?/g, "\n").replace(/\n$/, ""));
}

/** A pasted block, by the columns that it goes to. `unused` are headings without a column in the grid. */
export type PastedBlock = {
  columns: (GridColumn | null)[];
  rows: string[][];
  headed: boolean;
  unused: string[];
};

/**
 * The column of each cell. A first row of headings names the columns; otherwise they start at the cell that
 * is pasted into, and null means that there are too few of them.
 */
export function placeBlock(block: readonly string[][], from: readonly GridColumn[]): PastedBlock | null {
  const [first = [], ...rest] = block;
  const columns = columnsOfHeadings(first);
  const known = columns.filter((column) => column !== null).length;
  if (known >= 2 || (first.length === 1 && known === 1 && columns[0] === from[0] && rest.length > 0)) {
    const unused = first.filter((heading, index) => columns[index] === null && heading.trim() !== "");
    return { columns, rows: rest, headed: true, unused };
  }
  const width = Math.max(...block.map((row) => row.length));
  if (width > from.length) return null;
  return { columns: from.slice(0, width), rows: [...block], headed: false, unused: [] };
}

function columnsOfHeadings(headings: readonly string[]): (GridColumn | null)[] {
  const guessed: (string | null)[] = guessColumns(headings);
  return headings.map((heading, index) => {
    const field = guessed[index] ?? "";
    if (isGridColumn(field)) return field;
    return (
      GRID_COLUMNS.find((column) => COLUMN_WORDS[column].toLowerCase() === heading.trim().toLowerCase()) ??
      null
    );
  });
}

/** The lines of a cell joined into one, because a field of a row has no line ends. */
export function onOneLine(column: GridColumn, cell: string): string {
  const glue = column === "npqsTaken" || column === "npqsDelivered" ? ", " : " ";
  return cell
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join(glue);
}
