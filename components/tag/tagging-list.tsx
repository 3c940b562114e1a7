"use client";

import { useRouter } from "next/navigation";
import { useState, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { keyAction, themeKeys, type KeyAction } from "@/lib/tag/keys";
import type { LineCoding, TaggingChange } from "@/lib/tag/tagging";
import type { Theme } from "@/lib/tag/theme";
import type { CodingActions } from "./coding-actions";
import { Definitions } from "./definitions";
import { isFlagged, isOwn, saidBy, shownTaggings } from "./pending-changes";
import type { ShownLine } from "./shown-line";
import { changeWords } from "./status-words";
import { TaggingLine } from "./tagging-line";
import { useMarkedWords } from "./use-marked-words";
import { useSuggestions } from "./use-suggestions";
import { useTaggings } from "./use-taggings";

type Props = {
  lines: readonly ShownLine[];
  coding: Readonly<Record<string, LineCoding>>;
  themes: readonly Theme[];
  mayRemoveOthers: boolean;
  suggestionsShown: boolean;
  /** The line whose choices are open when the page comes. */
  opened: string | null;
  /** This page's address with its filters, and that of the page after. */
  href: string;
  nextHref: string | null;
  /** For each line the id of the memo that may be written about it. */
  newMemoIds: Readonly<Record<string, string>>;
  actions: CodingActions;
};

/** The lines to code. Single keys act only while one of the lines itself has the focus (WCAG 2.1.4). */
export function TaggingList({ lines, themes, opened, href, nextHref, actions, ...rest }: Props) {
  const router = useRouter();
  const shown = rest.suggestionsShown ? "shown" : "hidden";
  const { stateOf, ask, undo, status } = useTaggings(rest.coding, {
    send: (change) => actions.send(change.change === "set" ? { ...change, suggestions: shown } : change),
    words: (change) => changeWords(change, themes),
  });
  const marks = useMarkedWords();
  const { suggestions, coded } = useSuggestions(
    lines.map(({ id }) => id),
    rest.suggestionsShown,
    actions.suggest,
  );
  const [current, setCurrent] = useState(opened ?? lines[0]?.id);
  const [open, setOpen] = useState(opened);
  const [defining, setDefining] = useState(false);
  /** The tagging that the stance keys change, when it is not the last one of the line. */
  const [chosen, setChosen] = useState<{ lineId: string; themeId: string } | null>(null);
  const keys = themeKeys(themes.filter(({ retired }) => !retired).map(({ id }) => id));

  function suggestedFor(lineId: string) {
    const state = stateOf(lineId);
    const set = new Set(shownTaggings(state).map(({ themeId }) => themeId));
    return (suggestions.byLine[lineId] ?? []).filter(
      ({ themeId }) => !set.has(themeId) && !state.rejected.includes(themeId),
    );
  }

  /** null leaves no room for them: nothing is proposed for a line that has themes, or that no participant said. */
  function suggestionsOn(line: ShownLine) {
    const suggested = suggestedFor(line.id);
    const wanted = line.participants && shownTaggings(stateOf(line.id)).length === 0;
    return wanted || suggested.length > 0 ? suggested : null;
  }

  function setTheme(line: ShownLine, themeId: string) {
    const words = marks.on(line.id);
    const span = words ? { spanStart: words.start, spanEnd: words.end } : {};
    const stance = line.stance ?? "observation";
    setChosen({ lineId: line.id, themeId });
    const same = shownTaggings(stateOf(line.id)).some(
      (tagging) =>
        isOwn(tagging) &&
        tagging.themeId === themeId &&
        tagging.spanStart === (words?.start ?? null) &&
        tagging.spanEnd === (words?.end ?? null),
    );
    if (same) return;
    send({ change: "set", contributionId: line.id, themeId, stance, ...span });
  }

  function send(change: TaggingChange) {
    ask(change);
    coded();
  }

  function act(line: ShownLine, action: KeyAction) {
    const contributionId = line.id;
    const state = stateOf(contributionId);
    const mine = shownTaggings(state).filter(isOwn);
    const picked =
      chosen?.lineId === contributionId && mine.findLast(({ themeId }) => themeId === chosen.themeId);
    const last = picked || mine.at(-1);
    const [first] = rest.suggestionsShown ? suggestedFor(contributionId) : [];
    switch (action.does) {
      case "move":
        return focusLine(lines[lines.indexOf(line) + action.by]?.id) || (action.by === 1 && goOn());
      case "untagged": {
        const later = lines.slice(lines.indexOf(line) + 1);
        return focusLine(later.find(({ id }) => shownTaggings(stateOf(id)).length === 0)?.id) || goOn();
      }
      case "undo":
        return focusLine(undo() ?? contributionId);
      case "theme":
        return setTheme(line, action.themeId);
      case "accept":
        return first && setTheme(line, first.themeId);
      case "reject":
        return first && send({ change: "reject", contributionId, themeId: first.themeId });
      case "span":
        return marks.step(line, action.step);
      case "whole":
        return marks.clear(contributionId);
      case "flag":
        return send({ change: isFlagged(state) ? "unflag" : "flag", contributionId });
      case "memo":
        // The field has to be there before it can take the focus.
        flushSync(() => setOpen(contributionId));
        return focusMemo(contributionId);
      case "definitions":
        return setDefining(true);
      case "keep": {
        const stale = shownTaggings(state).find((tagging) => tagging.stale);
        return stale && send({ change: "keep", contributionId, ...saidBy(stale) });
      }
      case "stance": {
        if (!last || last.stance === action.stance) return;
        setChosen({ lineId: contributionId, themeId: last.themeId });
        return send({ change: "stance", contributionId, ...saidBy(last), to: action.stance });
      }
      case "remove":
        return last && send({ change: "remove", contributionId, ...saidBy(last) });
    }
  }

  /** Past the last line, on to the next page with the same filters. */
  function goOn() {
    if (nextHref !== null) router.push(nextHref);
  }

  function press(event: KeyboardEvent<HTMLOListElement>) {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
    const lineId = target.closest<HTMLElement>("[data-line]")?.dataset.line;
    const line = lines.find(({ id }) => id === lineId);
    if (!line) return;
    if (key === "Escape") {
      if (marks.on(line.id)) return marks.clear(line.id);
      if (open !== line.id) return;
      setOpen(null);
      return void focusLine(line.id);
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
            suggestions={rest.suggestionsShown ? suggestionsOn(line) : null}
            marked={marks.on(line.id)}
            current={line.id === current}
            open={line.id === open}
            toggleHref={line.id === open ? `${href}#line-${line.id}` : withLine(href, line.id)}
            newMemoId={rest.newMemoIds[line.id] ?? ""}
            mayRemoveOthers={rest.mayRemoveOthers}
            actions={actions}
            ask={send}
            onAccept={(themeId) => setTheme(line, themeId)}
            onReject={(themeId) => send({ change: "reject", contributionId: line.id, themeId })}
            onFocus={() => setCurrent(line.id)}
            onSelect={() => marks.takeSelection(line)}
            onToggle={() => setOpen(line.id === open ? null : line.id)}
          />
        ))}
      </ol>
      <Definitions themes={themes} keys={keys} open={defining} onClose={() => setDefining(false)} />
    </>
  );
}

function focusLine(id: string | undefined): boolean {
  const line = id === undefined ? null : document.getElementById(`line-${id}`);
  line?.focus();
  return line !== null;
}

function focusMemo(lineId: string): void {
  const fields = document.getElementById(`line-${lineId}`)?.querySelectorAll<HTMLElement>("[name=text]");
  Array.from(fields ?? [])
    .at(-1)
    ?.focus();
}

function withLine(href: string, id: string): string {
  return `${href}${href.includes("?") ? "&" : "?"}line=${id}#line-${id}`;
}
