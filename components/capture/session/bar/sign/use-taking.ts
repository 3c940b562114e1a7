"use client";

import { useRef } from "react";
import type { OpenSign, SignOptions } from "@/lib/capture/session/bar/grammar";
import { leadingSign, takenByTyping, type Taken } from "@/lib/capture/session/bar/typed-sign";

/**
 * What typing takes out of the words. A sign that was declared to be words stays so until the contribution is
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
    /** The leading sign is ordinary words: its list was dismissed. */
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
