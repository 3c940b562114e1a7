import { Plugin, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

/**
 * Takes over where the browser's cursor is, which the editor may not have been told yet: the browser moves the cursor at a
 * press and announces it a moment later.
 */
export function takeCursor(view: EditorView): void {
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

/** What is pressed is done where the cursor is by then: a command that follows a key at once finds the words it selected. */
export function cursorBeforePress(): Plugin {
  return new Plugin({
    view(view) {
      const take = () => {
        if (view.state.selection instanceof TextSelection) takeCursor(view);
      };
      const presses = ["keydown", "pointerdown"] as const;
      for (const press of presses) document.addEventListener(press, take, true);
      return {
        destroy() {
          for (const press of presses) document.removeEventListener(press, take, true);
        },
      };
    },
  });
}
