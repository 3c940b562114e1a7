"use client";

import { useState } from "react";
import type { StoredContribution } from "@/lib/capture/contribution/contribution";
import { toCodePoints } from "@/lib/platform/text/code-points";
import { steppedSpan, wholeWords, type SpanStep, type Words } from "@/lib/tag/coding/span-words";

type Marked = { contributionId: string; words: Words };
type Contribution = Pick<StoredContribution, "id" | "text">;

/**
 * The words of a contribution that the next theme is set on: marked by key or by pointer, on one contribution
 * at a time.
 */
export function useMarkedWords() {
  const [marked, setMarked] = useState<Marked | null>(null);
  const on = (contributionId: string) => (marked?.contributionId === contributionId ? marked.words : null);

  function set(contributionId: string, words: Words | null): Words | null {
    if (words) setMarked({ contributionId, words });
    else if (on(contributionId)) setMarked(null);
    return words;
  }

  return {
    on,
    /** Returns the words that are then marked. */
    step: (contribution: Contribution, step: SpanStep) =>
      set(contribution.id, steppedSpan(contribution.text, on(contribution.id), step)),
    clear: (contributionId: string) => void set(contributionId, null),
    /** Uses what a pointer selected in a contribution's words; a plain click marks nothing. */
    takeSelection: (contribution: Contribution) => {
      const selected = selectedWords(contribution);
      if (selected) set(contribution.id, wholeWords(contribution.text, selected));
    },
  };
}

function selectedWords({ id, text }: Contribution): Words | null {
  const selection = document.getSelection();
  const words = document.getElementById(`contribution-${id}`)?.querySelector("[data-words]");
  if (!selection || selection.isCollapsed || selection.rangeCount === 0 || !words) return null;
  const range = selection.getRangeAt(0);
  if (!words.contains(range.startContainer) || !words.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(words);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  const end = start + range.toString().length;
  return { start: toCodePoints(text, start), end: toCodePoints(text, end) };
}
