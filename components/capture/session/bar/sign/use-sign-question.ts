"use client";

import { useState } from "react";
import type { Draft } from "@/lib/capture/session/bar/draft";
import type { SignOptions } from "@/lib/capture/session/bar/grammar";
import { leadingSign, type LeadingSign } from "@/lib/capture/session/bar/typed-sign";
import { answersOf, questionOf, type SignAnswer } from "./sign-answers";

type Logging = {
  draft: Draft;
  options: SignOptions;
  namesProblem: string | null;
  /** Whether the sign was already declared to be ordinary words. */
  isWords: (typed: string) => boolean;
  onDraft: (draft: Draft) => void;
  onLog: (draft: Draft) => void;
};

/**
 * Asks, before the contribution is logged, what a sign at the beginning of the words means for which nothing
 * was chosen.
 */
export function useSignQuestion({ draft, options, namesProblem, isWords, onDraft, onLog }: Logging) {
  const [asked, setAsked] = useState<LeadingSign | null>(null);

  const log = (ready: Draft, keeps = false) => {
    const leading = keeps ? null : leadingSign(ready.text, options);
    const asks = leading !== null && !isWords(leading.typed);
    setAsked(asks ? leading : null);
    if (asks) onDraft(ready);
    else onLog(ready);
  };
  return {
    asked,
    question: asked && questionOf(asked, namesProblem),
    answers: asked ? answersOf(asked, draft, options) : [],
    log: () => log(draft),
    answer: (given: SignAnswer) => {
      if (given.draft.text.trim() !== "") return log(given.draft, given.keeps);
      // There was nothing but the sign: the words come next.
      setAsked(null);
      onDraft(given.draft);
    },
    close: () => setAsked(null),
  };
}
