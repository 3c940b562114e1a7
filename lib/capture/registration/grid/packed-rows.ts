import { GRID_COLUMNS, type GridCells } from "./grid-columns";
import type { GridRow } from "./grid-row";

/** What is known of a person beyond the cells. */
export type RowFacts = {
  contributions: number;
  /** Their choice was made under an earlier wording. */
  older: string | null;
  erased: boolean;
};

/**
 * A stored row as it is sent to the page: its cells in the order of the columns, null for one that is hidden, without the names
 * of fields and columns, which each of forty rows would repeat.
 */
export type PackedRow = readonly [
  id: string,
  label: string | null,
  contributions: number,
  erased: 0 | 1,
  older: string | null,
  ...cells: (string | null)[],
];

type Stored = Pick<GridRow, "id" | "label"> & RowFacts & { cells: GridCells };

export function packRow({ id, label, contributions, older, erased, cells }: Stored): PackedRow {
  return [id, label, contributions, erased ? 1 : 0, older, ...listCells(cells)];
}

/** The rows as they are stored, and what else is known of them by their ids. */
export function unpackRows(packed: readonly PackedRow[]): {
  stored: GridRow[];
  facts: Record<string, RowFacts>;
} {
  const facts: Record<string, RowFacts> = {};
  const stored = packed.map(([id, label, contributions, erased, older, ...list]): GridRow => {
    facts[id] = { contributions, older, erased: erased === 1 };
    const cells = cellsOfList(list);
    return { id, label, personId: null, base: cells, cells };
  });
  return { stored, facts };
}

/** Cells in the order of the columns; null for one that is not there. */
export function listCells(cells: GridCells): (string | null)[] {
  return GRID_COLUMNS.map((column) => cells[column] ?? null);
}

/** The same, read again; what is no text is no cell. */
export function cellsOfList(list: readonly unknown[]): GridCells {
  const cells: GridCells = {};
  for (const [place, column] of GRID_COLUMNS.entries()) {
    const value = list[place];
    if (typeof value === "string") cells[column] = value;
  }
  return cells;
}
