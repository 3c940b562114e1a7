"use client";

import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { AXES, AXIS_ORDER, type Theme } from "@/lib/tag/codebook/theme";
import { ThemeChip } from "./theme-chip";

type Props = {
  themes: readonly Theme[];
  keys: ReadonlyMap<string, string>;
  open: boolean;
  onClose: () => void;
};

/** The codebook in a dialog, opened by one key; closing it returns the focus to the contribution. */
export function Definitions({ themes, keys, open, onClose }: Props) {
  return (
    <Dialog title="What each theme means" open={open} onClose={onClose}>
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
    </Dialog>
  );
}
