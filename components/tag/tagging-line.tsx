"use client";

import Link from "next/link";
import type { FormAction } from "@/components/ui/sending";
import type { TaggingChange } from "@/lib/tag/tagging";
import { LineWords } from "./line-words";
import { shownTaggings, type LineState } from "./pending-changes";
import type { ShownLine } from "./shown-line";
import { TaggingPanel } from "./tagging-panel";
import { Taggings, type ShownTheme } from "./taggings";

type Props = {
  line: ShownLine;
  state: LineState;
  themes: readonly ShownTheme[];
  /** The one line that Tab reaches. */
  current: boolean;
  open: boolean;
  /** This page with the line's choices open or closed, for when there is no JavaScript. */
  toggleHref: string;
  mayRemoveOthers: boolean;
  action: FormAction;
  ask: (change: TaggingChange) => void;
  onFocus: () => void;
  onToggle: () => void;
};

export function TaggingLine({ line, state, themes, current, open, toggleHref, ...rest }: Props) {
  const { mayRemoveOthers, action, ask, onFocus, onToggle } = rest;
  const taggings = shownTaggings(state);
  return (
    <li
      id={`line-${line.id}`}
      data-line={line.id}
      tabIndex={current ? 0 : -1}
      onFocus={onFocus}
      className="scroll-mt-10 scroll-mb-6 border-b border-faint px-1 py-4 sm:px-3"
    >
      <LineWords line={line}>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <Taggings taggings={taggings} themes={themes} />
          <Link
            href={toggleHref}
            prefetch={false}
            aria-expanded={open}
            className="inline-flex min-h-8 items-center text-sm pointer-coarse:min-h-11 print:hidden"
            onClick={(event) => {
              event.preventDefault();
              onToggle();
            }}
          >
            {open ? "Close" : "Set themes"}
          </Link>
        </div>
        {state.problem && (
          <p role="alert" className="mt-1 font-semibold text-danger">
            <span className="sr-only">Error: </span>
            {state.problem}
          </p>
        )}
        {open && (
          <TaggingPanel
            line={line}
            taggings={taggings}
            themes={themes}
            mayRemoveOthers={mayRemoveOthers}
            action={action}
            ask={ask}
          />
        )}
      </LineWords>
    </li>
  );
}
