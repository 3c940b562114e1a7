"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { sentencePlaces } from "@/lib/capture/contribution/sentence-ends";
import { wordBoundary } from "@/lib/capture/contribution/split";
import { toCodePoints } from "@/lib/platform/text/code-points";

type Props = {
  text: string;
  /** In UTF-16 units, as the field gives it. */
  caret: number;
  /** Where the second part begins, in code points. */
  onSplit: (at: number) => void;
};

/**
 * Splits at the caret, or at the nearer end of the word it is in, where there are words on both sides;
 * otherwise at one of the places where sentences end.
 */
export function SplitChoice({ text, caret, onSplit }: Props) {
  const [open, setOpen] = useState(false);
  const boundary = wordBoundary(text, caret);
  if (boundary !== null)
    return (
      <Button size="small" variant="quiet" onClick={() => onSplit(toCodePoints(text, boundary))}>
        Split here
      </Button>
    );
  return (
    <>
      <Button size="small" variant="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        Split
      </Button>
      {open && <Places text={text} onSplit={onSplit} />}
    </>
  );
}

/** Scrolled above the capture bar, which covers the end of the page. */
function inSight(element: HTMLElement | null) {
  element?.scrollIntoView({ block: "nearest" });
}

function Places({ text, onSplit }: Omit<Props, "caret">) {
  const places = sentencePlaces(text);
  return (
    <div ref={inSight} role="group" aria-label="Where to split" className="order-last w-full text-meta">
      {places.length === 0 ? (
        <p role="status">
          There is only one sentence. In the words, choose the place where the second contribution begins
          (tap, click, or use the arrow keys). Then press “Split here”.
        </p>
      ) : (
        <ul className="max-h-64 overflow-y-auto border-t border-faint">
          {places.map(({ at, before, after }) => (
            <li key={at} className="border-b border-faint">
              <button
                type="button"
                onClick={() => onSplit(at)}
                className="voice min-h-9 w-full cursor-pointer px-1 py-1 text-left hover:bg-card pointer-coarse:min-h-11"
              >
                <span className="sr-only">Split between </span>
                {before}
                <span aria-hidden className="mx-1.5 font-ui font-bold text-accent">
                  |
                </span>
                <span className="sr-only"> and </span>
                {after}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
