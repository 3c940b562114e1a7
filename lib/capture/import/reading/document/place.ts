/** Where in a table a paragraph stands, each counted from 0. */
export type Cell = { table: number; row: number; column: number };

/** More columns than a table of a document can have. */
const MAX_SPAN = 100;

/**
 * Where the reader is in a stretch of text that has tables: the body, or a text box. A table within a cell is words of that
 * cell.
 */
export class Place {
  cell: Cell | null = null;
  /** Paragraphs of one cell are read one after the other, apart from those around the table. */
  #cellFlow: number;
  #depth = 0;
  #table = 0;
  #row = -1;
  #column = 0;

  constructor(private readonly own: number) {
    this.#cellFlow = own;
  }

  get flow(): number {
    return this.cell ? this.#cellFlow : this.own;
  }

  openTable(number: number): void {
    if (this.#depth++ > 0) return;
    this.#table = number;
    this.#row = -1;
  }

  closeTable(): void {
    if (this.#depth > 0) this.#depth--;
    if (this.#depth === 0) this.cell = null;
  }

  openRow(): void {
    if (this.#depth !== 1) return;
    this.#row++;
    this.#column = 0;
  }

  openCell(flow: number): void {
    if (this.#depth !== 1) return;
    this.cell = { table: this.#table, row: this.#row, column: this.#column++ };
    this.#cellFlow = flow;
  }

  /** The open cell takes the place of so many columns. */
  spanColumns(count: number): void {
    if (this.#depth === 1 && count > 1 && count <= MAX_SPAN) this.#column += count - 1;
  }

  closeCell(): void {
    if (this.#depth === 1) this.cell = null;
  }
}
