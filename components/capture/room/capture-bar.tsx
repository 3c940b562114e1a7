"use client";

import { useId, useLayoutEffect, useRef, type KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { SIGN_STANCE, withoutSign, type Choice, type Room, type Sign } from "@/lib/capture/grammar";
import type { Draft } from "@/lib/capture/draft";
import { ChoiceList } from "./choice-list";
import { DraftMarks } from "./draft-marks";
import { HandsFields } from "./hands-fields";
import { SignButtons } from "./sign-buttons";
import { useCompletion } from "./use-completion";

type Props = {
  draft: Draft;
  room: Room;
  /** Why it could not be logged, until the next change. */
  problem: string | null;
  onDraft: (draft: Draft) => void;
  onChoose: (choice: Choice, draft: Draft) => void;
  onLog: () => void;
  onEditLast: () => void;
  onUndo: () => void;
};

/** Where everything is typed: words, and the marks chosen for them behind a sign. Enter logs the line. */
export function CaptureBar({ draft, room, problem, onDraft, onChoose, onLog, onEditLast, onUndo }: Props) {
  const id = useId();
  const words = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);
  const completion = useCompletion(room);
  const { open } = completion;

  useLayoutEffect(() => {
    const box = words.current;
    if (!box) return;
    // As high as its words, up to a third of the window; the style sheet sets the limit.
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight}px`;
    if (caret.current !== null) box.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [draft.text]);

  const change = (text: string, at: number) => {
    onDraft({ ...draft, text });
    completion.look(text, at);
  };
  const choose = (choice: Choice) => {
    if (!open) return;
    const left = withoutSign(draft.text, open.sign);
    caret.current = left.caret;
    completion.look(left.text, left.caret);
    onChoose(choice, { ...draft, text: left.text });
    words.current?.focus();
  };
  /** For those who point: as if the sign had been typed where the caret is. */
  const insert = (sign: Sign) => {
    const at = words.current?.selectionStart ?? draft.text.length;
    const before = draft.text.slice(0, at);
    const typed = before === "" || /\s$/.test(before) ? sign : ` ${sign}`;
    caret.current = at + typed.length;
    words.current?.focus();
    change(before + typed + draft.text.slice(at), at + typed.length);
  };
  const press = (sign: Sign) => {
    const stance = SIGN_STANCE[sign];
    if (stance) onChoose({ kind: "stance", stance }, draft);
    else insert(sign);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const act = keyOf(event, { open: open !== null, empty: draft.text === "" });
    if (act === null) return;
    event.preventDefault();
    switch (act) {
      case "down":
        return completion.move(1);
      case "up":
        return completion.move(-1);
      case "choose": {
        const choice = open?.choices[open.active];
        return choice && choose(choice);
      }
      case "dismiss":
        return completion.dismiss();
      case "log":
        return onLog();
      case "edit-last":
        return onEditLast();
      case "undo":
        return onUndo();
      case "unmark":
        return onDraft(withoutLastMark(draft));
    }
  };

  const active = open ? `${id}-choice-${open.active}` : undefined;
  return (
    <div className="relative">
      {open && (
        <ChoiceList
          id={id}
          sign={open.sign.sign}
          choices={open.choices}
          active={open.active}
          onChoose={choose}
        />
      )}
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2 rounded border-2 border-ink bg-card px-3 py-2 focus-within:outline-3 focus-within:outline-focus-ring focus-within:shadow-[0_0_0_6px_var(--color-focus)]">
        <DraftMarks draft={draft} room={room} onDraft={onDraft} onSign={press} />
        <label htmlFor={`${id}-words`} className="sr-only">
          What was said
        </label>
        <textarea
          ref={words}
          id={`${id}-words`}
          rows={1}
          value={draft.text}
          maxLength={10_000}
          autoComplete="off"
          spellCheck
          enterKeyHint="send"
          aria-autocomplete="list"
          aria-controls={open ? `${id}-choices` : undefined}
          aria-activedescendant={active}
          aria-describedby={`${id}-how ${id}-problem`}
          aria-invalid={problem ? true : undefined}
          placeholder="What was said"
          onChange={({ target }) => change(target.value, target.selectionStart)}
          onSelect={({ currentTarget }) => completion.look(currentTarget.value, currentTarget.selectionStart)}
          onBlur={completion.dismiss}
          onKeyDown={onKeyDown}
          className="voice max-h-[33vh] min-h-9 min-w-0 flex-[1_1_9rem] resize-none bg-transparent py-1 outline-none! shadow-none! placeholder:text-soft"
        />
        <Button onClick={onLog} className="ml-auto">
          Log it
        </Button>
        {draft.hands && <HandsFields hands={draft.hands} onHands={(hands) => onDraft({ ...draft, hands })} />}
      </div>
      <p id={`${id}-problem`} role="alert" className="mt-1.5 font-semibold text-danger empty:hidden">
        {problem}
      </p>
      <p id={`${id}-how`} className="sr-only">
        Enter logs the line, Shift and Enter begins a new one within it. Words in quotation marks are word for
        word.
      </p>
      <SignButtons onSign={press} onEditLast={onEditLast} />
    </div>
  );
}

type Act = "down" | "up" | "choose" | "dismiss" | "log" | "edit-last" | "undo" | "unmark";

function keyOf(
  { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
  { open, empty }: { open: boolean; empty: boolean },
): Act | null {
  if (altKey) return null;
  if ((ctrlKey || metaKey) && key === "z") return empty ? "undo" : null;
  if (ctrlKey || metaKey) return null;
  if (open) {
    if (key === "ArrowDown") return "down";
    if (key === "ArrowUp") return "up";
    if (key === "Enter" || (key === "Tab" && !shiftKey)) return "choose";
    if (key === "Escape") return "dismiss";
    return null;
  }
  if (key === "Enter" && !shiftKey) return "log";
  if (key === "ArrowUp" && empty) return "edit-last";
  if (key === "Backspace" && empty) return "unmark";
  return null;
}

/** The marks of this line alone; speaker and question stay until they are changed. */
function withoutLastMark(draft: Draft): Draft {
  if (draft.themeIds.length > 0) return { ...draft, themeIds: draft.themeIds.slice(0, -1) };
  if (draft.hands || draft.agreementSeen) return { ...draft, hands: null, agreementSeen: false };
  return { ...draft, stance: null };
}
