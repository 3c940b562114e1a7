/** A cell that a spreadsheet would read as a formula, after any number of apostrophes. */
const FORMULA = /^'*[=+\-@\t]/;

/**
 * Rows as CSV for a spreadsheet: UTF-8 with a byte order mark, line ends and quotation as in RFC 4180,
 * formulas made harmless with an apostrophe.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const safe = FORMULA.test(text) ? `'${text}` : text;
    return /[",\r\n;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

/** The words of a cell as they were before csvText added an apostrophe. */
export function cellText(cell: string): string {
  return FORMULA.test(cell) && cell.startsWith("'") ? cell.slice(1) : cell;
}
