"use client";

import { useEffect } from "react";

/**
 * Directs typing to the words while nothing has the focus. It only moves the focus; the browser then types
 * the key there. Space stays with the browser, which scrolls the page with it, and so does every key pressed
 * with Ctrl, Alt or Command.
 */
export function useTypeAnywhere(focusWords: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !isPrintable(event) || event.key === " ") return;
      // A region that scrolls can have the focus too (WCAG 2.1.4), so this acts only where nothing has it.
      const { activeElement, body } = document;
      if (activeElement !== null && activeElement !== body) return;
      focusWords();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [focusWords]);
}

function isPrintable(event: KeyboardEvent): boolean {
  // Some keyboards type "@" or "#" with AltGr, which Windows also reports as Ctrl and Alt.
  const typesBySelf = event.getModifierState("AltGraph") || (!event.ctrlKey && !event.altKey);
  return [...event.key].length === 1 && typesBySelf && !event.metaKey;
}
