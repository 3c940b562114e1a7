"use client";

import { Link } from "@/components/ui/link";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import type { SpeakerOption } from "@/lib/capture/session/bar/grammar";
import type { Said, ThemeChange } from "@/lib/capture/contribution/contribution-edit";
import type { ShownContribution } from "@/lib/capture/session/record-view";
import { EditMarks } from "./edit-marks";
import { SplitChoice } from "./split-choice";
import type { AgendaQuestion, Theme } from "../types";
import { useContributionEdit } from "./use-contribution-edit";

type Props = {
  /** As it is when the editor opens. */
  contribution: ShownContribution;
  speakers: readonly SpeakerOption[];
  questions: readonly AgendaQuestion[];
  themes: readonly Theme[];
  onSave: (opened: ShownContribution, said: Said, themes: ThemeChange | null) => void;
  onStrike: (opened: ShownContribution) => void;
  /** Where the second part begins, in code points. */
  onSplit: (opened: ShownContribution, at: number) => void;
  /** Null where no contribution before it can be joined to it. */
  onJoin: ((opened: ShownContribution) => void) | null;
  onClose: () => void;
  /** The contribution's own page; null while it is not on the server. */
  href: string | null;
};

/**
 * Editing in place: Enter in the words saves, Ctrl and Enter saves from anywhere; Escape leaves the
 * contribution as it was.
 */
export function ContributionEditor(props: Props) {
  const { speakers, questions, themes, onSave, onStrike, onSplit, onJoin, onClose, href } = props;
  // What a colleague changes meanwhile was not read and edited here: the server gets the revision that was,
  // and compares.
  const [contribution] = useState(props.contribution);
  const id = useId();
  const words = useRef<HTMLTextAreaElement>(null);
  const editor = useRef<HTMLDivElement>(null);
  const { fields, set, quotable, correctsThemes, read } = useContributionEdit(contribution, speakers);
  const { text } = fields;
  const [caret, setCaret] = useState(contribution.text.length);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    const box = words.current;
    box?.focus();
    box?.setSelectionRange(box.value.length, box.value.length);
    // Its buttons must be visible too, above the capture bar.
    editor.current?.scrollIntoView({ block: "nearest" });
  }, []);

  const save = () => {
    const edit = read();
    if (edit === null) onClose();
    else if ("problem" in edit) setProblem(edit.problem);
    else onSave(contribution, edit.said, edit.themes);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey, ctrlKey, metaKey, target } = event;
    if (key === "Escape") return onClose();
    if (key !== "Enter") return;
    const inWords = target === words.current && !shiftKey;
    if (!inWords && !ctrlKey && !metaKey) return;
    event.preventDefault();
    save();
  };
  const untouched = text === contribution.text;
  return (
    <div
      ref={editor}
      className="mt-1 grid grid-cols-1 gap-2"
      role="group"
      aria-label="Edit this contribution"
      onKeyDown={onKeyDown}
    >
      <label htmlFor={`${id}-words`} className="sr-only">
        What was said
      </label>
      <textarea
        ref={words}
        id={`${id}-words`}
        rows={Math.min(8, Math.ceil(text.length / 60) + 1)}
        value={text}
        maxLength={10_000}
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${id}-problem`}
        onChange={({ target }) => {
          setProblem(null);
          set({ text: target.value });
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        className="voice w-full rounded border-2 border-ink bg-card px-2.5 py-1.5"
      />
      <p id={`${id}-problem`} role="alert" className="text-meta font-semibold text-danger empty:hidden">
        {problem}
      </p>
      <EditMarks
        fields={fields}
        set={set}
        quotable={quotable}
        correctsThemes={correctsThemes}
        speakers={speakers}
        questions={questions}
        themes={themes}
      />
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={save}>
          Save
        </Button>
        <Button size="small" variant="quiet" onClick={onClose}>
          Cancel
        </Button>
        {untouched && !contribution.struck && (
          <SplitChoice text={text} caret={caret} onSplit={(at) => onSplit(contribution, at)} />
        )}
        {onJoin && untouched && (
          <Button size="small" variant="quiet" onClick={() => onJoin(contribution)}>
            Join to the previous contribution
          </Button>
        )}
        <Button size="small" variant="quiet" onClick={() => onStrike(contribution)}>
          {contribution.struck ? "Restore" : "Strike out"}
        </Button>
        {href && (
          <Link href={href} className="inline-flex min-h-8 items-center text-sm">
            History, clearance and more
          </Link>
        )}
      </div>
    </div>
  );
}
