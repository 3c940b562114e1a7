import { Fragment, Slice, type Node } from "@tiptap/pm/model";
import { TextSelection, type EditorState, type Transaction } from "@tiptap/pm/state";
import { isInTable } from "@tiptap/pm/tables";
import { TABLE_NODE, TABLE_PARTS } from "@/lib/report/editor/document";
import { placeInTable } from "./table-commands";

/**
 * What was copied, made fit for its place: in a cell, the rows of a table alone, which go into the cells from there on;
 * elsewhere, rows that were copied without their table as one.
 */
export function fitCells(slice: Slice, state: EditorState): Slice {
  const only = slice.content.childCount === 1 ? slice.content.child(0) : null;
  if (isInTable(state)) {
    const grid = only?.type.name === TABLE_NODE && slice.openStart === 0 ? only.child(1) : null;
    return grid ? new Slice(Fragment.from(grid), 0, 0) : slice;
  }
  const rows = rowsIn(slice);
  if (rows.length === 0 || placeInTable(state) !== null) return slice;
  const { schema } = state;
  const grid = schema.node(TABLE_PARTS.grid, {}, rows);
  const table = schema.node(TABLE_NODE, {}, [schema.node(TABLE_PARTS.caption), grid]);
  return new Slice(Fragment.from(table), 0, 0);
}

/** The rows at the top of what was copied, where their table did not come with them. */
function rowsIn({ content, openStart }: Slice): Node[] {
  const first = content.firstChild;
  if (!first || (first.type.name === TABLE_NODE && openStart === 0)) return [];
  if (first.type.name === TABLE_PARTS.row) return content.content.slice();
  return first.type.name === TABLE_PARTS.grid ? first.children.slice() : [];
}

/** Whether it is cells, which go into cells one by one. */
export function holdsCells({ content, openStart }: Slice): boolean {
  const name = content.firstChild?.type.name;
  const isOpen = openStart > 1;
  return !isOpen && (name === TABLE_PARTS.grid || name === TABLE_PARTS.row || name === TABLE_PARTS.cell);
}

/** The words of what was copied, in one line, in place of what is selected: a cell or a caption holds no more. */
export function insertWords({ selection, tr, schema }: EditorState, slice: Slice): Transaction {
  const nodes: Node[] = [];
  let parent: Node | null = null;
  slice.content.descendants((node, _, holder) => {
    if (!node.isText) return true;
    if (parent && holder !== parent) nodes.push(schema.text(" "));
    parent = holder;
    nodes.push(node);
    return false;
  });
  if (nodes.length === 0) return tr;
  const target =
    selection instanceof TextSelection ? tr : tr.setSelection(TextSelection.near(selection.$from));
  return target.replaceSelection(new Slice(Fragment.from(nodes), 0, 0)).scrollIntoView();
}
