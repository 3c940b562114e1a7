import type { ReturnedParagraph } from "./returned-file";

type Words = Pick<ReturnedParagraph, "before" | "after" | "comments">;
type Row = { isNew: boolean; isGone: boolean; cells: Words[] };

/** What a caption or a cell cannot hold, since it would part it. */
const PARTING = /[\t\n]/g;

/** Collects the cells of a table of a Word file; a table within a cell is words of that cell. */
export class TableReader {
  readonly #rows: Row[] = [];

  open(tag: string, inside: readonly string[]): void {
    const depth = inside.filter((one) => one === "tbl").length;
    if (depth > 1) return;
    const row = this.#rows.at(-1);
    if (tag === "tr") this.#rows.push({ isNew: false, isGone: false, cells: [] });
    else if (tag === "tc") row?.cells.push({ before: "", after: "", comments: [] });
    // A row that somebody added or took out while changes were tracked.
    else if (row && inside.at(-1) === "trPr" && tag === "ins") row.isNew = true;
    else if (row && inside.at(-1) === "trPr" && tag === "del") row.isGone = true;
  }

  /** A paragraph of the cell that is open: several of them are one line. */
  add({ before, after, comments }: Words): void {
    const cell = this.#rows.at(-1)?.cells.at(-1);
    if (!cell) return;
    const from = cell.before === "" ? 0 : cell.before.length + 1;
    const joined = (known: string, more: string) => (known && more ? `${known} ${more}` : known + more);
    cell.comments.push(...moved(comments, from));
    cell.before = joined(cell.before, before.replace(PARTING, " "));
    cell.after = joined(cell.after, after.replace(PARTING, " "));
  }

  /** The whole table as one text under its caption, which knows its block; one without a caption is none of ours. */
  under(caption: ReturnedParagraph | null): ReturnedParagraph {
    const { block = null, before = "", after = "", comments = [] } = caption ?? {};
    const table: ReturnedParagraph = {
      isTable: true,
      block,
      before: before.replace(PARTING, " "),
      after: after.replace(PARTING, " "),
      comments: [...comments],
    };
    for (const { isNew, isGone, cells } of this.#rows) {
      for (const [index, cell] of cells.entries()) {
        const parting = index === 0 ? "\n" : "\t";
        if (!isNew) {
          table.comments.push(...moved(cell.comments, table.before.length + 1));
          table.before += parting + cell.before;
        }
        if (!isGone) table.after += parting + cell.after;
      }
    }
    return table;
  }
}

const moved = (comments: Words["comments"], by: number) =>
  comments.map(({ id, start, end }) => ({ id, start: start + by, end: end + by }));
