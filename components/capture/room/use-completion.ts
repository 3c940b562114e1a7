"use client";

import { useState } from "react";
import { choicesFor, openSign, type Choice, type OpenSign, type Room } from "@/lib/capture/grammar";

export type Completion = {
  /** The sign behind which the caret is, and what can be chosen; null where there is nothing to choose. */
  open: { sign: OpenSign; choices: Choice[]; active: number } | null;
  /** After every change of the text or the caret. */
  look: (text: string, caret: number) => void;
  move: (by: number) => void;
  /** The sign is text after all. */
  dismiss: () => void;
};

/** What the list behind a sign offers, and which of it is marked. */
export function useCompletion(room: Room): Completion {
  const [sign, setSign] = useState<OpenSign | null>(null);
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const choices = sign && sign.start !== dismissed ? choicesFor(sign, room) : [];
  return {
    open: sign && choices.length > 0 ? { sign, choices, active: Math.min(active, choices.length - 1) } : null,
    look: (text, caret) => {
      const now = openSign(text, caret);
      if (now?.start !== sign?.start || now?.query !== sign?.query) setActive(0);
      if (now?.start !== dismissed) setDismissed(null);
      setSign(now);
    },
    move: (by) =>
      setActive((before) => (Math.min(before, choices.length - 1) + by + choices.length) % choices.length),
    dismiss: () => setDismissed(sign?.start ?? null),
  };
}
