"use client";

import type { Editor } from "@tiptap/core";
import { Button } from "@/components/ui/button";
import { runCommand } from "../text/keys";
import { markAsOwn } from "../text/marking";
import { unbackedAt } from "../text/underlines";
import { useEditorState } from "../use-draft-editor";
import { useRested } from "./use-rested";

const wordsAt = (editor: Editor) => {
  const place = unbackedAt(editor.state);
  return place ? editor.state.doc.textBetween(place.from, place.to) : "";
};

/** Whoever types beside such a word joins it to theirs and parts it again with every key. */
const REST_MS = 300;

/** While the cursor rests in a number or word of quantity that no figure backs. */
export function UnbackedPanel({ editor, onFigure }: { editor: Editor; onFigure: () => void }) {
  const words = useRested(useEditorState(editor, wordsAt, ""), REST_MS);
  if (words === "") return null;
  return (
    <section
      aria-label="A quantity without a figure"
      className="border-l-4 border-warning bg-warning-soft p-3"
    >
      <p className="text-meta">No figure backs “{words}”. Make it a live figure, or mark it as yours.</p>
      <p className="mt-2 flex flex-wrap gap-2">
        <Button size="small" onClick={onFigure}>
          Make it a live figure
        </Button>
        <Button
          size="small"
          variant="quiet"
          onClick={() => {
            runCommand(editor, markAsOwn);
            editor.view.focus();
          }}
        >
          Mark it as mine
        </Button>
      </p>
    </section>
  );
}
