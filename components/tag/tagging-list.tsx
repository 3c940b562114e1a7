"use client";

import { useState, type KeyboardEvent } from "react";
import type { FormAction } from "@/components/ui/sending";
import { keyAction, themeKeys, type KeyAction } from "@/lib/tag/keys";
import { STANCES } from "@/lib/capture/stance";
import type { LineTagging, TaggingAnswer, TaggingChange } from "@/lib/tag/tagging";
import { shownTaggings } from "./pending-changes";
import type { ShownLine } from "./shown-line";
import { TaggingLine } from "./tagging-line";
import type { ShownTheme } from "./taggings";
import { useTaggings } from "./use-taggings";

type Props = {
  lines: readonly ShownLine[];
  taggings: Readonly<Record<string, readonly LineTagging[]>>;
  themes: readonly ShownTheme[];
  mayRemoveOthers: boolean;
  /** The line whose choices are open when the page comes. */
  opened: string | null;
  /** This page's address with its filters. */
  href: string;
  send: (change: TaggingChange) => Promise<TaggingAnswer>;
  action: FormAction;
};

/** The lines to tag. Single keys act only while one of the lines itself has the focus (WCAG 2.1.4). */
export function TaggingList({ lines, themes, opened, href, ...rest }: Props) {
  const { stateOf, ask, undo, status } = useTaggings(rest.taggings, rest.send, (change) =>
    words(change, themes),
  );
  const [current, setCurrent] = useState(opened ?? lines[0]?.id);
  const [open, setOpen] = useState(opened);
  /** The tagging that the stance keys change, when it is not the last one of the line. */
  const [chosen, setChosen] = useState<{ lineId: string; themeId: string } | null>(null);
  const keys = themeKeys(themes.filter(({ retired }) => !retired).map(({ id }) => id));

  function mineOn(lineId: string) {
    const mine = shownTaggings(stateOf(lineId)).filter((tagging) => tagging.mine);
    const picked = chosen?.lineId === lineId && mine.findLast(({ themeId }) => themeId === chosen.themeId);
    return { mine, last: picked || mine.at(-1) };
  }

  function act(line: ShownLine, action: KeyAction) {
    const contributionId = line.id;
    const { mine, last } = mineOn(contributionId);
    switch (action.does) {
      case "move":
        return focusLine(lines[lines.indexOf(line) + action.by]?.id);
      case "undo":
        return focusLine(undo() ?? contributionId);
      case "theme": {
        const { themeId } = action;
        setChosen({ lineId: contributionId, themeId });
        if (mine.some((tagging) => tagging.themeId === themeId)) return;
        return ask({ change: "set", contributionId, themeId, stance: line.stance ?? "observation" });
      }
      case "stance": {
        if (!last || last.stance === action.stance) return;
        setChosen({ lineId: contributionId, themeId: last.themeId });
        const { themeId, stance } = last;
        return ask({ change: "stance", contributionId, themeId, stance, to: action.stance });
      }
      case "remove":
        if (!last) return;
        return ask({ change: "remove", contributionId, themeId: last.themeId, stance: last.stance });
    }
  }

  function press(event: KeyboardEvent<HTMLOListElement>) {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
    const lineId = target.closest<HTMLElement>("[data-line]")?.dataset.line;
    const line = lines.find(({ id }) => id === lineId);
    if (!line) return;
    if (key === "Escape" && open === line.id) {
      setOpen(null);
      return focusLine(line.id);
    }
    if (target.dataset.line === undefined) return;
    const action = keyAction(key, keys);
    if (action) act(line, action);
    else if (key === "Enter") setOpen(open === line.id ? null : line.id);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <p role="status" className="sticky top-0 z-10 min-h-7 bg-paper py-1 text-sm text-soft">
        {status}
      </p>
      <ol onKeyDown={press} className="border-t border-line" aria-label="Lines">
        {lines.map((line) => (
          <TaggingLine
            key={line.id}
            line={line}
            state={stateOf(line.id)}
            themes={themes}
            current={line.id === current}
            open={line.id === open}
            toggleHref={line.id === open ? `${href}#line-${line.id}` : withLine(href, line.id)}
            mayRemoveOthers={rest.mayRemoveOthers}
            action={rest.action}
            ask={ask}
            onFocus={() => setCurrent(line.id)}
            onToggle={() => setOpen(line.id === open ? null : line.id)}
          />
        ))}
      </ol>
    </>
  );
}

function focusLine(id: string | undefined): void {
  if (id !== undefined) document.getElementById(`line-${id}`)?.focus();
}

function withLine(href: string, id: string): string {
  return `${href}${href.includes("?") ? "&" : "?"}line=${id}#line-${id}`;
}

/** What was done, for the line of status. */
function words(change: TaggingChange, themes: readonly ShownTheme[]): string {
  if (change.change === "remove-other") return "Saved: a colleague’s theme was removed.";
  const title = themes.find(({ id }) => id === change.themeId)?.title ?? "";
  const stance = STANCES[change.change === "stance" ? change.to : change.stance].word.toLowerCase();
  return `Saved: ${title}, ${stance}${change.change === "remove" ? ", was removed" : ""}.`;
}
