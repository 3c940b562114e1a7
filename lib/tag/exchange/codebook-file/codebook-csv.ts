import { CsvError, parse } from "csv-parse/sync";
import { judgeSeparator } from "@/lib/capture/import/reading/table/judge-separator";
import { MAX_THEMES, type CodebookTheme } from "./codebook-theme";
import { parentProblem, themeOfRow } from "./codebook-row";
import { cellText, csvText } from "@/lib/platform/text/csv";

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
type Column = (typeof COLUMNS)[number]["field"];

/** Other headings that people use for the columns. */
const ALSO: Partial<Record<string, Column>> = {
  name: "title",
  code: "title",
  theme: "title",
  description: "definition",
  include: "includes",
  exclude: "excludes",
  color: "colour",
  signal_words: "signalWords",
  signalwords: "signalWords",
  keywords: "signalWords",
};

/** Row numbers as a spreadsheet shows them: the headings are row 1. */
export type CsvProblem = { row: number; message: string };
type ThemeRow = { row: number; says: { slug: boolean; colour: boolean } };
export type CodebookCsv =
  /** `rows` gives the row of each theme, and which of its values were written there rather than made up. */
  { ok: true; themes: CodebookTheme[]; rows: ThemeRow[] } | { ok: false; problems: CsvProblem[] };

/** A codebook as a table: one theme for each row, in order. */
export function writeCodebookCsv(themes: readonly CodebookTheme[]): string {
  return csvText([
    COLUMNS.map(({ name }) => name),
    ...themes.map((theme) => COLUMNS.map(({ field }) => theme[field] ?? "")),
  ]);
}

/**
 * Reads such a table; columns in any order, by their headings. All errors are reported at once, row by row.
 */
export function readCodebookCsv(text: string): CodebookCsv {
  const table = cellsOf(text);
  if (!Array.isArray(table)) return { ok: false, problems: [table] };
  const [header = [], ...below] = table;
  const columns = header.map(columnNamed);
  const missing = ["title", "definition"].find((column) => !columns.some((found) => found === column));
  if (missing !== undefined) return problem(1, `There is no column “${missing}”.`);
  const filled = below
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (filled.length === 0) return problem(1, "There are no themes below the column titles.");
  if (filled.length > MAX_THEMES) return problem(1, `There are more than ${MAX_THEMES} themes.`);
  const problems: CsvProblem[] = [];
  const themes: CodebookTheme[] = [];
  for (const { row, cells } of filled) {
    const field = (column: Column) => cellText((cells[columns.indexOf(column)] ?? "").trim());
    const read = themeOfRow(field, themes);
    if (read.ok) themes.push(read.theme);
    else problems.push(...read.messages.map((message) => ({ row, message })));
  }
  if (problems.length > 0) return { ok: false, problems };
  const misplaced = filled.flatMap(({ row }, index): CsvProblem[] => {
    const theme = themes[index];
    const message = theme ? parentProblem(theme, themes) : null;
    return message === null ? [] : [{ row, message }];
  });
  if (misplaced.length > 0) return { ok: false, problems: misplaced };
  const says = (cells: readonly string[], column: Column) =>
    (cells[columns.indexOf(column)] ?? "").trim() !== "";
  const rows = filled.map(({ row, cells }) => ({
    row,
    says: { slug: says(cells, "slug"), colour: says(cells, "colour") },
  }));
  return { ok: true, themes, rows };
}

const problem = (row: number, message: string): CodebookCsv => ({ ok: false, problems: [{ row, message }] });

function cellsOf(text: string): string[][] | CsvProblem {
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  try {
    return parse(plain, { delimiter: judgeSeparator(plain), relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = "records" in error && typeof error.records === "number" ? error.records + 1 : 1;
    return { row, message: "A quotation mark is not closed, or is closed too early." };
  }
}

function columnNamed(title: string): Column | undefined {
  const name = title.trim().toLowerCase();
  return COLUMNS.find((column) => column.name === name)?.field ?? ALSO[name];
}
