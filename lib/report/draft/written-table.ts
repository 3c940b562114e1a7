/**
 * A table that people write is one text, as every other block is: its caption, and below it a line for each row, whose cells
 * are parted by tabs. So comments, claims, suggestions, search, comparing and erasure count in it as in a paragraph.
 * The first row holds the headings of the columns, the first cell of each other row the heading of that row.
 */

const CELL_END = "\t";
const ROW_END = "\n";
/** What a cell cannot hold, since it would part it. */
const PARTING = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/** More columns have no room on a page, and more rows no reader. */
export const MAX_COLUMNS = 12;
export const MAX_ROWS = 200;

type Piece = { text: string };

/** Whether a piece of a table's text parts two cells or rows. Such a piece stands alone, and has no marks. */
export function isSeparator({ text }: Piece): boolean {
  return text === CELL_END || text === ROW_END;
}

/** The pieces of a table's text, with what parts its cells as pieces of their own. */
export function cutAtCells<P extends Piece>(pieces: readonly P[], plain: (text: string) => P): P[] {
  return pieces.flatMap((piece) =>
    piece.text
      .split(/([\t\n])/)
      .filter((text) => text !== "")
      .map((text) => (isSeparator({ text }) ? plain(text) : { ...piece, text })),
  );
}

/** A table as its parts; every row has as many cells as the longest. There is at least one row, of one cell. */
export type TableParts<P> = { caption: P[]; rows: P[][][] };

/** The parts of pieces that were cut at cells. */
export function partsOf<P extends Piece>(pieces: readonly P[]): TableParts<P> {
  const lines: P[][][] = [[[]]];
  let isCaption = true;
  for (const piece of pieces) {
    const line = lines.at(-1) ?? [];
    if (piece.text === ROW_END) {
      lines.push([[]]);
      isCaption = false;
    } else if (piece.text !== CELL_END) line.at(-1)?.push(piece);
    else if (!isCaption) line.push([]);
  }
  const [caption = [], ...rows] = lines;
  const all = rows.length > 0 ? rows : [[[]]];
  const width = Math.max(...all.map(({ length }) => length));
  return {
    caption: caption.flat(),
    rows: all.map((cells) => [...cells, ...Array.from({ length: width - cells.length }, (): P[] => [])]),
  };
}

/** The pieces of a table again, in one line of text after another. */
export function piecesOf<P extends Piece>({ caption, rows }: TableParts<P>, plain: (text: string) => P): P[] {
  const inCell = (pieces: readonly P[]) =>
    pieces.map((piece) => ({ ...piece, text: piece.text.replace(PARTING, " ") }));
  return [
    ...inCell(caption),
    ...rows.flatMap((cells) => [
      plain(ROW_END),
      ...cells.flatMap((cell, index) => [...(index === 0 ? [] : [plain(CELL_END)]), ...inCell(cell)]),
    ]),
  ];
}

/** How many rows and columns a table's text has. */
export function sizeOf(text: string): { rows: number; columns: number } {
  const [, ...rows] = text.split(ROW_END);
  return { rows: rows.length, columns: Math.max(0, ...rows.map((row) => row.split(CELL_END).length)) };
}

/** A table's text on lines that are read one after another. */
export function cellsAsWords(text: string): string {
  return text.replaceAll(CELL_END, " | ");
}

/** A text of which each cell is a line: a sentence ends where its cell does. As long as before. */
export function cellsAsLines(text: string): string {
  return text.replaceAll(CELL_END, ROW_END);
}
