import type { Editor } from "@tiptap/core";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { takeCursor } from "./cursor";

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
