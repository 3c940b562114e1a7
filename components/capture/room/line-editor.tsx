"use client";

import Link from "next/link";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { SpeakerOption } from "@/lib/capture/grammar";
import type { ShownLine } from "@/lib/capture/record-view";
import { toCodePoints } from "@/lib/platform/text";
import type { AgendaQuestion } from "./types";

type Edited = Pick<ShownLine, "text" | "kind" | "source" | "participantId" | "questionId" | "stance">;

type Props = {
  line: ShownLine;
  speakers: readonly SpeakerOption[];
  questions: readonly AgendaQuestion[];
  onSave: (edited: Edited) => void;
  onStrike: () => void;
  /** Where the second part begins, in code points. */
  onSplit: (at: number) => void;
  /** Null where there is no line before it that it can be joined to. */
  onJoin: (() => void) | null;
  onClose: () => void;
  /** The line's own page; null while it is not on the server. */
  href: string | null;
};

/** Editing in place: Enter saves, Escape leaves the line as it was. */
export function LineEditor({
  line,
  speakers,
  questions,
  onSave,
  onStrike,
  onSplit,
  onJoin,
  onClose,
  href,
}: Props) {
  const id = useId();
  const words = useRef<HTMLTextAreaElement>(null);
  const editor = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(line.text);
  const [speaker, setSpeaker] = useState(
    line.participantId ? `${line.source}:${line.participantId}` : line.source,
  );
  const [questionId, setQuestionId] = useState(line.questionId ?? "");
  const [verbatim, setVerbatim] = useState(line.kind === "verbatim");
  const [caret, setCaret] = useState(line.text.length);

  useEffect(() => {
    const box = words.current;
    box?.focus();
    box?.setSelectionRange(box.value.length, box.value.length);
    // Its buttons too, above the capture bar.
    editor.current?.scrollIntoView({ block: "nearest" });
  }, []);

  const save = () => {
    const option = speakers.find(({ value }) => value === speaker);
    const typed = text.trim();
    if (!option || typed === "") return;
    onSave({
      text: typed,
      kind: verbatim && option.source !== "note" ? "verbatim" : "note",
      source: option.source,
      participantId: option.participantId,
      questionId: questionId || null,
      stance: line.stance,
    });
  };
  const splits = text === line.text && text.slice(0, caret).trim() !== "" && text.slice(caret).trim() !== "";
  const select =
    "min-h-9 max-w-full rounded border border-line bg-card px-2 text-meta pointer-coarse:min-h-11";
  return (
    <div ref={editor} className="mt-1 grid grid-cols-1 gap-2" role="group" aria-label="Edit this line">
      <label htmlFor={`${id}-words`} className="sr-only">
        What was said
      </label>
      <textarea
        ref={words}
        id={`${id}-words`}
        rows={Math.min(8, Math.ceil(text.length / 60) + 1)}
        value={text}
        maxLength={10_000}
        onChange={({ target }) => setText(target.value)}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Escape") onClose();
          if (event.key !== "Enter" || event.shiftKey) return;
          event.preventDefault();
          save();
        }}
        className="voice w-full rounded border-2 border-ink bg-card px-2.5 py-1.5"
      />
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor={`${id}-who`} className="sr-only">
          Who said it
        </label>
        <select
          id={`${id}-who`}
          value={speaker}
          onChange={({ target }) => setSpeaker(target.value)}
          className={select}
        >
          {speakers.map(({ value, label, description }) => (
            <option key={value} value={value}>
              {description ? `${label}: ${description}` : label}
            </option>
          ))}
        </select>
        {questions.length > 0 && (
          <>
            <label htmlFor={`${id}-question`} className="sr-only">
              Question
            </label>
            <select
              id={`${id}-question`}
              value={questionId}
              onChange={({ target }) => setQuestionId(target.value)}
              className={select}
            >
              <option value="">Under no question</option>
              {questions.map((question) => (
                <option key={question.id} value={question.id}>
                  {question.position}. {question.text}
                </option>
              ))}
            </select>
          </>
        )}
        <label className="inline-flex min-h-9 items-center gap-2 text-meta">
          <input type="checkbox" checked={verbatim} onChange={({ target }) => setVerbatim(target.checked)} />
          Word for word
        </label>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={save}>
          Save
        </Button>
        <Button size="small" variant="quiet" onClick={onClose}>
          Leave as it was
        </Button>
        {splits && (
          <Button size="small" variant="quiet" onClick={() => onSplit(toCodePoints(text, caret))}>
            Split at the caret
          </Button>
        )}
        {onJoin && text === line.text && (
          <Button size="small" variant="quiet" onClick={onJoin}>
            Join to the line before
          </Button>
        )}
        <Button size="small" variant="quiet" onClick={onStrike}>
          {line.struck ? "Take back in" : "Strike out"}
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
