"use client";

import { useEffect } from "react";

/**
 * Whoever opens the page can type at once, and still sees its heading. Not where a touch opens a keyboard
 * that covers half of the page, nor where the address names a contribution. `focusWords` stays the same from
 * one drawing to the next.
 */
export function useFocusFirst(focusWords: (options: FocusOptions) => void): void {
  useEffect(() => {
    if (location.hash !== "" || matchMedia("(pointer: coarse)").matches) return;
    focusWords({ preventScroll: true });
  }, [focusWords]);
}
