"use client";

import { useId, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";

type Props = { title: string; onClose: () => void; children: ReactNode };

/** Opened beside the text by a button or a key; Escape closes it and goes back to the text. */
export function Panel({ title, onClose, children }: Props) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="editor-panel"
      data-opened
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
