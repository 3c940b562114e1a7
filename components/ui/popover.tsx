"use client";

import type { ReactNode } from "react";
import { Button, type ButtonVariant } from "./button";

type OpenerProps = { opens: string; variant?: ButtonVariant; className?: string; children: ReactNode };

/** Opens and closes the panel of that id; it works without scripts. */
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

/**
 * A panel over the page, which takes the focus. Escape and a press beside it close it; the browser gives the focus back
 * to its button, since it was within.
 */
export function Popover({ id, title, children }: Props) {
  return (
    <div
      id={id}
      popover="auto"
      role="dialog"
      tabIndex={-1}
      onToggle={({ newState, currentTarget }) => newState === "open" && currentTarget.focus()}
      aria-labelledby={`${id}-title`}
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
