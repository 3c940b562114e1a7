"use client";

import type { ClipboardEventHandler, KeyboardEvent } from "react";
import { withoutLastMark, type Draft } from "@/lib/capture/session/bar/draft";
import type { Choice, SignOptions } from "@/lib/capture/session/bar/grammar";
import { actOf, type Act } from "./bar-keys";
import { useSignQuestion } from "./sign/use-sign-question";
import { useTaking } from "./sign/use-taking";
import { useBarWords } from "./use-bar-words";
import { useCompletion } from "./choice/use-completion";
import { useTyping } from "./use-typing";

export type BarProps = {
  draft: Draft;
  options: SignOptions;
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
  const { draft, options, namesProblem, onDraft, onChoose, onSeekName, onEditLast, onUndo } = props;
  const words = useBarWords(draft.text);
  const taking = useTaking(options);
  const completion = useCompletion(options);
  const { open } = completion;

  const logged = (ready: Draft) => {
    const inHands = document.activeElement instanceof HTMLInputElement;
    const done = props.onLog(ready);
    if (done) taking.forget();
    // An invalid number is corrected in its own field.
    if (done || !inHands) words.focus();
  };
  const { isWords } = taking;
  const asking = useSignQuestion({ draft, options, namesProblem, isWords, onDraft, onLog: logged });
  const onTyped = asking.close;
  const typing = useTyping({ draft, words, taking, completion, onDraft, onChoose, onSeekName, onTyped });

  const dismiss = () => {
    if (asking.asked) return asking.close();
    completion.dismiss();
    taking.keepLeading(draft.text);
  };
  const chooseActive = () => {
    const choice = open?.choices[open.active];
    if (choice) typing.choose(choice);
  };
  const acts: Record<Exclude<Act, { answer: number }>, () => void> = {
    down: () => completion.move(1),
    up: () => completion.move(-1),
    choose: chooseActive,
    dismiss,
    log: asking.log,
    wait: () => {},
    "edit-last": onEditLast,
    undo: onUndo,
    unmark: () => onDraft(withoutLastMark(draft)),
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const { answers } = asking;
    const act = actOf(event, { open: open !== null, answers: answers.length, empty: draft.text === "" });
    if (act === null) return;
    event.preventDefault();
    if (typeof act === "string") return acts[act]();
    const answer = answers[act.answer];
    if (answer) asking.answer(answer);
  };

  /** In the fields of the hands, Enter first goes to the words that they belong to. */
  const enterHands = () => (draft.text.trim() === "" ? words.focus() : asking.log());
  return { words: words.box, open, asking, completion, ...typing, onKeyDown, enterHands };
}
