import { MAX_COLUMNS, MAX_ROWS } from "@/lib/report/draft/written-table";

/** Cells that one may span are counted to there. */
const MAX_SPAN = 1_000;
const PARTED = "p, div, li, h1, h2, h3, h4, h5, h6, blockquote, pre, dt, dd, br";

/**
 * A table of a word processor or a spreadsheet as the editor knows one: rows of cells of words. What a cell spans are empty
 * cells beside it and below. One that is there for the sake of layout, or too large for a report, is none, and is left.
 */
export function cleanTable(table: HTMLTableElement): void {
  if (table.querySelector("table")) return;
  const rows = cellsOf(table);
  const columns = Math.max(0, ...rows.map(({ length }) => length));
  if (columns < 2 || columns > MAX_COLUMNS || rows.length > MAX_ROWS) return;
  const page = table.ownerDocument;
  const clean = page.createElement("table");
  for (const cells of rows) {
    const row = clean.appendChild(page.createElement("tr"));
    for (let at = 0; at < columns; at++)
      row.appendChild(page.createElement("td")).append(...wordsOf(cells[at] ?? null));
  }
  const figure = page.createElement("figure");
  figure.setAttribute("data-table", "");
  const caption = figure.appendChild(page.createElement("figcaption"));
  caption.append(...wordsOf(table.caption));
  figure.append(clean);
  table.replaceWith(figure);
}

/** The cells of each row by column; null for what a cell of another place spans, and where there is none. */
function cellsOf(table: HTMLTableElement): (HTMLTableCellElement | null)[][] {
  const rows = [...table.rows].map((): (HTMLTableCellElement | null)[] => []);
  for (const [y, { cells }] of [...table.rows].entries()) {
    let x = 0;
    for (const cell of cells) {
      while (rows[y]?.[x] !== undefined) x++;
      for (let down = 0; down < Math.min(cell.rowSpan, MAX_SPAN); down++)
        for (let right = 0; right < Math.min(cell.colSpan, MAX_SPAN); right++) {
          const row = rows[y + down];
          if (row) row[x + right] = down + right === 0 ? cell : null;
        }
    }
  }
  // A row that spans of rows above it made has no gaps; one that ends early is filled by its reader.
  return rows.map((row) => Array.from(row, (cell) => cell ?? null)).filter((row) => row.some(Boolean));
}

/** What a cell says, in one line: paragraphs and lists in it follow one another. */
function wordsOf(cell: Element | null): ChildNode[] {
  if (!cell) return [];
  for (const part of [...cell.querySelectorAll(PARTED)].toReversed())
    part.replaceWith(" ", ...part.childNodes, " ");
  return [...cell.childNodes];
}
