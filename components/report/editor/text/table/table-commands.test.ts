import { getSchema } from "@tiptap/core";
import { Fragment, Slice, type Node } from "@tiptap/pm/model";
import { EditorState, TextSelection, type Command } from "@tiptap/pm/state";
import { fixTables } from "@tiptap/pm/tables";
import { expect, test } from "vitest";
import { MAX_COLUMNS } from "@/lib/report/draft/written-table";
import { TABLE_PARTS } from "@/lib/report/editor/document";
import { MARKS } from "../../schema/marks";
import { NODES } from "../../schema/nodes";
import { claimSpans } from "../identities";
import { placesOf } from "../find";
import { offsetIn, textblocksOf } from "../textblocks";
import { fitCells, holdsCells, insertWords } from "./pasted-table";
import {
  goDown,
  goToNext,
  goToPrevious,
  insertColumn,
  insertRow,
  insertTable,
  leaveTable,
  placeInTable,
  removeColumn,
  removeRow,
  removeTable,
} from "./table-commands";

const schema = getSchema([...NODES, ...MARKS]);

function begin(): EditorState {
  const paragraph = (text: string) => ({
    type: "paragraph",
    attrs: { section: "asks" },
    content: [{ type: "text", text }],
  });
  const doc = schema.nodeFromJSON({ type: "doc", content: [paragraph("Before"), paragraph("After")] });
  return EditorState.create({ doc, selection: TextSelection.create(doc, 7) });
}

function after(state: EditorState, ...commands: Command[]): EditorState {
  let now = state;
  for (const command of commands) command(now, (tr) => (now = now.apply(tr)));
  now.doc.check();
  return now;
}

const type =
  (text: string): Command =>
  ({ tr }, dispatch) => {
    dispatch?.(tr.insertText(text));
    return true;
  };

const tableIn = ({ doc }: EditorState) => doc.child(1);
const texts = (table: Node) => textblocksOf(table, 0).map(({ node }) => node.textContent);
const TWO = insertTable({ rows: 2, columns: 2 });
const written = () =>
  after(
    begin(),
    TWO,
    type("Asks"),
    goToNext,
    type("A"),
    goToNext,
    type("B"),
    goToNext,
    type("C"),
    goToNext,
    type("D"),
  );

test("a table is inserted below the paragraph, written from its caption on, and Tab in its last cell adds a row", () => {
  const state = written();
  expect(texts(tableIn(state))).toEqual(["Asks", "A", "B", "C", "D"]);
  expect(tableIn(state).attrs.section).toBe("asks");
  const more = after(state, goToNext, type("E"));
  expect(texts(tableIn(more))).toEqual(["Asks", "A", "B", "C", "D", "E", ""]);
  expect(texts(tableIn(after(state, goToPrevious, type("x"))))).toEqual(["Asks", "A", "B", "xC", "D"]);
  const first = after(state, goToPrevious, goToPrevious, goToPrevious, goToPrevious);
  expect(placeInTable(first)).toBe("caption");
});

test("Enter goes to the cell below, and from the last row to the paragraph below the table", () => {
  const state = after(written(), goToPrevious, goToPrevious, type("x"), goDown, type("y"));
  expect(texts(tableIn(state))).toEqual(["Asks", "A", "xB", "C", "yD"]);
  const left = after(state, goDown, type("Now "));
  expect(left.doc.child(2).textContent).toBe("Now After");
  const alone = after(left, removeLastBlock);
  const inside = after(
    alone,
    setCursor(textblocksOf(tableIn(alone), alone.doc.child(0).nodeSize)[1]?.start ?? 0),
  );
  const new_ = after(inside, leaveTable, type("New"));
  expect([new_.doc.childCount, new_.doc.child(2).textContent]).toEqual([3, "New"]);
});

const removeLastBlock: Command = ({ tr, doc }, dispatch) => {
  dispatch?.(tr.delete(doc.content.size - doc.child(2).nodeSize, doc.content.size));
  return true;
};
const setCursor =
  (pos: number): Command =>
  ({ tr }, dispatch) => {
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, pos)));
    return true;
  };

test("rows and columns are added and removed where the cursor is; the row of headings stays", () => {
  const wide = after(written(), insertColumn, type("E"), insertRow, type("F"));
  expect(texts(tableIn(wide))).toEqual(["Asks", "A", "B", "", "C", "D", "E", "", "", "F"]);
  const narrow = after(wide, removeRow, type("x"), removeColumn, type("y"));
  expect(texts(tableIn(narrow))).toEqual(["Asks", "A", "B", "C", "yD"]);
  const head = after(written(), goToPrevious, goToPrevious);
  expect(placeInTable(head)).toBe("headings");
  expect(removeRow(head)).toBe(false);
  let wider = written();
  for (let n = 2; n < MAX_COLUMNS; n++) wider = after(wider, insertColumn);
  expect(insertColumn(wider)).toBe(false);
  const none = after(written(), removeTable);
  expect(none.doc.children.map(({ textContent }) => textContent)).toEqual(["Before", "After"]);
});

test("a place in the text is found in the cell that it is in, and nothing reaches over two cells", () => {
  const state = written();
  const table = tableIn(state);
  const pos = state.doc.child(0).nodeSize;
  const text = "Asks\nA\tB\nC\tD";
  for (const letter of ["A", "B", "C", "D"]) {
    const at = pos + offsetIn(table, text.indexOf(letter));
    expect(state.doc.textBetween(at, at + 1)).toBe(letter);
    expect(placesOf(state.doc, letter)).toContainEqual({ from: at, to: at + 1 });
  }
  const [, a, b] = textblocksOf(table, pos);
  const marked = state.tr.addMark(a?.start ?? 0, (b?.start ?? 0) + 1, schema.mark("claim", { id: "c" }));
  expect(claimSpans(marked.doc).map(({ from, to }) => to - from)).toEqual([1, 1]);
});

test("text deleted from a paragraph into a cell leaves a table that is whole", () => {
  const state = written();
  const [, , b] = textblocksOf(tableIn(state), state.doc.child(0).nodeSize);
  const tr = state.tr.delete(3, (b?.start ?? 0) + 1);
  const cut = state.apply(tr);
  const fixed = fixTables(cut);
  (fixed ?? cut).doc.check();
  expect((fixed ?? cut).doc.textContent).toContain("D");
});

test("what is pasted into a cell is words in one line, and a table's cells; rows without their table are one", () => {
  const state = written();
  const paragraphs = ["One", "two"].map((text) => schema.node("paragraph", {}, schema.text(text)));
  const pasted = after(state, (now, dispatch) => {
    dispatch?.(insertWords(now, new Slice(Fragment.from(paragraphs), 1, 1)));
    return true;
  });
  expect(texts(tableIn(pasted)).at(-1)).toBe("DOne two");
  const table = new Slice(Fragment.from(tableIn(state)), 0, 0);
  expect(holdsCells(fitCells(table, state))).toBe(true);
  expect(fitCells(table, begin())).toBe(table);
  const rows = tableIn(state).child(1).content;
  expect(rows.firstChild?.type.name).toBe(TABLE_PARTS.row);
  const whole = fitCells(new Slice(rows, 1, 1), begin()).content.firstChild;
  whole?.check();
  expect(whole && texts(whole)).toEqual(["", "A", "B", "C", "D"]);
});
