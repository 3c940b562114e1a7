import type { Editor } from "@tiptap/core";
import { TextSelection, type Command } from "@tiptap/pm/state";
import type { Check, CheckKind } from "@/lib/report/check/check";
import { findBlock } from "../text/edited-blocks";
import { claimSpans } from "../text/identities";
import { runCommand } from "../text/keys";
import { unbackedIn } from "../text/underlines";

/** What puts right what a check found, in one press: something that opens for the words it is about, or a change of the text. */
export type Mend = { word: string; opens: "evidence" | "figure" } | { word: string; change: Command };

const CITED: readonly CheckKind[] = ["evidence", "unheard", "framing", "permission", "quotation"];

/** null where its author has to find other words. */
export function mendOf({ kind, blockId, message }: Check): Mend | null {
  if (blockId === null) return null;
  if (CITED.includes(kind)) return { word: "Cite evidence", opens: "evidence" };
  // What the message does not offer as a live figure is a figure that has gone, or an exact number.
  if (kind === "quantity" && message.includes("live figure"))
    return { word: "Make it a live figure", opens: "figure" };
  return kind === "empty" ? { word: "Remove it", change: removeBlock(blockId) } : null;
}

const removeBlock =
  (id: string): Command =>
  ({ doc, tr }, dispatch) => {
    const block = findBlock(doc, id);
    if (!block || doc.childCount < 2) return false;
    dispatch?.(tr.delete(block.pos, block.pos + block.node.nodeSize).scrollIntoView());
    return true;
  };

/** Goes to the words that a check is about: a quantity without a figure, its claim, or its block. */
export function goToCheck(editor: Editor, { kind, blockId, claimId }: Check): void {
  const { state } = editor;
  const block = blockId === null ? null : findBlock(state.doc, blockId);
  const within = block && { from: block.pos + 1, to: block.pos + block.node.nodeSize - 1 };
  const unbacked = kind === "quantity" && within ? unbackedIn(state, within.from, within.to) : null;
  const span = claimId === null ? undefined : claimSpans(state.doc).find(({ id }) => id === claimId);
  const place = unbacked ?? span ?? within;
  if (!place) return;
  const [from, to] = [state.doc.resolve(place.from), state.doc.resolve(place.to)];
  // Of a table as a whole the caption is shown.
  const selection = from.parent.isTextblock ? TextSelection.between(from, to) : TextSelection.near(from);
  editor.view.dispatch(state.tr.setSelection(selection).scrollIntoView());
  editor.view.focus();
}

export function mend(
  editor: Editor,
  check: Check,
  how: Mend,
  open: (what: "evidence" | "figure") => void,
): void {
  if ("change" in how) {
    runCommand(editor, how.change);
    editor.view.focus();
    return;
  }
  goToCheck(editor, check);
  open(how.opens);
}
