import { CsvError, parse } from "csv-parse/sync";
import { invalid } from "@/lib/platform/errors";
import { decodeFile, type Encoding } from "./decode-file";
import { columnsOf, IMPORT_FIELDS, type ImportField, type Mapping } from "./import-columns";
import { readRow, type ImportContext, type ImportRow, type RowProblem } from "./import-row";

export const MAX_ROWS = 20_000;

export type ParsedFile = {
  rows: ImportRow[];
  /** Empty when every row can be taken in. */
  problems: RowProblem[];
  encoding: Encoding;
  /** Field to the header of the column it was read from. */
  mapping: Mapping;
};

/** Reads a CSV file into lines. A file that cannot be read at all is refused; bad rows are named one by one. */
export function parseImport(bytes: Uint8Array, context: ImportContext, given: Mapping = {}): ParsedFile {
  const { text, encoding } = decodeFile(bytes);
  const [header, ...records] = readRecords(text);
  if (!header) throw invalid("This file has no lines.", "file");
  if (records.length === 0)
    throw invalid(
      "This file has one line only. The first line names the columns, the words follow below.",
      "file",
    );
  if (records.length > MAX_ROWS)
    throw invalid(
      `This file has more than ${MAX_ROWS.toLocaleString("en-GB")} rows. Split it in two.`,
      "file",
    );
  const columns = columnsOf(header.cells, given);
  const rows: ImportRow[] = [];
  const problems: RowProblem[] = [];
  for (const { line, cells } of records) {
    const row = readOne(line, cells, header.cells.length, columns, context);
    if ("reason" in row) problems.push(row);
    else rows.push(row);
  }
  const mapping = Object.fromEntries(
    IMPORT_FIELDS.flatMap((field) => {
      const index = columns[field];
      return index === undefined ? [] : [[field, header.cells[index]?.trim() ?? ""]];
    }),
  );
  return { rows, problems, encoding, mapping };
}

function readOne(
  line: number,
  cells: readonly string[],
  width: number,
  columns: Partial<Record<ImportField, number>>,
  context: ImportContext,
): ImportRow | RowProblem {
  if (cells.length > width && cells.slice(width).some((extra) => extra.trim() !== ""))
    return {
      line,
      reason: `It has ${cells.length} columns where the first line names ${width}. Put words that hold a comma in quotation marks`,
    };
  const cell = (field: ImportField) => {
    const index = columns[field];
    return index === undefined ? "" : (cells[index] ?? "").trim();
  };
  return readRow(line, cell, context);
}

type FileRecord = { line: number; cells: string[] };

/** Every record that is not blank, with the number of the line on which it begins. */
function readRecords(decoded: string): FileRecord[] {
  const text = decoded.replace(/\r\n?/g, "\n");
  const records: FileRecord[] = [];
  let begins = 1;
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      on_record: (cells: string[], { lines }) => {
        if (cells.some((cell) => cell.trim() !== "")) records.push({ line: begins, cells });
        begins = lines + 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw invalid(
      `The file cannot be read from line ${begins} on: a quotation mark there is opened and not closed, or closed too early. Nothing was imported.`,
      "file",
    );
  }
  return records;
}

const DELIMITERS = [",", ";", "\t"] as const;

/** The sign that splits the first line into most columns, quoted ones left whole. */
function delimiterOf(text: string): string {
  const unquoted = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, "");
  const first = unquoted.split("\n", 1)[0] ?? "";
  const counts = DELIMITERS.map((sign) => first.split(sign).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}
