"use client";

import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { Kbd } from "@/components/ui/kbd";

type Props = {
  label: string;
  /** Whether the pass is under way, so that the keys go on working from line to line. */
  focused: boolean;
  children: ReactNode;
};

/** The button of the form that says which revision it clears. */
const CLEAR = "form:has([name=revision]) button[type=submit]";
const TYPING = "input:not([type=checkbox]), select, textarea";

/**
 * Lets single keys work while the line, or a choice under it, has the focus; nowhere else, and never while
 * somebody types. A key presses the button, link or tick that carries it, which can all be had by pointer too.
 */
export function ClearanceKeys({ label, focused, children }: Props) {
  const region = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (focused) region.current?.focus();
  }, [focused]);

  function press(event: KeyboardEvent<HTMLDivElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    if (event.target.matches(TYPING)) return;
    // On a button or a link Enter is its own.
    const clears = event.key === "c" || (event.key === "Enter" && event.target === region.current);
    const target = region.current?.querySelector<HTMLElement>(
      clears ? CLEAR : `[data-key="${CSS.escape(event.key)}"]`,
    );
    if (!target) return;
    event.preventDefault();
    target.click();
  }

  return (
    <div>
      {/* The group takes the focus so that keys act on the line that is being looked at, and on no other. */}
      <div
        ref={region}
        role="group"
        aria-label={label}
        aria-describedby="clearance-keys"
        tabIndex={0}
        onKeyDown={press}
        className="-mx-3 rounded px-3 py-3"
      >
        {children}
      </div>
      <p
        id="clearance-keys"
        className="mt-6 flex max-w-measure flex-wrap gap-x-4 gap-y-1.5 text-sm text-soft"
      >
        <span>While the line has the focus:</span>
        {KEYS.map(({ keys, says }) => (
          <span key={says} className="whitespace-nowrap">
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}{" "}
            {says}
          </span>
        ))}
      </p>
    </div>
  );
}

const KEYS = [
  { keys: ["Enter", "c"], says: "clear as shown" },
  { keys: ["1", "9"], says: "take a suggestion, or leave it" },
  { keys: ["m"], says: "mask the selected words" },
  { keys: ["n", "p"], says: "next, previous" },
  { keys: ["u"], says: "undo the last" },
];
