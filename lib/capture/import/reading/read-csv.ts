import { CsvError, parse } from "csv-parse";
import { decodePieces, type Encoding } from "./decode-file";
import { MAX_COLUMNS, MAX_ROWS, refusedFile, tooManyColumns, tooManyRows } from "./limits";

/**
 * Passes on each record that is not blank, with the number of the line on which it begins, and why it is left out where it
 * is none that can be imported.
 */
export type RecordSink = (line: number, cells: string[], out?: string) => void;

/** Reads a CSV file record by record, including its first line. An unclosed quotation mark is refused. */
export async function readCsv(bytes: Uint8Array, take: RecordSink): Promise<{ encoding: Encoding }> {
  const { encoding, pieces } = decodePieces(bytes);
  const [start = ""] = pieces();
  let begins = 1;
  let records = 0;
  const parser = parse({
    delimiter: delimiterOf(start),
    record_delimiter: "\n",
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    on_record: (cells: string[], { lines }) => {
      if (cells.some((cell) => cell.trim() !== "")) {
        if (records++ > MAX_ROWS) throw tooManyRows();
        if (cells.length > MAX_COLUMNS) throw tooManyColumns();
        take(begins, cells);
      }
      begins = lines + 1;
      return null;
    },
  });
  const broken = new Promise<never>((_, reject) => parser.on("error", reject));
  const whole = new Promise<void>((resolve) => parser.on("end", resolve));
  parser.resume();
  try {
    for (const piece of pieces()) {
      if (!parser.write(piece)) await Promise.race([new Promise((go) => parser.once("drain", go)), broken]);
    }
    parser.end();
    await Promise.race([whole, broken]);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refusedFile(
      `The file cannot be read from line ${begins}. A quotation mark there is not closed, or is closed too early. Nothing was imported.`,
    );
  } finally {
    parser.destroy();
    broken.catch(() => {});
  }
  return { encoding };
}

const DELIMITERS = [",", ";", "\t"] as const;

/** The separator that splits the first line into most columns; quoted cells are not split. */
export function delimiterOf(start: string): string {
  const unquoted = start.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, "");
  const first = unquoted.split("\n", 1)[0] ?? "";
  const counts = DELIMITERS.map((sign) => first.split(sign).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}
