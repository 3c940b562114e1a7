import type { Asked, Conclusions } from "../conclusions";
import type { RowSink } from "../format";
import type { ReadFile } from "../read-file";
import { readCsv } from "./read-csv";
import { readSheets } from "./read-sheets";
import { requireRows, tableRows, type TableRead } from "./table-rows";

const DIRECTIVE = "It tells Excel which sign separates the columns";
/** Of each row in the beginning of a table, so that its line can be chosen. */
const SHOWN = { columns: 5, characters: 40 };

/** The rows of a table, each with its cells under the titles of the columns. */
export async function readTableRows(
  format: "csv" | "xlsx",
  bytes: Uint8Array,
  asked: Asked,
  take: RowSink,
): Promise<ReadFile> {
  if (format === "xlsx") {
    const { sheets, ...read } = await readSheets(bytes, asked, take);
    return tableOf(format, read, { sheets });
  }
  const table = tableRows(asked, take);
  const { candidates, ...text } = await readCsv(bytes, asked, (line, cells, directive) => {
    if (directive) take({ line, cells, out: DIRECTIVE });
    else table.row(line, cells);
  });
  return tableOf(format, table.end(), { ...text, encodings: [...candidates] });
}

function tableOf(format: "csv" | "xlsx", read: TableRead, more: Partial<Conclusions>): ReadFile {
  requireRows(read);
  const { header, rows, headerLine, firstLine } = read;
  const beginning = read.beginning.map(({ line, cells }) => ({
    line,
    cells: cells.slice(0, SHOWN.columns).map((cell) =>
      Array.from(cell.slice(0, 2 * SHOWN.characters))
        .slice(0, SHOWN.characters)
        .join(""),
    ),
  }));
  return { format, header, rows, concluded: { headerLine, firstLine, beginning, ...more } };
}
