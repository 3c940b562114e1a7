"use client";

import { useEffect, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import type { Answer } from "@/lib/access/answer";
import { AXES, AXIS_ORDER, type Theme } from "@/lib/tag/codebook/theme";
import { ThemeChip } from "./theme-chip";

/** A theme in use, with what it means. */
export type Meaning = Pick<
  Theme,
  "id" | "title" | "colour" | "axis" | "parentId" | "definition" | "includes" | "excludes"
>;
export type ReadMeanings = () => Promise<Answer<Meaning[]>>;

type Props = {
  read: ReadMeanings;
  keys: ReadonlyMap<string, string>;
  open: boolean;
  onClose: () => void;
};

/** The codebook in a dialog, opened by one key; closing it returns the focus to the contribution. */
export function Definitions({ read, keys, open, onClose }: Props) {
  return (
    <Dialog title="What each theme means" open={open} onClose={onClose}>
      <Meanings read={read} keys={keys} />
    </Dialog>
  );
}

const FAILED = {
  ok: false,
  message: "We could not read what the themes mean. Close this, then try again.",
} as const;

/** Read when the dialog opens: few pages of contributions need them, and they are longer than the contributions. */
function Meanings({ read, keys }: Pick<Props, "read" | "keys">) {
  const [answer, setAnswer] = useState<Answer<Meaning[]> | null>(null);
  useEffect(() => {
    let left = false;
    const show = (found: Answer<Meaning[]>) => void (left || setAnswer(found));
    read().then(show, () => show(FAILED));
    return () => {
      left = true;
    };
  }, [read]);
  if (!answer?.ok)
    return (
      <p role="status" className="mt-5 text-soft">
        {answer === null ? "Reading…" : answer.message}
      </p>
    );
  return AXIS_ORDER.map((axis) => {
    const shown = answer.found.filter((theme) => theme.axis === axis);
    if (shown.length === 0) return null;
    return (
      <section key={axis} aria-label={AXES[axis]}>
        <h3 className="mt-5 text-sm text-soft">{AXES[axis]}</h3>
        <dl>
          {shown.map((theme) => (
            <MeaningOf key={theme.id} theme={theme} shortcut={keys.get(theme.id)} />
          ))}
        </dl>
      </section>
    );
  });
}

function MeaningOf({ theme, shortcut }: { theme: Meaning; shortcut: string | undefined }) {
  const { parentId, definition, includes, excludes } = theme;
  return (
    <div className={`border-b border-faint py-3 ${parentId === null ? "" : "ml-6"}`}>
      <dt className="flex items-baseline gap-2 font-semibold">
        {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
        <ThemeChip {...theme} />
      </dt>
      <dd className="mt-1 max-w-measure">
        <p>{definition}</p>
        {includes && <p className="mt-1 text-soft">Belongs here: {includes}</p>}
        {excludes && <p className="mt-1 text-soft">Does not: {excludes}</p>}
      </dd>
    </div>
  );
}
