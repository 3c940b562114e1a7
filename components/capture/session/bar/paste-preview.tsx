"use client";

import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { SpeakerOption } from "@/lib/capture/session/bar/grammar";
import type { PastedPart } from "@/lib/capture/session/bar/pasted";

type Props = {
  parts: readonly PastedPart[];
  speakers: readonly SpeakerOption[];
  /** Why names cannot be matched, where a person may be named. */
  namesProblem: string | null;
  onSpeaker: (index: number, speaker: string) => void;
  /** Each returns why it cannot be done, or null. */
  onLog: () => string | null;
  onAsOne: () => string | null;
  onClose: () => void;
};

/**
 * What was pasted, before any of it is logged: how many contributions, each with its words and its speaker.
 */
export function PastePreview({ parts, speakers, namesProblem, onSpeaker, onLog, onAsOne, onClose }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
    // The list comes first in the page, and would get the focus.
    first.current?.focus();
  }, []);
  /** Closing returns the focus to the bar. */
  const attempt = (act: () => string | null) => {
    const wrong = act();
    setProblem(wrong);
    if (wrong === null) dialog.current?.close();
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      onClose={onClose}
      className="m-auto max-h-[90dvh] w-[min(44rem,calc(100vw-1.5rem))] flex-col rounded border-2 border-ink bg-card p-4 text-ink backdrop:bg-ink/50 open:flex sm:p-6"
    >
      <h2 id={`${id}-title`}>Log {parts.length} contributions?</h2>
      <p className="mt-1 text-meta">
        You pasted {parts.length} paragraphs. Nothing is logged yet. Check who said each of them.
        {namesProblem && ` ${namesProblem} Only labels such as P03 were matched.`}
      </p>
      <ol
        tabIndex={0}
        aria-label="Contributions to log"
        className="mt-3 min-h-0 flex-1 overflow-x-hidden overflow-y-auto border-y px-1 border-line"
      >
        {parts.map(({ text, speaker }, index) => (
          <li key={index} className="grid grid-cols-1 gap-1 border-b border-faint py-2.5 last:border-0">
            <label htmlFor={`${id}-${index}`} className="sr-only">
              Who said contribution {index + 1}
            </label>
            <div className="flex items-center gap-2">
              <span className="text-sm text-soft tabular-nums">{index + 1}.</span>
              <select
                id={`${id}-${index}`}
                value={speaker}
                onChange={({ target }) => onSpeaker(index, target.value)}
                className="min-h-9 min-w-0 flex-1 rounded border border-line bg-card px-2 text-meta pointer-coarse:min-h-11"
              >
                {speakers.map(({ value, label, name, description }) => (
                  <option key={value} value={value}>
                    {[label, [name, description].filter(Boolean).join(", ")].filter(Boolean).join(": ")}
                  </option>
                ))}
              </select>
            </div>
            <p className="voice wrap-anywhere whitespace-pre-line">{text}</p>
          </li>
        ))}
      </ol>
      <p role="alert" className="mt-2 font-semibold text-danger empty:hidden">
        {problem}
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button ref={first} onClick={() => attempt(onLog)}>
          Log {parts.length} contributions
        </Button>
        <Button variant="quiet" onClick={() => attempt(onAsOne)}>
          Paste as one
        </Button>
        <Button variant="quiet" onClick={() => dialog.current?.close()}>
          Cancel
        </Button>
      </div>
    </dialog>
  );
}
