import { MAX_ROWS, refusedFile, requireSize, tooManyRows } from "./limits";
import { officeKind, unreadableKind } from "./file-kind";
import { readCsv } from "./table/read-csv";
import { readXlsx } from "./table/read-xlsx";
import { requireRows } from "./table/table-rows";

type TableRow = { line: number; cells: string[] };

export type Table = {
  format: "csv" | "xlsx";
  header: string[];
  rows: TableRow[];
  /** The encoding of the text; null for a workbook. */
  encoding: string | null;
};

/** A CSV file or the first visible sheet of an Excel workbook; its first line names the columns. */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<Table> {
  requireSize(bytes.length);
  const unreadable = unreadableKind(bytes, fileName);
  if (unreadable) throw refusedFile(unreadable);
  const office = officeKind(bytes);
  if (office && office !== "xlsx")
    throw refusedFile("This file is a document. Choose an Excel workbook or a CSV file.");
  const rows: TableRow[] = [];
  const take = ({ line, cells }: TableRow) => {
    if (cells.some((cell) => cell.trim() !== "")) rows.push({ line, cells });
  };
  let encoding: string | null = null;
  if (office) for (const row of await firstSheet(bytes)) take(row);
  else
    ({ encoding } = await readCsv(bytes, {}, (line, cells, directive) => directive || take({ line, cells })));
  const [header, ...records] = rows;
  requireRows({ header: header?.cells ?? [], rows: records.length });
  if (records.length > MAX_ROWS) throw tooManyRows();
  return { format: office ? "xlsx" : "csv", header: header?.cells ?? [], rows: records, encoding };
}

/** The first visible sheet that has words. */
async function firstSheet(bytes: Uint8Array): Promise<TableRow[]> {
  const sheets = await readXlsx(bytes);
  const filled = sheets.filter(({ rows }) =>
    rows.some(({ cells }) => cells.some((cell) => cell.trim() !== "")),
  );
  return (filled.find(({ hidden }) => !hidden) ?? filled[0])?.rows ?? [];
}
