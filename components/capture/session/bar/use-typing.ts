"use client";

import type { Draft } from "@/lib/capture/session/bar/draft";
import {
  SIGN_STANCE,
  withoutSign,
  withSignAt,
  type Choice,
  type Sign,
} from "@/lib/capture/session/bar/grammar";
import type { useBarWords } from "./use-bar-words";
import type { Completion } from "./choice/use-completion";
import type { useTaking } from "./sign/use-taking";

type Typing = {
  draft: Draft;
  words: ReturnType<typeof useBarWords>;
  taking: ReturnType<typeof useTaking>;
  completion: Completion;
  onDraft: (draft: Draft) => void;
  onChoose: (choice: Choice, draft: Draft) => void;
  onSeekName: () => void;
  /** The words are others than those that a question was asked about. */
  onTyped: () => void;
};

/** What typing, choosing from the list and pressing a sign do to the words, and where they leave the caret. */
export function useTyping({ draft, words, taking, completion, onDraft, onChoose, ...on }: Typing) {
  const { open } = completion;

  const change = (text: string, at: number) => {
    on.onTyped();
    const taken = taking.take(draft.text, text, at, open?.sign ?? null);
    const next = { ...draft, text: taken?.text ?? text };
    const caret = taken?.caret ?? at;
    if (taken) words.putCaret(caret);
    if (taken?.choice) onChoose(taken.choice, next);
    else onDraft(next);
    if (completion.look(next.text, caret)) on.onSeekName();
  };
  const choose = (choice: Choice) => {
    if (!open) return;
    const left = withoutSign(draft.text, open.sign);
    words.putCaret(left.caret);
    completion.look(left.text, left.caret);
    onChoose(choice, { ...draft, text: left.text });
    words.focus();
  };
  /** For those who point: a stance is chosen at once, any other sign goes where the caret is. */
  const press = (sign: Sign) => {
    const stance = SIGN_STANCE[sign];
    if (stance) {
      onChoose({ kind: "stance", stance }, draft);
      return words.focus();
    }
    const put = withSignAt(draft.text, words.box.current?.selectionStart ?? draft.text.length, sign);
    words.putCaret(put.caret);
    words.focus();
    change(put.text, put.caret);
  };
  return { change, choose, press };
}
