"use client";

import type { FocusEvent, ReactNode, ToggleEvent } from "react";
import { Button, type ButtonVariant } from "./button";

type OpenerProps = { opens: string; variant?: ButtonVariant; className?: string; children: ReactNode };

/** Opens and closes the panel with that id; it works without scripts. */
export function PopoverButton({ opens, variant = "quiet", className, children }: OpenerProps) {
  return (
    <Button
      type="button"
      variant={variant}
      size="small"
      popoverTarget={opens}
      aria-haspopup="dialog"
      {...(className ? { className } : {})}
    >
      {children}
    </Button>
  );
}

type Props = { id: string; title: string; children: ReactNode };

/** The browser leaves the focus on the button, so a screen reader would not announce that anything opened. */
function focusOpened({ newState, currentTarget }: ToggleEvent<HTMLDivElement>): void {
  if (newState === "open" && !currentTarget.contains(document.activeElement)) currentTarget.focus();
}

/**
 * Closes the panel when the focus moves on to the page, which it would cover. Its own button is excluded: a
 * press of it closes the panel already, and would open it again.
 */
function closeLeft({ relatedTarget: to, currentTarget: panel }: FocusEvent<HTMLDivElement>): void {
  if (!(to instanceof Element) || panel.contains(to)) return;
  if (to.getAttribute("popovertarget") !== panel.id) panel.hidePopover();
}

/**
 * A panel over the page. It takes the focus when it opens; Escape and a press outside close it, and the
 * browser returns the focus to its button.
 */
export function Popover({ id, title, children }: Props) {
  return (
    <div
      id={id}
      popover="auto"
      role="dialog"
      aria-labelledby={`${id}-title`}
      tabIndex={-1}
      onToggle={focusOpened}
      onBlur={closeLeft}
      className="m-auto max-h-[90vh] w-[min(44rem,94vw)] overflow-y-auto rounded border border-line bg-paper p-5 text-ink backdrop:bg-ink/30 print:hidden"
    >
      <div className="mb-4 flex items-start justify-between gap-4">
        <h2 id={`${id}-title`}>{title}</h2>
        <Button type="button" variant="quiet" size="small" popoverTarget={id} popoverTargetAction="hide">
          Close
        </Button>
      </div>
      {children}
    </div>
  );
}
