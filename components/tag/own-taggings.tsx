"use client";

import type { MouseEvent } from "react";
import { Button } from "@/components/ui/button";
import { STANCE_ORDER, STANCES } from "@/lib/capture/stance";
import type { TaggingChange } from "@/lib/tag/tagging";
import type { ShownLine } from "./shown-line";
import type { ShownTagging, ShownTheme } from "./taggings";

type Props = {
  line: ShownLine;
  /** Those that the viewer may change or remove. */
  taggings: readonly ShownTagging[];
  themes: readonly ShownTheme[];
  action: (data: FormData) => void;
  ask: (change: TaggingChange) => void;
};

/** What is set on the line, each with its stance to change and a way to take it off. */
export function OwnTaggings({ line, taggings, themes, action, ask }: Props) {
  if (taggings.length === 0) return null;
  return (
    <form action={action}>
      <p className="text-meta font-semibold">Set on this line</p>
      <ul>
        {taggings.map((tagging) => (
          <Row
            key={tagging.id}
            lineId={line.id}
            tagging={tagging}
            title={themes.find(({ id }) => id === tagging.themeId)?.title ?? ""}
            ask={ask}
          />
        ))}
      </ul>
    </form>
  );
}

type RowProps = {
  lineId: string;
  tagging: ShownTagging;
  title: string;
  ask: (change: TaggingChange) => void;
};

function Row({ lineId: contributionId, tagging, title, ask }: RowProps) {
  const { themeId, stance, mine } = tagging;
  const removal: TaggingChange = mine
    ? { change: "remove", contributionId, themeId, stance }
    : { change: "remove-other", contributionId, id: tagging.id };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-faint py-2">
      <span className="min-w-40 flex-1">
        {title}
        {!mine && (
          <span className="text-soft">
            , {STANCES[stance].word.toLowerCase()}, by {tagging.coder}
          </span>
        )}
      </span>
      {mine && (
        <span role="group" aria-label={`Stance of ${title}`} className="flex gap-1">
          {STANCE_ORDER.map((to) => (
            <Press
              key={to}
              change={{ change: "stance", contributionId, themeId, stance, to }}
              ask={ask}
              label={STANCES[to].word}
              pressed={to === stance}
            >
              {STANCES[to].sign}
            </Press>
          ))}
        </span>
      )}
      <Press change={removal} ask={ask} label={`Remove ${title}, ${STANCES[stance].word.toLowerCase()}`}>
        Remove
      </Press>
    </li>
  );
}

type PressProps = {
  change: TaggingChange;
  ask: (change: TaggingChange) => void;
  label: string;
  pressed?: boolean;
  children: string;
};

/** Without JavaScript the button carries its change to the server as a query string. */
function Press({ change, ask, label, pressed, children }: PressProps) {
  function press(event: MouseEvent<HTMLButtonElement>) {
    event.preventDefault();
    if (pressed) return;
    // The button may vanish with what it changed: the line itself keeps the focus.
    if (pressed === undefined) event.currentTarget.closest<HTMLElement>("[data-line]")?.focus();
    ask(change);
  }
  return (
    <Button
      type="submit"
      size="small"
      variant={pressed ? "primary" : "quiet"}
      name="pressed"
      value={new URLSearchParams(change).toString()}
      onClick={press}
      aria-label={label}
      aria-pressed={pressed}
      title={label}
    >
      {children}
    </Button>
  );
}
