"use client";

import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { useEffect, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { placesOf, replaceAt, type Place } from "../text/find";
import { draw } from "../text/underlines";
import { useEditorState } from "../use-draft-editor";

/** Finds words in the text and replaces them, one by one or all; Escape closes it. */
export function FindBar({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [words, setWords] = useState("");
  const [instead, setInstead] = useState("");
  const [current, setCurrent] = useState(0);
  const id = useId();
  const doc = useEditorState(editor, ({ state }) => state.doc, null);
  const found = doc ? placesOf(doc, words) : [];
  const at = found.length === 0 ? -1 : Math.min(current, found.length - 1);

  useEffect(() => {
    const places = placesOf(editor.state.doc, words);
    editor.view.dispatch(
      draw(editor.state, { found: places, current: Math.min(current, places.length - 1) }),
    );
  }, [editor, words, current, doc]);
  useEffect(
    () => () => void (editor.isDestroyed || editor.view.dispatch(draw(editor.state, { found: [] }))),
    [editor],
  );

  const go = (step: number) => {
    if (found.length === 0) return;
    const next = (at + step + found.length) % found.length;
    setCurrent(next);
    const place = found[next];
    if (place)
      editor.view.dispatch(
        editor.state.tr
          .setSelection(TextSelection.create(editor.state.doc, place.from, place.to))
          .scrollIntoView(),
      );
  };
  const replace = (which: readonly Place[]) => {
    editor.view.dispatch(replaceAt(editor.state, which, { words, instead }));
  };
  const close = () => {
    onClose();
    editor.view.focus();
  };
  const here = found[at];
  return (
    <form
      role="search"
      aria-label="Find and replace"
      className="editor-find"
      data-opened
      onSubmit={(event) => {
        event.preventDefault();
        go(1);
      }}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <label htmlFor={`${id}-find`}>Find</label>
      <input
        id={`${id}-find`}
        value={words}
        autoComplete="off"
        onChange={(event) => {
          setWords(event.target.value);
          setCurrent(0);
        }}
      />
      <span className="flex flex-wrap items-center gap-2">
        <Button size="small" variant="quiet" onClick={() => go(-1)}>
          Previous
        </Button>
        <Button size="small" variant="quiet" type="submit">
          Next
        </Button>
        <span role="status" className="text-soft">
          {words === "" ? "" : found.length === 0 ? "Not found" : `${at + 1} of ${found.length}`}
        </span>
      </span>
      <label htmlFor={`${id}-with`}>Replace with</label>
      <input
        id={`${id}-with`}
        value={instead}
        autoComplete="off"
        onChange={(event) => setInstead(event.target.value)}
      />
      <span className="flex flex-wrap items-center gap-2">
        <Button size="small" variant="quiet" onClick={() => here && replace([here])}>
          Replace
        </Button>
        <Button size="small" variant="quiet" onClick={() => replace(found)}>
          Replace all
        </Button>
        <Button size="small" variant="quiet" onClick={close}>
          Close
        </Button>
      </span>
    </form>
  );
}
