import { Extension } from "@tiptap/core";
import { Plugin, TextSelection, type Command, type EditorState, type Transaction } from "@tiptap/pm/state";
import { cellAround, CellSelection, inSameTable, tableEditing } from "@tiptap/pm/tables";
import { runCommand } from "../keys";
import { fitCells, holdsCells, insertWords } from "./pasted-table";
import { goDown, goToNext, goToPrevious, leaveTable, placeInTable } from "./table-commands";

/** At the edge of a cell or a caption nothing is joined to it. */
const keepApart =
  (edge: "start" | "end"): Command =>
  (state) => {
    const { $from, empty } = state.selection;
    if (!empty || placeInTable(state) === null) return false;
    return $from.parentOffset === (edge === "start" ? 0 : $from.parent.content.size);
  };

/** From the last row of a table that ends the text, to a paragraph below it. */
const leaveDown: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  if (placeInTable(state) === null || !empty || $from.depth < 3) return false;
  const isLast =
    $from.index(2) === $from.node(2).childCount - 1 && $from.index(0) === state.doc.childCount - 1;
  return isLast && view?.endOfTextblock("down") === true && leaveTable(state, dispatch);
};

/** Words selected from one cell into another are the cells, so that none is joined to another when they are deleted. */
function selectCells({ selection, tr }: EditorState): Transaction | null {
  if (!(selection instanceof TextSelection) || selection.$from.parent === selection.$to.parent) return null;
  const [anchor, head] = [cellAround(selection.$anchor), cellAround(selection.$head)];
  if (!anchor || !head || !inSameTable(anchor, head)) return null;
  return tr.setSelection(new CellSelection(anchor, head));
}

const pasting = new Plugin({
  props: {
    transformPasted: (slice, view) => fitCells(slice, view.state),
    handlePaste(view, _, slice) {
      const place = placeInTable(view.state);
      if (place === null || (place !== "caption" && holdsCells(slice))) return false;
      view.dispatch(insertWords(view.state, slice));
      return true;
    },
  },
  appendTransaction: (_, __, state) => selectCells(state),
});

/** Keys within a table, and how cells are selected and pasted. Escape leaves it, and Tab goes from cell to cell. */
export const tableKeys = Extension.create({
  name: "tableKeys",
  priority: 1600,
  addKeyboardShortcuts() {
    const run = (command: Command) => () => runCommand(this.editor, command);
    return {
      Tab: run(goToNext),
      "Shift-Tab": run(goToPrevious),
      Enter: run(goDown),
      ArrowDown: run(leaveDown),
      Backspace: run(keepApart("start")),
      Delete: run(keepApart("end")),
      // What is open beside the text is closed by the same key.
      Escape: () => {
        runCommand(this.editor, leaveTable);
        return false;
      },
    };
  },
  addProseMirrorPlugins: () => [pasting, tableEditing()],
});
