"use client";

import { useCallback, useEffect, useLayoutEffect, useRef } from "react";

/** The textarea of the words: as high as its text, with the caret where the last change put it. */
export function useBarWords(text: string) {
  const box = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);

  useLayoutEffect(() => {
    const words = box.current;
    if (!words) return;
    fit(words);
    if (caret.current !== null) words.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [text]);

  // A mark that is added or removed changes the width of the textarea, so the height has to be measured
  // again.
  useEffect(() => {
    const words = box.current;
    if (!words) return;
    let width = words.clientWidth;
    const observer = new ResizeObserver(() => {
      if (words.clientWidth === width) return;
      width = words.clientWidth;
      fit(words);
    });
    observer.observe(words);
    return () => observer.disconnect();
  }, []);

  /** After the text has changed. */
  const putCaret = useCallback((at: number) => {
    caret.current = at;
  }, []);
  const focus = useCallback(() => box.current?.focus(), []);
  return { box, putCaret, focus };
}

/** As high as its words, up to a third of the window; the style sheet sets the limit. */
function fit(words: HTMLTextAreaElement): void {
  words.style.height = "auto";
  words.style.height = `${words.scrollHeight}px`;
}
