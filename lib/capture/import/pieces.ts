import type { RecordSink } from "./reading/read-csv";

/** A part of a file's rows, kept until it is imported: small enough for one short transaction. */
export type Piece = { position: number; bytes: Uint8Array<ArrayBuffer> };
/** `out` is why the reader left it out of what can be imported, or absent. */
export type FileRow = { line: number; cells: string[]; out?: string };

type StoredRow = [line: number, ...rest: (string | { out: string })[]];

const ROWS = 1_000;
const BYTES = 512 * 1024;

/** Groups rows into pieces, each with the number of rows before it. */
export function pieceMaker(): { take: RecordSink; pieces: () => Piece[] } {
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
    take: (line, cells, out) => {
      const row = JSON.stringify(out === undefined ? [line, ...cells] : [line, { out }, ...cells]);
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
      ? { line, cells: cells as string[], out: first.out }
      : { line, cells: rest as string[] };
  });
}
