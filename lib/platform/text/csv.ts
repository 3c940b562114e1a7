import { fileText } from "./file-text";

/** A cell that a spreadsheet would read as a formula, after any number of apostrophes and spaces. */
const FORMULA = /^[\s']*[=+\-@]|^'*\t/;

/** Before the first row, so that spreadsheets read UTF-8. */
export const CSV_START = "\uFEFF";

/**
 * Rows as CSV for a spreadsheet: line ends and quotation as in RFC 4180, formulas made harmless with an apostrophe.
 */
export function csvRows(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}

/** A whole file of rows. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return CSV_START + csvRows(rows);
}

function cellOf(text: string): string {
  const words = fileText(text);
  const safe = FORMULA.test(words) ? `'${words}` : words;
  return /[",\r\n;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The words of a cell as they were before it was given an apostrophe. */
export function cellText(cell: string): string {
  return FORMULA.test(cell) && cell.startsWith("'") ? cell.slice(1) : cell;
}
