"use client";

import type { ClipboardEventHandler, KeyboardEvent } from "react";
import {
  SIGN_STANCE,
  withoutSign,
  type Choice,
  type SignOptions,
  type Sign,
} from "@/lib/capture/session/grammar";
import { withoutShown, withoutStaying, type Draft } from "@/lib/capture/session/draft";
import { actOf } from "./bar-keys";
import { useBarWords } from "./use-bar-words";
import { useCompletion } from "./use-completion";
import { useSignQuestion } from "./use-sign-question";
import { useTaking } from "./use-taking";

export type BarProps = {
  draft: Draft;
  options: SignOptions;
  /** Why it could not be logged, until the next change. */
  problem: string | null;
  /** Why nobody is found by name, where that is so. */
  namesProblem: string | null;
  onDraft: (draft: Draft) => void;
  onChoose: (choice: Choice, draft: Draft) => void;
  /** Gives whether it was logged. */
  onLog: (draft: Draft) => boolean;
  /** Somebody is sought by what may be a name. */
  onSeekName: () => void;
  onPaste: ClipboardEventHandler<HTMLTextAreaElement>;
  onEditLast: () => void;
  onUndo: () => void;
};

/** What the bar does with each key, press and choice. */
export function useCaptureBar(props: BarProps) {
  const { draft, options, namesProblem, onDraft, onChoose, onSeekName, onEditLast, onUndo } = props;
  const words = useBarWords(draft.text);
  const taking = useTaking(options);
  const completion = useCompletion(options);
  const { open } = completion;

  const logged = (ready: Draft) => {
    const inHands = document.activeElement instanceof HTMLInputElement;
    const done = props.onLog(ready);
    if (done) taking.forget();
    // A number that cannot be right is put right where it stands.
    if (done || !inHands) words.focus();
  };
  const asking = useSignQuestion({
    draft,
    options,
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
  /** For those who point: as if the sign had been typed where the caret is. */
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

  /** In the fields of the hands Enter comes first to the words that they are for. */
  const enterHands = () => (draft.text.trim() === "" ? words.focus() : asking.log());
  return { words: words.box, open, asking, completion, change, choose, press, onKeyDown, enterHands };
}

/**
 * The marks of this contribution alone, those that stay from the contribution before first; speaker and
 * question stay.
 */
function withoutLastMark(draft: Draft): Draft {
  if (draft.themesStay || draft.stanceStays) return withoutStaying(draft);
  if (draft.themeIds.length > 0) return { ...draft, themeIds: draft.themeIds.slice(0, -1) };
  if (draft.hands || draft.agreementSeen) return withoutShown(draft);
  return { ...draft, stance: null };
}
