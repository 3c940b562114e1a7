"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { countOf } from "@/lib/platform/text/count-words";
import { Consequences } from "./consequences";

export type SplitCounts = {
  /** Contributions that move to the new theme, get both, and stay. */
  goes: number;
  both: number;
  stays: number;
  /** On the contributions that move or get both. */
  taggings: number;
  coders: number;
  /** On the contributions that stay. */
  waiting: number;
  newTitle: string;
};

type Props = { counts: SplitCounts; title: string; children: ReactNode };

/** What the split would do, before it is done; it takes the focus when it appears. */
export function SplitPreview({ counts, title, children }: Props) {
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => region.current?.focus(), []);
  const { goes, both, stays, taggings, coders, waiting, newTitle } = counts;
  return (
    <div
      ref={region}
      tabIndex={-1}
      autoFocus
      role="group"
      aria-labelledby="split-preview"
      className="mb-8 border-l-4 border-accent bg-accent-soft p-4 sm:p-5"
    >
      <h2 id="split-preview">Split “{title}”?</h2>
      <div className="mt-3">
        <Consequences
          moves={[
            `contributions that go to “${newTitle}”: ${goes.toLocaleString("en-GB")}; contributions that will have both themes: ${both.toLocaleString("en-GB")}`,
            `${countOf(taggings, "tagging")} by ${countOf(coders, "person", "people")} there, which do not need to be checked again`,
            `“${title}” gets the text below and keeps ${countOf(stays, "contribution")}; what is set on them needs to be checked again: ${countOf(waiting, "tagging")}`,
          ]}
          stays={[
            `findings stay under “${title}”. You can move each of them yourself`,
            "every contribution’s words, who set what, and released figures",
          ]}
        />
      </div>
      <p className="mt-3 max-w-measure">You can undo it on either theme’s page.</p>
      <div className="mt-4">{children}</div>
    </div>
  );
}
