import type { Editor } from "@tiptap/core";
import { TextSelection, type EditorState, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

/**
 * Makes a change that nothing pressed here caused: what somebody else wrote, or what an answer brings. The browser moves the
 * cursor at a press and announces it a moment later; a change made in between would put the cursor back to where it was.
 */
export function changeFromOutside(editor: Editor, make: (state: EditorState) => Transaction | null): void {
  if (editor.isDestroyed) return;
  takeCursor(editor.view);
  const tr = make(editor.state);
  if (tr) editor.view.dispatch(tr);
}

/** Takes over where the browser's cursor is, which the editor may not have been told yet. */
function takeCursor(view: EditorView): void {
  const { anchorNode, anchorOffset, focusNode, focusOffset, isCollapsed } = document.getSelection() ?? {};
  const { doc, selection, tr } = view.state;
  if (!view.hasFocus() || view.composing || !anchorNode || !focusNode) return;
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return;
  // All of the text may be selected in more ways than one.
  if (!isCollapsed && !(selection instanceof TextSelection)) return;
  const anchor = view.posAtDOM(anchorNode, anchorOffset ?? 0);
  const head = view.posAtDOM(focusNode, focusOffset ?? 0);
  if (anchor < 0 || head < 0 || (anchor === selection.anchor && head === selection.head)) return;
  const shown = TextSelection.between(doc.resolve(anchor), doc.resolve(head));
  if (!shown.eq(selection)) view.dispatch(tr.setSelection(shown));
}
