"use client";

import { useState } from "react";
import { choicesFor } from "@/lib/capture/session/bar/choices";
import { openSign, type Choice, type OpenSign, type SignOptions } from "@/lib/capture/session/bar/grammar";

export type Completion = {
  /** The sign before the caret, and its choices; null where there are none. */
  open: { sign: OpenSign; choices: Choice[]; active: number } | null;
  /** After every change of the text or the caret; returns whether a name may be searched for. */
  look: (text: string, caret: number) => boolean;
  move: (by: number) => void;
  /** The sign is ordinary text after all. */
  dismiss: () => void;
};

/** What the list behind a sign offers, and which of it is marked. */
export function useCompletion(options: SignOptions): Completion {
  const [sign, setSign] = useState<OpenSign | null>(null);
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const choices = sign && sign.start !== dismissed ? choicesFor(sign, options) : [];
  return {
    open: sign && choices.length > 0 ? { sign, choices, active: Math.min(active, choices.length - 1) } : null,
    look: (text, caret) => {
      const now = openSign(text, caret);
      if (now?.start !== sign?.start || now?.query !== sign?.query) setActive(0);
      if (now?.start !== dismissed) setDismissed(null);
      setSign(now);
      return now !== null && maySeekName(now, options);
    },
    move: (by) =>
      setActive((before) => (Math.min(before, choices.length - 1) + by + choices.length) % choices.length),
    dismiss: () => setDismissed(sign?.start ?? null),
  };
}

/** Labels are no names: whoever types "@p07" needs none read. */
function maySeekName({ sign, query }: OpenSign, { speakers }: SignOptions): boolean {
  const typed = query.toLowerCase();
  return (
    sign === "@" &&
    /\p{L}/u.test(typed) &&
    !speakers.some(({ label }) => label.toLowerCase().startsWith(typed) || isShortLabel(label, typed))
  );
}

function isShortLabel(label: string, typed: string): boolean {
  return label
    .toLowerCase()
    .replace(/^([a-z]+)0+/, "$1")
    .startsWith(typed);
}
