import type { Node, Schema } from "@tiptap/pm/model";
import { Selection, TextSelection, type Command, type EditorState, type Transaction } from "@tiptap/pm/state";
import {
  addColumn,
  addRow,
  deleteColumn,
  deleteRow,
  isInTable,
  selectedRect,
  TableMap,
} from "@tiptap/pm/tables";
import { MAX_COLUMNS, MAX_ROWS } from "@/lib/report/draft/written-table";
import { TABLE_NODE, TABLE_PARTS } from "@/lib/report/editor/document";
import { insertBlock } from "../marking";

/** Whether the cursor is in a table, and there in its caption, the row of headings, or another row. */
export function placeInTable(state: EditorState): "caption" | "headings" | "row" | null {
  const { $from } = state.selection;
  if ($from.depth === 0 || $from.node(1).type.name !== TABLE_NODE) return null;
  if (!isInTable(state)) return "caption";
  return selectedRect(state).top === 0 ? "headings" : "row";
}

/** A table of that size, the row of headings among its rows. */
function makeTable(schema: Schema, section: unknown, { rows, columns }: { rows: number; columns: number }) {
  const node = (name: string, content: Node[] = [], attrs = {}): Node => schema.node(name, attrs, content);
  const cells = () => Array.from({ length: columns }, () => node(TABLE_PARTS.cell));
  const lines = Array.from({ length: rows }, () => node(TABLE_PARTS.row, cells()));
  return node(TABLE_NODE, [node(TABLE_PARTS.caption), node(TABLE_PARTS.grid, lines)], { section });
}

/** A new table after the block of the cursor, which goes to its caption. */
export const insertTable = (size: { rows: number; columns: number }): Command =>
  insertBlock((schema, section) => makeTable(schema, section, size));

/** The cursor goes to the beginning of that cell of the table whose grid begins there. */
function goToCell(tr: Transaction, gridStart: number, row: number, column: number): Transaction {
  const { map, width } = TableMap.get(tr.doc.resolve(gridStart).parent);
  const cell = map[row * width + column];
  if (cell === undefined) return tr;
  return tr.setSelection(TextSelection.create(tr.doc, gridStart + cell + 1)).scrollIntoView();
}

/** A row below that of the cursor, in which it goes to the same column, or to the first. */
const addRowBelow =
  (column: "same" | "first"): Command =>
  (state, dispatch) => {
    if (!isInTable(state)) return false;
    const rect = selectedRect(state);
    if (rect.map.height >= MAX_ROWS) return false;
    const tr = addRow(state.tr, rect, rect.bottom);
    dispatch?.(goToCell(tr, rect.tableStart, rect.bottom, column === "same" ? rect.left : 0));
    return true;
  };

export const insertRow = addRowBelow("same");

/** A column after that of the cursor, in which it goes to the same row. */
export const insertColumn: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  const rect = selectedRect(state);
  if (rect.map.width >= MAX_COLUMNS) return false;
  dispatch?.(goToCell(addColumn(state.tr, rect, rect.right), rect.tableStart, rect.top, rect.right));
  return true;
};

/** The rows of the selection; the row of headings stays, since the next one would become it. */
export const removeRow: Command = (state, dispatch) =>
  placeInTable(state) === "row" && stayIn(deleteRow)(state, dispatch);

export const removeColumn: Command = (state, dispatch) =>
  isInTable(state) && stayIn(deleteColumn)(state, dispatch);

/** After it the cursor is in the table, where what was removed was, or before that. */
const stayIn =
  (command: Command): Command =>
  (state, dispatch) => {
    const { tableStart, top, left } = selectedRect(state);
    const stay = (tr: Transaction) => {
      const { width, height } = TableMap.get(tr.doc.resolve(tableStart).parent);
      dispatch?.(goToCell(tr, tableStart, Math.min(top, height - 1), Math.min(left, width - 1)));
    };
    return command(state, dispatch && stay);
  };

export const removeTable: Command = (state, dispatch) => {
  if (placeInTable(state) === null) return false;
  const { $from } = state.selection;
  const { tr, schema } = state;
  const { section } = $from.node(1).attrs as { section: unknown };
  const [from, to] = [$from.before(1), $from.after(1)];
  if (state.doc.childCount > 1) tr.delete(from, to);
  else tr.replaceWith(from, to, schema.node("paragraph", { section }));
  const place = tr.doc.resolve(Math.min(from, tr.doc.content.size));
  dispatch?.(tr.setSelection(Selection.near(place)).scrollIntoView());
  return true;
};

/** From the caption to the first cell, from cell to cell, and from the last to a new row. */
export const goToNext: Command = (state, dispatch) => {
  if (placeInTable(state) === "caption") return goToFirst(state, dispatch);
  if (!isInTable(state)) return false;
  const { map, tableStart, bottom, right } = selectedRect(state);
  const isLast = bottom === map.height && right === map.width;
  if (isLast) return addRowBelow("first")(state, dispatch);
  const next = (bottom - 1) * map.width + right;
  dispatch?.(goToCell(state.tr, tableStart, Math.floor(next / map.width), next % map.width));
  return true;
};

const goToFirst: Command = ({ selection: { $from }, tr }, dispatch) => {
  // The grid begins after the caption.
  dispatch?.(goToCell(tr, $from.after(2) + 1, 0, 0));
  return true;
};

/** From cell to cell backwards, and from the first to the caption. */
export const goToPrevious: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  const { map, tableStart, top, left } = selectedRect(state);
  const before = top * map.width + left - 1;
  const { tr } = state;
  if (before < 0) tr.setSelection(Selection.near(tr.doc.resolve(tableStart - 1), -1)).scrollIntoView();
  else goToCell(tr, tableStart, Math.floor(before / map.width), before % map.width);
  dispatch?.(tr);
  return true;
};

/** To the cell below; from the last row out of the table, and from the caption into it. */
export const goDown: Command = (state, dispatch) => {
  if (placeInTable(state) === "caption") return goToFirst(state, dispatch);
  if (!isInTable(state)) return false;
  const { map, tableStart, bottom, left } = selectedRect(state);
  if (bottom === map.height) return leaveTable(state, dispatch);
  dispatch?.(goToCell(state.tr, tableStart, bottom, left));
  return true;
};

/** To what comes after the table: a new paragraph, where that is another table or nothing. */
export const leaveTable: Command = (state, dispatch) => {
  if (placeInTable(state) === null) return false;
  const { $from } = state.selection;
  const { tr, schema } = state;
  const after = $from.after(1);
  const next = state.doc.resolve(after).nodeAfter;
  if (!next || next.type.name === TABLE_NODE) {
    const { section } = $from.node(1).attrs as { section: unknown };
    tr.insert(after, schema.node("paragraph", { section }));
  }
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1))).scrollIntoView());
  return true;
};
