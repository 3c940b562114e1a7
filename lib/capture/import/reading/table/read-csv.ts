import { CsvError, parse } from "csv-parse";
import { decodePieces, type Decoded, type Encoding } from "../decode-file";
import { MAX_COLUMNS, MAX_ROWS, refusedFile, tooManyColumns, tooManyRows } from "../limits";
import { isDirective, judgeSeparator, type Separator } from "./judge-separator";

/** Lines above the rows of a table that do not count as rows. */
const MAX_ABOVE = 100;

/**
 * Passes on each record, blank ones too, with the number of the line on which it begins. A first line that only names the
 * separator is passed on with `directive`.
 */
export type RecordSink = (line: number, cells: string[], directive?: boolean) => void;

/** Reads a CSV file record by record, including its first line. An unclosed quotation mark is refused. */
export async function readCsv(
  bytes: Uint8Array,
  asked: { separator?: Separator; encoding?: Encoding },
  take: RecordSink,
): Promise<Omit<Decoded, "pieces"> & { separator: Separator }> {
  const { pieces, ...decoded } = decodePieces(bytes, asked.encoding);
  const [start = ""] = pieces();
  const separator = asked.separator ?? judgeSeparator(start);
  const directive = isDirective(start.split("\n", 1)[0] ?? "");
  let begins = 1;
  let records = 0;
  const parser = parse({
    delimiter: separator,
    record_delimiter: "\n",
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    on_record: (cells: string[], { lines }) => {
      if (cells.some((cell) => cell.trim() !== "") && records++ > MAX_ROWS + MAX_ABOVE) throw tooManyRows();
      if (cells.length > MAX_COLUMNS) throw tooManyColumns();
      take(begins, cells, directive && begins === 1);
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
  return { ...decoded, separator };
}
