"use client";

import type { Editor } from "@tiptap/core";
import { useMemo, type ReactNode } from "react";
import { Panel } from "../panel/panel";
import { selectedWords, type SelectedWords } from "./selected-words";

/** Given by a later stage: a form for these words, or why there is none. */
export type CommentForm = (selected: SelectedWords, done: () => void) => ReactNode;

type Props = {
  editor: Editor;
  /** Another object each time that the panel is asked for. */
  asked: object;
  form: CommentForm;
  onClose: () => void;
};

/** Begins a comment on what is selected, or on the whole paragraph of the cursor. */
export function CommentPanel({ editor, asked, form, onClose }: Props) {
  // What was selected when it was asked for, whatever the cursor does meanwhile.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const selected = useMemo(() => selectedWords(editor.state), [editor, asked]);
  return (
    <Panel title="Comment" onClose={onClose}>
      {selected && <div key={`${selected.blockId} ${selected.words}`}>{form(selected, onClose)}</div>}
    </Panel>
  );
}
