import type { FileRow, RowSink } from "./reading/format";

/** A part of a file's rows, kept until it is imported: small enough for one short transaction. */
export type Piece = { position: number; bytes: Uint8Array<ArrayBuffer> };
/** What is known of a row stands before its cells, where anything is. */
type StoredRow = [line: number, ...rest: (string | { out?: string; sheet?: number })[]];

const ROWS = 1_000;
const BYTES = 512 * 1024;

/** Groups rows into pieces, each with the number of rows before it. */
export function pieceMaker(): { take: RowSink; pieces: () => Piece[] } {
  const pieces: Piece[] = [];
  let rows: string[] = [];
  let size = 0;
  let position = 0;
  const close = () => {
    if (rows.length === 0) return;
    pieces.push({ position, bytes: Uint8Array.from(Buffer.from(`[${rows.join(",")}]`)) });
    position += rows.length;
    rows = [];
    size = 0;
  };
  return {
    take: ({ line, cells, ...known }) => {
      const row = JSON.stringify(
        known.out === undefined && known.sheet === undefined ? [line, ...cells] : [line, known, ...cells],
      );
      rows.push(row);
      size += row.length;
      if (rows.length >= ROWS || size >= BYTES) close();
    },
    pieces: () => {
      close();
      return pieces;
    },
  };
}

export function rowsOf(bytes: Uint8Array): FileRow[] {
  const rows = JSON.parse(Buffer.from(bytes).toString("utf8")) as StoredRow[];
  return rows.map(([line, ...rest]) => {
    const [first, ...cells] = rest;
    return typeof first === "object"
      ? { line, cells: cells as string[], ...first }
      : { line, cells: rest as string[] };
  });
}
