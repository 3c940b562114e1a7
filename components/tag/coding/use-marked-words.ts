"use client";

import { useState } from "react";
import { toCodePoints } from "@/lib/platform/text";
import { steppedSpan, wholeWords, type SpanStep, type Words } from "@/lib/tag/coding/span-words";

type Marked = { lineId: string; words: Words };
type Line = { id: string; text: string };

/** The words of a line that the next theme is set on: marked by key or by pointer, on one line at a time. */
export function useMarkedWords() {
  const [marked, setMarked] = useState<Marked | null>(null);
  const on = (lineId: string) => (marked?.lineId === lineId ? marked.words : null);

  function set(lineId: string, words: Words | null): Words | null {
    if (words) setMarked({ lineId, words });
    else if (on(lineId)) setMarked(null);
    return words;
  }

  return {
    on,
    /** Gives the words that are marked then. */
    step: (line: Line, step: SpanStep) => set(line.id, steppedSpan(line.text, on(line.id), step)),
    clear: (lineId: string) => void set(lineId, null),
    /** Takes over what a pointer selected within a line's words; a mere click marks nothing. */
    takeSelection: (line: Line) => {
      const selected = selectedWords(line);
      if (selected) set(line.id, wholeWords(line.text, selected));
    },
  };
}

function selectedWords({ id, text }: Line): Words | null {
  const selection = document.getSelection();
  const words = document.getElementById(`line-${id}`)?.querySelector("[data-words]");
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
