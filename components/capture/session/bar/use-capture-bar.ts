"use client";

import type { ClipboardEventHandler, KeyboardEvent } from "react";
import { SIGN_STANCE, withoutSign, type Choice, type Room, type Sign } from "@/lib/capture/session/grammar";
import { withoutShown, withoutStaying, type Draft } from "@/lib/capture/session/draft";
import { actOf } from "./bar-keys";
import { useBarWords } from "./use-bar-words";
import { useCompletion } from "./use-completion";
import { useSignQuestion } from "./use-sign-question";
import { useTaking } from "./use-taking";

export type BarProps = {
  draft: Draft;
  room: Room;
  /** Why it could not be logged, until the next change. */
  problem: string | null;
  /** Why names cannot be matched, where that is so. */
  namesProblem: string | null;
  onDraft: (draft: Draft) => void;
  onChoose: (choice: Choice, draft: Draft) => void;
  /** Returns whether it was logged. */
  onLog: (draft: Draft) => boolean;
  /** The search text may be a person's name. */
  onSeekName: () => void;
  onPaste: ClipboardEventHandler<HTMLTextAreaElement>;
  onEditLast: () => void;
  onUndo: () => void;
};

/** What the bar does with each key, press and choice. */
export function useCaptureBar(props: BarProps) {
  const { draft, room, namesProblem, onDraft, onChoose, onSeekName, onEditLast, onUndo } = props;
  const words = useBarWords(draft.text);
  const taking = useTaking(room);
  const completion = useCompletion(room);
  const { open } = completion;

  const logged = (ready: Draft) => {
    const inHands = document.activeElement instanceof HTMLInputElement;
    const done = props.onLog(ready);
    if (done) taking.forget();
    // An invalid number is corrected in its own field.
    if (done || !inHands) words.focus();
  };
  const asking = useSignQuestion({
    draft,
    room,
    namesProblem,
    isWords: taking.isWords,
    onDraft,
    onLog: logged,
  });

  const change = (text: string, at: number) => {
    asking.close();
    const taken = taking.take(draft.text, text, at, open?.sign ?? null);
    const next = { ...draft, text: taken?.text ?? text };
    const caret = taken?.caret ?? at;
    if (taken) words.putCaret(caret);
    if (taken?.choice) onChoose(taken.choice, next);
    else onDraft(next);
    if (completion.look(next.text, caret)) onSeekName();
  };
  const choose = (choice: Choice) => {
    if (!open) return;
    const left = withoutSign(draft.text, open.sign);
    words.putCaret(left.caret);
    completion.look(left.text, left.caret);
    onChoose(choice, { ...draft, text: left.text });
    words.focus();
  };
  /** For pointers: as if the sign had been typed at the caret. */
  const insert = (sign: Sign) => {
    const at = words.box.current?.selectionStart ?? draft.text.length;
    const before = draft.text.slice(0, at);
    const typed = before === "" || /\s$/.test(before) ? sign : ` ${sign}`;
    words.putCaret(at + typed.length);
    words.focus();
    change(before + typed + draft.text.slice(at), at + typed.length);
  };
  const press = (sign: Sign) => {
    const stance = SIGN_STANCE[sign];
    if (!stance) return insert(sign);
    onChoose({ kind: "stance", stance }, draft);
    words.focus();
  };
  const dismiss = () => {
    if (asking.asked) asking.close();
    else {
      completion.dismiss();
      taking.keepLeading(draft.text);
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const { answers } = asking;
    const act = actOf(event, { open: open !== null, answers: answers.length, empty: draft.text === "" });
    if (act === null) return;
    event.preventDefault();
    if (typeof act === "object") {
      const answer = answers[act.answer];
      return answer && asking.answer(answer);
    }
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
        return dismiss();
      case "log":
        return asking.log();
      case "wait":
        return;
      case "edit-last":
        return onEditLast();
      case "undo":
        return onUndo();
      case "unmark":
        return onDraft(withoutLastMark(draft));
    }
  };

  /** In the fields of the hands, Enter first goes to the words that they belong to. */
  const enterHands = () => (draft.text.trim() === "" ? words.focus() : asking.log());
  return { words: words.box, open, asking, completion, change, choose, press, onKeyDown, enterHands };
}

/**
 * The marks of this contribution, those that stay from the preceding one first; speaker and question stay.
 */
function withoutLastMark(draft: Draft): Draft {
  if (draft.themesStay || draft.stanceStays) return withoutStaying(draft);
  if (draft.themeIds.length > 0) return { ...draft, themeIds: draft.themeIds.slice(0, -1) };
  if (draft.hands || draft.agreementSeen) return withoutShown(draft);
  return { ...draft, stance: null };
}
