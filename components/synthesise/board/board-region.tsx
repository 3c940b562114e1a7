"use client";

import { useState, type KeyboardEvent, type ReactNode } from "react";
import { BEARING_WORDS, type Bearing } from "@/lib/synthesise/finding/bearing";
import { actOnKey } from "./board-keys";
import { BOARD_FORM, checkboxOf, focusLater } from "./board-elements";
import { useDragging } from "./use-dragging";

/** The letter before a number; without one the contributions support the finding. */
const BEARING_KEYS: Readonly<Record<string, Bearing>> = { s: "supports", c: "contradicts", q: "qualifies" };

/**
 * Single keys while a check box of the list has the focus, and nowhere else (WCAG 2.1.4), and dragging. Each does
 * what a button or a link does too.
 */
export function BoardRegion({ children }: { children: ReactNode }) {
  const [bearing, setBearing] = useState<Bearing>("supports");
  const dragging = useDragging();

  function press(event: KeyboardEvent<HTMLDivElement>) {
    const box = checkboxOf(event.target);
    if (!box || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = BEARING_KEYS[event.key];
    if (next) setBearing(next);
    else if (actOnKey(event.key, box, bearing)) setBearing("supports");
    else return;
    event.preventDefault();
  }

  return (
    <div
      {...dragging}
      onKeyDown={press}
      onSubmitCapture={({ target }) => {
        if (target instanceof HTMLFormElement && target.id === BOARD_FORM) focusLater.remember();
      }}
    >
      <p role="status" className="sr-only">
        {bearing === "supports" ? "" : `${BEARING_WORDS[bearing].choice}: press the number of a finding`}
      </p>
      {children}
    </div>
  );
}
