/** A cell that a spreadsheet would take for a formula, however many apostrophes stand before it. */
const FORMULA = /^'*[=+\-@\t]/;

/** Rows as CSV for a spreadsheet: UTF-8 mark first, RFC 4180 line ends and quotation, formulas disarmed with an apostrophe. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const safe = FORMULA.test(text) ? `'${text}` : text;
    return /[",\r\n;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

/** The words of a cell as they were before csvText made it safe. */
export function cellText(cell: string): string {
  return FORMULA.test(cell) && cell.startsWith("'") ? cell.slice(1) : cell;
}
