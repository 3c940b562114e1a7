"use client";

import { useCallback, useLayoutEffect, useRef } from "react";

/** The box of the words: as high as they are, with the caret where the last change put it. */
export function useBarWords(text: string) {
  const box = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);

  useLayoutEffect(() => {
    const words = box.current;
    if (!words) return;
    // As high as its words, up to a third of the window; the style sheet sets the limit.
    words.style.height = "auto";
    words.style.height = `${words.scrollHeight}px`;
    if (caret.current !== null) words.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [text]);

  /** Once the text has changed. */
  const putCaret = useCallback((at: number) => {
    caret.current = at;
  }, []);
  const focus = useCallback(() => box.current?.focus(), []);
  return { box, putCaret, focus };
}
