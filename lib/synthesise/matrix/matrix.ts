import { countOf } from "@/lib/platform/text/count-words";
import type { Theme } from "@/lib/tag/codebook/theme";
import type { Change } from "./basis";
import type { RowKind } from "./selection";

/** A person, by the label that they had at each roundtable, or a roundtable. */
export type MatrixRow = {
  id: string;
  /** "P07", or the title of a roundtable. */
  title: string;
  /** The roundtable of that label; of a person at several, each with its own. Empty for a roundtable. */
  where: string;
  /** Role and phase as at the latest of them; for a roundtable its date. */
  about: string;
};

export type MatrixColumn = Pick<Theme, "id" | "slug" | "title" | "colour" | "retired"> & {
  /** The title of the theme that it is under; null at the top. */
  under: string | null;
};

/** The summary of a cell, with what has changed since it was written or confirmed. */
type CellSummary = {
  id: string;
  text: string;
  revision: number;
  changes: readonly Change[];
};

/** The words of another cell that became this one: two people were matched, or two themes merged. */
type BroughtSummary = { id: string; text: string };

export type Cell = {
  row: string;
  theme: string;
  contributions: number;
  summary: CellSummary | null;
  brought: readonly BroughtSummary[];
};

export type Matrix = {
  kind: RowKind;
  rows: readonly MatrixRow[];
  columns: readonly MatrixColumn[];
  /** In the order of the rows, and within each of the columns. */
  cells: readonly Cell[];
};

/** nothing: neither coded nor written about. */
export type CellState = "nothing" | "unwritten" | "written" | "stale";

export function stateOf({ contributions, summary, brought }: Cell): CellState {
  const text = summary?.text ?? "";
  if (brought.length > 0) return "stale";
  if (text === "") return contributions === 0 ? "nothing" : "unwritten";
  return summary && summary.changes.length > 0 ? "stale" : "written";
}

type Written = Omit<Cell, "contributions">;
type Counted = { row: string; theme: string; contributions: number };

/** Every cell of these rows and columns, also those in which nothing was coded. */
export function buildMatrix(
  kind: RowKind,
  rows: readonly MatrixRow[],
  columns: readonly MatrixColumn[],
  { counted, written }: { counted: readonly Counted[]; written: readonly Written[] },
): Matrix {
  const key = (row: string, theme: string) => `${row} ${theme}`;
  const counts = new Map(counted.map((one) => [key(one.row, one.theme), one.contributions]));
  const summaries = new Map(written.map((one) => [key(one.row, one.theme), one]));
  const cells = rows.flatMap(({ id: row }) =>
    columns.map(({ id: theme }): Cell => {
      const { summary = null, brought = [] } = summaries.get(key(row, theme)) ?? {};
      return { row, theme, contributions: counts.get(key(row, theme)) ?? 0, summary, brought };
    }),
  );
  return { kind, rows, columns, cells };
}

export type Progress = { cells: number; written: number; stale: number };

/** How many cells have something in them, how many of those a summary, and how many of these are to be checked. */
export function progressOf({ cells }: Pick<Matrix, "cells">): Progress {
  const states = cells.map(stateOf).filter((state) => state !== "nothing");
  return {
    cells: states.length,
    written: states.filter((state) => state !== "unwritten").length,
    stale: states.filter((state) => state === "stale").length,
  };
}

/** "12 of 40 cells have a summary. 3 of them are to be checked." */
export function progressInWords({ cells, written, stale }: Progress): string {
  const have = `${written.toLocaleString("en-GB")} of ${countOf(cells, "cell")} ${written === 1 ? "has" : "have"} a summary.`;
  return stale === 0
    ? have
    : `${have} ${stale === 1 ? "1 of them is" : `${stale} of them are`} to be checked.`;
}

type At = { row: string; theme: string };
const isAt = (cell: At, { row, theme }: At) => cell.row === row && cell.theme === theme;

/** The next cells with something in them in the four directions; null at the edge. */
export function neighboursOf({ cells }: Pick<Matrix, "cells">, at: At) {
  const inRow = cells.filter(
    (cell) => isAt(cell, at) || (cell.row === at.row && stateOf(cell) !== "nothing"),
  );
  const inColumn = cells.filter(
    (cell) => isAt(cell, at) || (cell.theme === at.theme && stateOf(cell) !== "nothing"),
  );
  const beside = (list: readonly Cell[], step: number) => {
    const index = list.findIndex((cell) => isAt(cell, at));
    return index < 0 ? null : (list[index + step] ?? null);
  };
  return {
    left: beside(inRow, -1),
    right: beside(inRow, 1),
    up: beside(inColumn, -1),
    down: beside(inColumn, 1),
  };
}

/** The next cell in that state after this one, from the first again after the last; null where there is no other. */
export function nextInState({ cells }: Pick<Matrix, "cells">, at: At | null, state: CellState): Cell | null {
  const from = at ? cells.findIndex((cell) => isAt(cell, at)) : -1;
  const around = [...cells.slice(from + 1), ...cells.slice(0, Math.max(from, 0))];
  return around.find((cell) => stateOf(cell) === state) ?? null;
}
