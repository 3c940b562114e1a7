import type { EditorState } from "@tiptap/pm/state";

export type SelectedWords = { blockId: string; words: string };

/** The words selected in the block where the selection begins; none where it is only a cursor. */
export function selectedWords({ doc, selection }: EditorState): SelectedWords | null {
  const { $from, from, to } = selection;
  if ($from.depth === 0) return null;
  const blockId = $from.node(1).attrs.id as string;
  // More than one cell of a table is all of it.
  if (!$from.parent.isTextblock || ($from.depth > 1 && to > $from.end())) return { blockId, words: "" };
  return { blockId, words: doc.textBetween(from, Math.min(to, $from.end(1))).trim() };
}
