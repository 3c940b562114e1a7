import { MAX_ROWS, refusedFile, tooManyRows } from "../limits";
import type { RowSink } from "../format";
import { BEGINNING, isNumbered, judgeHeader, type Header, type RawRow } from "./judge-header";

/** The lines that somebody chose: of the names of columns, 0 where no line has them, and of the first row. */
export type AskedLines = { headerLine?: number; firstLine?: number };

export type TableRead = {
  header: string[];
  rows: number;
  /** 0 where no line names the columns. */
  headerLine: number;
  firstLine: number;
  /** The first rows as they stand in the file. */
  beginning: RawRow[];
};

const ABOVE = "It stands above the line that names the columns";
const BETWEEN = "It stands between the names of the columns and the first row";

const isBlank = ({ cells }: RawRow) => cells.every((cell) => cell.trim() === "");

/** Takes the rows of one table, blank ones too, and passes them on once it is known which row names the columns. */
export function tableRows(asked: AskedLines, take: RowSink) {
  let held: RawRow[] | null = [];
  let read: TableRead | null = null;

  const settle = (rows: readonly RawRow[]): TableRead => {
    const { names, first } = linesAsked(rows, asked);
    const block = names === null ? [] : [...rows.slice(names, first), ...namesAbove(rows, names)];
    const beginning = rows.filter((row) => !isBlank(row));
    const settled: TableRead = {
      header: titlesOf(block, rows),
      rows: 0,
      headerLine: names === null ? 0 : (rows[names]?.line ?? 0),
      firstLine: rows[first]?.line ?? (rows.at(-1)?.line ?? 0) + 1,
      beginning,
    };
    for (const [at, row] of rows.entries())
      if (at >= first) pass(row, settled);
      else if (at !== names && !isBlank(row))
        take({ line: row.line, cells: [...row.cells], out: at < (names ?? first) ? ABOVE : BETWEEN });
    return settled;
  };
  const pass = (row: RawRow, into: TableRead) => {
    if (isBlank(row)) return;
    if (++into.rows > MAX_ROWS) throw tooManyRows();
    take({ line: row.line, cells: [...row.cells] });
  };
  return {
    row(line: number, cells: readonly string[]) {
      if (read) {
        pass({ line, cells }, read);
        return;
      }
      held?.push({ line, cells });
      if (held && held.length >= BEGINNING) {
        read = settle(held);
        held = null;
      }
    },
    end(): TableRead {
      return (read ??= settle(held ?? []));
    },
  };
}

function linesAsked(rows: readonly RawRow[], { headerLine, firstLine }: AskedLines): Header {
  const judged = judgeHeader(rows);
  const at = (line: number) => {
    const found = rows.findIndex((row) => row.line === line);
    if (found < 0)
      throw refusedFile(`There is no line ${line} in the beginning of this file. Choose another line.`);
    return found;
  };
  const names = headerLine === undefined ? judged.names : headerLine === 0 ? null : at(headerLine);
  if (firstLine !== undefined) return { names, first: Math.max((names ?? -1) + 1, at(firstLine)) };
  if (names === judged.names) return judged;
  return {
    names,
    first:
      names === null
        ? Math.max(
            0,
            rows.findIndex((row) => !isBlank(row)),
          )
        : names + 1,
  };
}

/** The row above the names, where it has names too: codes above titles. A title of the table is alone in its row. */
function namesAbove(rows: readonly RawRow[], names: number): RawRow[] {
  const above = rows[names - 1];
  const filled = above?.cells.filter((cell) => cell.trim() !== "").length ?? 0;
  return above && filled * 2 > (rows[names]?.cells.length ?? 0) ? [above] : [];
}

/**
 * The titles of the columns; one that the line leaves empty may have a title in the lines around it, and what was asked may
 * stand below a number.
 */
function titlesOf(block: readonly RawRow[], rows: readonly RawRow[]): string[] {
  const [names, ...others] = block;
  if (!names) return Array.from({ length: Math.max(0, ...rows.map(({ cells }) => cells.length)) }, () => "");
  const width = Math.max(...block.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => {
    const titles = [names, ...others].map(({ cells }) => (cells[column] ?? "").trim());
    const asked = isNumbered(titles[0] ?? "") ? titles.find((title) => title.endsWith("?")) : undefined;
    return asked ?? titles.find((title) => title !== "" && !title.startsWith("{")) ?? "";
  });
}

/** A table that has names of columns alone, or nothing. */
export function requireRows({ header, rows }: Pick<TableRead, "header" | "rows">): void {
  if (rows > 0) return;
  throw refusedFile(
    header.length === 0
      ? "This file has no lines."
      : "This file has only one line. A line must name the columns, and each line below it is a row.",
  );
}
