"use client";

import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { Button } from "@/components/ui/button";
import { runCommand } from "../text/keys";
import { decideSuggestions, suggestionsIn, type Suggestion } from "../text/suggesting";
import { useEditorState } from "../use-draft-editor";

type Props = { editor: Editor; people: Readonly<Record<string, string>> };

/** Changes with every key only where something is proposed. */
const docWithSuggestions = ({ state: { doc } }: Editor) => (suggestionsIn(doc).length > 0 ? doc : null);

/** What is proposed, each to accept or to refuse, or all at once. */
export function SuggestionsPanel({ editor, people }: Props) {
  const doc = useEditorState(editor, docWithSuggestions, null);
  if (!doc) return null;
  const all = suggestionsIn(doc);
  const decide = (choice: "accept" | "refuse", which: (one: Suggestion) => boolean) => () => {
    runCommand(editor, decideSuggestions(choice, which));
    editor.view.focus();
  };
  const go = ({ from, to }: Suggestion) => {
    const { tr } = editor.state;
    editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from, to)).scrollIntoView());
    editor.view.focus();
  };
  return (
    <section aria-labelledby="suggestions">
      <h2 id="suggestions" className="text-subheading">
        {all.length === 1 ? "1 suggestion" : `${all.length} suggestions`}
      </h2>
      <p className="mt-2 flex flex-wrap gap-2">
        <Button size="small" variant="quiet" onClick={decide("accept", () => true)}>
          Accept all
        </Button>
        <Button size="small" variant="quiet" onClick={decide("refuse", () => true)}>
          Refuse all
        </Button>
      </p>
      <ul className="mt-3 grid gap-3 text-meta">
        {all.map((one) => (
          <li key={`${one.id} ${one.from}`} className="border-l-3 border-accent pl-3">
            <button type="button" className="editor-go" onClick={() => go(one)}>
              {one.is === "insertion" ? "Add" : "Delete"} “{one.words}”
            </button>
            <span className="block text-sm text-soft">{people[one.by] ?? "Somebody who has left"}</span>
            <span className="mt-1 flex gap-2">
              <Button
                size="small"
                variant="quiet"
                aria-label={`Accept: ${one.is === "insertion" ? "add" : "delete"} “${one.words}”`}
                onClick={decide("accept", ({ from }) => from === one.from)}
              >
                Accept
              </Button>
              <Button
                size="small"
                variant="quiet"
                aria-label={`Refuse: ${one.is === "insertion" ? "add" : "delete"} “${one.words}”`}
                onClick={decide("refuse", ({ from }) => from === one.from)}
              >
                Refuse
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
