"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { AXES, AXIS_ORDER, type Theme } from "@/lib/tag/theme";
import { ThemeChip } from "./theme-chip";

type Props = {
  themes: readonly Theme[];
  keys: ReadonlyMap<string, string>;
  open: boolean;
  onClose: () => void;
};

/** The codebook over the page, one key away; closing it gives the focus back to the line. */
export function Definitions({ themes, keys, open, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby="definitions"
      className="m-auto max-h-[85vh] w-[min(48rem,92vw)] overflow-y-auto border border-line bg-paper p-5 text-ink backdrop:bg-ink/40"
    >
      <div className="flex items-start justify-between gap-4">
        <h2 id="definitions">What each theme means</h2>
        <Button type="button" variant="quiet" size="small" onClick={onClose}>
          Close <Kbd>Esc</Kbd>
        </Button>
      </div>
      {AXIS_ORDER.map((axis) => {
        const shown = themes.filter((theme) => theme.axis === axis && !theme.retired);
        if (shown.length === 0) return null;
        return (
          <section key={axis} aria-label={AXES[axis]}>
            <h3 className="mt-5 text-sm text-soft">{AXES[axis]}</h3>
            <dl>
              {shown.map((theme) => (
                <div
                  key={theme.id}
                  className={`border-b border-faint py-3 ${theme.parentId === null ? "" : "ml-6"}`}
                >
                  <dt className="flex items-baseline gap-2 font-semibold">
                    {keys.has(theme.id) && <Kbd>{keys.get(theme.id) ?? ""}</Kbd>}
                    <ThemeChip {...theme} />
                  </dt>
                  <dd className="mt-1 max-w-measure">
                    <p>{theme.definition}</p>
                    {theme.includes && <p className="mt-1 text-soft">Belongs here: {theme.includes}</p>}
                    {theme.excludes && <p className="mt-1 text-soft">Does not: {theme.excludes}</p>}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </dialog>
  );
}
