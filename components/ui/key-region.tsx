"use client";

import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";

type Props = {
  label: string;
  /** The id of the element that lists the keys. */
  describedBy?: string;
  /** Whether the person came from a preceding item, so that the keys work at once. */
  focused: boolean;
  /** What Enter presses while the region itself has the focus, and the letter that does so anywhere in it. */
  submits: string;
  submitKey?: string;
  className?: string;
  children: ReactNode;
};

const TYPING = "input:not([type=checkbox], [type=radio]), select, textarea";

/**
 * Lets single keys work while the region, or a choice in it, has the focus; nowhere else, and never while
 * somebody types (WCAG 2.1.4). A key presses the button, link, check box or radio with that `data-key`, all
 * of which also work by pointer.
 */
export function KeyRegion({ label, describedBy, focused, submits, submitKey, className, children }: Props) {
  const region = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (focused) region.current?.focus();
  }, [focused]);

  function press(event: KeyboardEvent<HTMLDivElement>) {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
    if (target.matches(TYPING)) {
      if (key === "Escape") region.current?.focus();
      return;
    }
    // On a button or a link Enter keeps its own meaning, as arrows do on a radio.
    if (key.startsWith("Arrow") && target.matches("[type=radio]")) return;
    const submitting = key === submitKey || (key === "Enter" && target === region.current);
    const pressed = region.current?.querySelector<HTMLElement>(
      submitting ? submits : `[data-key="${CSS.escape(key)}"]`,
    );
    if (!pressed) return;
    event.preventDefault();
    // A radio reveals fields after it, so Tab has to continue from there.
    if (pressed.matches("[type=radio]")) pressed.focus();
    pressed.click();
  }

  return (
    // The region takes the focus so that keys act on what is shown in it, and on nothing else.
    <div
      ref={region}
      role="group"
      aria-label={label}
      aria-describedby={describedBy}
      tabIndex={0}
      onKeyDown={press}
      className={className}
    >
      {children}
    </div>
  );
}
