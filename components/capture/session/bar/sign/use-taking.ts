"use client";

import { useRef } from "react";
import type { OpenSign, SignOptions } from "@/lib/capture/session/grammar";
import { leadingSign, takenByTyping, type Taken } from "@/lib/capture/session/typed-sign";

/**
 * What typing takes out of the words; a sign that was said to be words stays one until the contribution is
 * logged.
 */
export function useTaking(options: SignOptions) {
  const asWords = useRef<string | null>(null);
  const rest = useRef<readonly string[]>([]);
  return {
    take: (before: string, after: string, caret: number, open: OpenSign | null): Taken | null => {
      const typed = { before, after, caret, open, asWords: asWords.current, rest: rest.current };
      const taken = takenByTyping(typed, options);
      if (taken) rest.current = taken.rest;
      return taken;
    },
    /** The sign that the words begin with is words: it was dismissed. */
    keepLeading: (text: string) => {
      asWords.current = leadingSign(text, options)?.typed ?? asWords.current;
    },
    isWords: (typed: string) => asWords.current === typed,
    forget: () => {
      asWords.current = null;
      rest.current = [];
    },
  };
}
