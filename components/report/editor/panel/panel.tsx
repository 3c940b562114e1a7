"use client";

import { useId, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";

type Props = { title: string; onClose: () => void; children: ReactNode };

/** Opened beside the text by a button or a key; Escape closes it and goes back to the text. */
export function Panel({ title, onClose, children }: Props) {
  const id = useId();
  return (
    // Escape acts from anywhere in the panel; its controls have their own keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-labelledby={id}
      className="border border-line bg-card p-4"
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <div className="mb-2 flex items-start justify-between gap-3">
        <h2 id={id} className="text-subheading">
          {title}
        </h2>
        <Button size="small" variant="quiet" onClick={onClose}>
          Close <Kbd>Esc</Kbd>
        </Button>
      </div>
      {children}
    </section>
  );
}
