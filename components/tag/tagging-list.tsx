"use client";

import { useMemo, useState, type ReactNode } from "react";
import { countOf } from "@/lib/capture/words";
import { UNCODED, type LineCoding, type TaggingChange } from "@/lib/tag/tagging";
import type { Theme } from "@/lib/tag/theme";
import type { CodingActions } from "./coding-actions";
import { Definitions } from "./definitions";
import { KeyLegend } from "./key-legend";
import { isOwn, shownTaggings } from "./pending-changes";
import type { ShownLine } from "./shown-line";
import { changeWords } from "./status-words";
import { TaggingLine } from "./tagging-line";
import { useLineKeys } from "./use-line-keys";
import { useLines } from "./use-lines";
import { useMarkedWords } from "./use-marked-words";
import { useSuggestions } from "./use-suggestions";
import { useTaggings } from "./use-taggings";
import { useThemeKeys } from "./use-theme-keys";
import { useTurning } from "./use-turning";

type Props = {
  lines: readonly ShownLine[];
  coding: Readonly<Record<string, LineCoding>>;
  themes: readonly Theme[];
  mayRemoveOthers: boolean;
  suggestionsShown: boolean;
  /** The line whose choices are open when the page comes. */
  opened: string | null;
  /** This page's address with its filters, and those of the pages before and after. */
  href: string;
  previousHref: string | null;
  nextHref: string | null;
  actions: CodingActions;
  /** What stands in place of the lines where there are none. */
  empty: ReactNode;
  /** What follows the lines. */
  children: ReactNode;
};

/** The lines to code, by key, by pointer, and without JavaScript. What was done can be undone from page to page. */
export function TaggingList({ themes, opened, href, previousHref, nextHref, actions, ...rest }: Props) {
  const saved = useMemo(
    () => Object.fromEntries(rest.lines.map(({ id }) => [id, rest.coding[id] ?? UNCODED])),
    [rest.lines, rest.coding],
  );
  const { stateOf, ask, undo, status, say, readAgain } = useTaggings(saved, {
    send: actions.send,
    words: (change) =>
      changeWords(change, themes) + (isHere(change.contributionId) ? "" : " Its line is on another page."),
  });
  const lines = useLines({
    address: href,
    fromServer: rest.lines,
    readKept: actions.readKept,
    onRead: readAgain,
  });
  const isHere = (lineId: string) => lines.some(({ id }) => id === lineId);
  const marks = useMarkedWords();
  const suggestions = useSuggestions(
    rest.lines.map(({ id }) => id),
    rest.suggestionsShown,
    actions.suggest,
  );
  const [address, setAddress] = useState(href);
  const [current, setCurrent] = useState(opened ?? lines[0]?.id);
  const [open, setOpen] = useState(opened);
  const [defining, setDefining] = useState(false);
  const [chosen, setChosen] = useState<{ lineId: string; themeId: string } | null>(null);
  const [drafts] = useState(() => new Map<string, string>());
  const choose = (lineId: string, themeId: string) => setChosen({ lineId, themeId });
  const keys = useThemeKeys(themes);
  if (address !== href) {
    setAddress(href);
    setCurrent(opened ?? lines[0]?.id);
    setOpen(opened);
  }

  const { turn, turning } = useTurning({ href, previousHref, nextHref, lines, stateOf, say });

  function setTheme(line: ShownLine, themeId: string, words = marks.on(line.id)) {
    const span = words ? { spanStart: words.start, spanEnd: words.end } : {};
    choose(line.id, themeId);
    const same = shownTaggings(stateOf(line.id)).some(
      (tagging) =>
        isOwn(tagging) &&
        tagging.themeId === themeId &&
        tagging.spanStart === (words?.start ?? null) &&
        tagging.spanEnd === (words?.end ?? null),
    );
    if (same) return;
    const stance = line.stance ?? "observation";
    send({ change: "set", contributionId: line.id, themeId, stance, ...span });
  }

  function send(change: TaggingChange) {
    const { contributionId: lineId } = change;
    const seen = suggestions.on(lineId, stateOf(lineId)).map(({ themeId }) => themeId);
    ask(change.change === "set" ? { ...change, seen } : change);
    suggestions.coded();
  }

  const press = useLineKeys({
    ...{ lines, keys, stateOf, marks, suggestions, chosen, choose, open, setOpen, setTheme, send },
    ...{ undo, say, turn, turning, define: () => setDefining(true) },
  });
  // Whichever line left the page, one of those that are there is reached by Tab.
  const reached = current !== undefined && isHere(current) ? current : lines[0]?.id;

  const list = (
    <>
      <p role="status" className="sticky top-0 z-10 min-h-7 bg-paper py-1 text-sm text-soft">
        {status}
      </p>
      {lines.length === 0 && rest.empty}
      <ol
        onKeyDown={press}
        aria-label="Lines"
        className={lines.length === 0 ? "hidden" : "border-t border-line pt-1.5"}
      >
        {lines.map((line) => (
          <TaggingLine
            key={line.id}
            line={line}
            state={stateOf(line.id)}
            themes={themes}
            suggestions={suggestions.rowOf(line, stateOf(line.id))}
            marked={marks.on(line.id)}
            current={line.id === reached}
            open={line.id === open}
            toggleHref={line.id === open ? `${href}#line-${line.id}` : withLine(href, line.id)}
            roundsHref={`${href.split("?")[0]}/rounds`}
            mayRemoveOthers={rest.mayRemoveOthers}
            actions={actions}
            ask={send}
            drafts={drafts}
            onMemo={() => say("Saved: the memo.")}
            onAccept={(themeId) => setTheme(line, themeId, null)}
            onReject={(themeId) => send({ change: "reject", contributionId: line.id, themeId })}
            onFocus={() => setCurrent(line.id)}
            onSelect={() => marks.takeSelection(line)}
            onToggle={() => setOpen(line.id === open ? null : line.id)}
          />
        ))}
      </ol>
      {rest.suggestionsShown && (
        <p className="mt-3 min-h-12 max-w-measure text-sm text-soft print:hidden">
          {suggestions.learntFrom !== null && learntWords(suggestions.learntFrom)}
        </p>
      )}
      {rest.children}
    </>
  );
  const inUse = themes.filter(({ retired }) => !retired);
  return (
    <div className="mt-6 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="min-w-0">{list}</div>
      <div className="lg:sticky lg:top-6 lg:self-start">
        <KeyLegend themes={inUse} keys={keys} />
      </div>
      <Definitions themes={themes} keys={keys} open={defining} onClose={() => setDefining(false)} />
    </div>
  );
}

function learntWords(lines: number): string {
  if (lines === 0)
    return "Suggestions come from the words of the codebook alone so far. They learn from what you set and turn down.";
  return `Suggestions were learnt from ${countOf(lines, "tagged line")} and the words of the codebook.`;
}

function withLine(href: string, id: string): string {
  return `${href}${href.includes("?") ? "&" : "?"}line=${id}#line-${id}`;
}
