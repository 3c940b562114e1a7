"use client";

import { useEffect, useId, useRef, type ReactNode } from "react";
import { Button } from "./button";
import { Kbd } from "./kbd";

type Props = { title: string; open: boolean; onClose: () => void; children: ReactNode };

/** A dialog, made when it opens; closing it returns the focus to where it was. */
export function Dialog({ title, open, onClose, children }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby={id}
      className="m-auto max-h-[85vh] w-[min(48rem,92vw)] overflow-y-auto border border-line bg-paper p-5 text-ink backdrop:bg-ink/40"
    >
      <div className="flex items-start justify-between gap-4">
        <h2 id={id}>{title}</h2>
        <Button type="button" variant="quiet" size="small" onClick={onClose}>
          Close <Kbd>Esc</Kbd>
        </Button>
      </div>
      {open && children}
    </dialog>
  );
}
