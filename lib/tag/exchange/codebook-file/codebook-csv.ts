import { CsvError, parse } from "csv-parse/sync";
import { judgeSeparator, SEPARATORS } from "@/lib/capture/import/reading/table/judge-separator";
import { csvText } from "@/lib/platform/text/csv";
import { findHeader } from "./codebook-columns";
import { problem, readCodebookRows, type CodebookTable, type CsvProblem } from "./codebook-table";
import type { CodebookTheme } from "./codebook-theme";

const COLUMNS = [
  { name: "slug", field: "slug" },
  { name: "axis", field: "axis" },
  { name: "title", field: "title" },
  { name: "definition", field: "definition" },
  { name: "includes", field: "includes" },
  { name: "excludes", field: "excludes" },
  { name: "signal words", field: "signalWords" },
  { name: "colour", field: "colour" },
  { name: "parent", field: "parent" },
] as const;

/** A codebook as a table: one theme for each row, in order. */
export function writeCodebookCsv(themes: readonly CodebookTheme[]): string {
  return csvText([
    COLUMNS.map(({ name }) => name),
    ...themes.map((theme) => COLUMNS.map(({ field }) => theme[field] ?? "")),
  ]);
}

/**
 * Reads a table of text; columns in any order, by their headings. All errors are reported at once, row by row.
 */
export function readCodebookCsv(text: string): CodebookTable {
  const rows = cellsOf(text);
  return Array.isArray(rows)
    ? readCodebookRows(rows.map((cells, at) => ({ row: at + 1, cells })))
    : problem(rows);
}

/** The line with which a table tells Excel its separator. Excel does not show it as a row. */
const SEPARATOR = /^sep=([^\n])\n/i;

/** The cells under the separator that gives most headings of codebooks: the first line may be a title without any. */
function cellsOf(text: string): string[][] | CsvProblem {
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const told = SEPARATOR.exec(plain);
  const body = told ? plain.slice(told[0].length) : plain;
  const usual = told?.[1] ?? judgeSeparator(body);
  const others = told ? [] : SEPARATORS.filter((delimiter) => delimiter !== usual);
  const first = parsed(body, usual);
  let best = { rows: first, known: knownIn(first) };
  for (const delimiter of others) {
    const rows = parsed(body, delimiter);
    const known = knownIn(rows);
    if (known > best.known) best = { rows, known };
  }
  return best.rows;
}

function knownIn(rows: string[][] | CsvProblem): number {
  return Array.isArray(rows) ? (findHeader(rows)?.known ?? 0) : 0;
}

function parsed(text: string, delimiter: string): string[][] | CsvProblem {
  try {
    return parse(text, { delimiter, relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = "records" in error && typeof error.records === "number" ? error.records + 1 : 1;
    return { row, message: "A quotation mark is not closed, or is closed too early." };
  }
}
