import { MAX_ROWS, refusedFile, requireSize, tooManyRows } from "./limits";
import { officeKind, unreadableKind } from "./file-kind";
import { readCsv } from "./read-csv";
import { readXlsx } from "./read-xlsx";

type TableRow = { line: number; cells: string[] };

export type Table = {
  format: "csv" | "xlsx";
  header: string[];
  rows: TableRow[];
  /** The encoding of the text; null for a workbook. */
  encoding: string | null;
};

/** A CSV file or the first sheet of an Excel workbook; its first line names the columns. */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<Table> {
  requireSize(bytes.length);
  const unreadable = unreadableKind(bytes, fileName);
  if (unreadable) throw refusedFile(unreadable);
  const office = officeKind(bytes);
  if (office && office !== "xlsx")
    throw refusedFile("This file is a document. Choose an Excel workbook or a CSV file.");
  const rows: TableRow[] = [];
  const take = (line: number, cells: string[]) => void rows.push({ line, cells });
  const encoding = office ? (await readXlsx(bytes, take), null) : (await readCsv(bytes, take)).encoding;
  const [header, ...records] = rows;
  if (!header) throw refusedFile("This file has no lines.");
  if (records.length === 0) throw onlyHeader();
  if (records.length > MAX_ROWS) throw tooManyRows();
  return { format: office ? "xlsx" : "csv", header: header.cells, rows: records, encoding };
}

export function onlyHeader() {
  return refusedFile(
    "This file has only one line. The first line must name the columns, and each line below is one contribution.",
  );
}
