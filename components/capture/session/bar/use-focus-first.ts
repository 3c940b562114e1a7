"use client";

import { useEffect } from "react";

/**
 * Focuses the words when the page is opened, with its heading still visible. Not on a touch screen, where a
 * keyboard would cover half of the page, nor where the address names a contribution. `focusWords` must be
 * stable between renders.
 */
export function useFocusFirst(focusWords: (options: FocusOptions) => void): void {
  useEffect(() => {
    if (location.hash !== "" || matchMedia("(pointer: coarse)").matches) return;
    focusWords({ preventScroll: true });
  }, [focusWords]);
}
