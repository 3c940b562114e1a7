"use client";

import { useMemo, useState, type ReactNode } from "react";
import { countOf } from "@/lib/platform/count-words";
import { UNCODED, type LineCoding, type TaggingChange } from "@/lib/tag/coding/tagging";
import type { Theme } from "@/lib/tag/codebook/theme";
import { SkipLink } from "@/components/ui/navigation/skip-link";
import { CodingBar } from "./coding-bar";
import type { CodingActions } from "./coding-actions";
import { CodingPanel } from "./coding-panel";
import { focusLine } from "./focus-line";
import type { ShownLine } from "./shown-line";
import { changeWords } from "./status-words";
import { TaggingLine } from "./tagging-line";
import { useCurrentLine } from "./use-current-line";
import { useLineKeys } from "./use-line-keys";
import { useLines } from "./use-lines";
import { useMarkedWords } from "./use-marked-words";
import { useSuggestions } from "./use-suggestions";
import { useTaggings } from "./use-taggings";
import { useThemeKeys } from "./use-theme-keys";
import { useThemeSetting } from "./use-theme-setting";
import { useTurning } from "./use-turning";

type Props = {
  lines: readonly ShownLine[];
  coding: Readonly<Record<string, LineCoding>>;
  themes: readonly Theme[];
  /** Theme to how many of all contributions listed carry it, and how many those are. */
  counts: Readonly<Record<string, number>>;
  total: number;
  mayRemoveOthers: boolean;
  suggestionsShown: boolean;
  /** The line whose choices are open when the page comes. */
  opened: string | null;
  /** This page's address with its filters, and those of the pages before and after. */
  href: string;
  previousHref: string | null;
  nextHref: string | null;
  /** Where the passages of a theme are read: its slug comes in place of the star. */
  passagesHref: string;
  actions: CodingActions;
  /** What stands above the lines: the page's title and its filters. */
  header: ReactNode;
  /** What stands in place of the lines where there are none. */
  empty: ReactNode;
  /** What follows the lines. */
  children: ReactNode;
};

const CODEBOOK = "codebook";
const KEYS_HINT = "The keys work on the contribution that is outlined: click one, or press Tab until one is.";

/** The lines to code, by key, by pointer, and without JavaScript. What was done can be undone from page to page. */
export function TaggingList({ themes, opened, href, previousHref, nextHref, actions, ...rest }: Props) {
  const saved = useMemo(
    () => Object.fromEntries(rest.lines.map(({ id }) => [id, rest.coding[id] ?? UNCODED])),
    [rest.lines, rest.coding],
  );
  const taggings = useTaggings(saved, {
    send: actions.send,
    words: (change) =>
      changeWords(change, themes) +
      (isHere(change.contributionId) ? "" : " Its contribution is on another page."),
  });
  const { stateOf, say } = taggings;
  const lines = useLines({
    address: href,
    fromServer: rest.lines,
    readKept: actions.readKept,
    onRead: taggings.readAgain,
  });
  const isHere = (lineId: string) => lines.some(({ id }) => id === lineId);
  const marks = useMarkedWords();
  const suggestions = useSuggestions(
    rest.lines.map(({ id }) => id),
    rest.suggestionsShown,
    actions.suggest,
  );
  const { current, setCurrent, open, setOpen } = useCurrentLine({ href, opened, lines });
  const [reading, setReading] = useState<"definitions" | "shortcuts" | null>(null);
  const [drafts] = useState(() => new Map<string, string>());
  const keys = useThemeKeys(themes);
  const setting = useThemeSetting({ stateOf, marked: marks.on, send });
  const { turn, turning } = useTurning({ href, previousHref, nextHref, lines, stateOf, say });

  function send(change: TaggingChange) {
    const { contributionId: lineId } = change;
    const seen = suggestions.on(lineId, stateOf(lineId)).map(({ themeId }) => themeId);
    taggings.ask(change.change === "set" ? { ...change, seen } : change);
    suggestions.coded();
  }

  const press = useLineKeys({
    ...{ lines, keys, stateOf, marks, suggestions, open, setOpen, send, say, turn, turning, ...setting },
    undo: taggings.undo,
    define: () => setReading("definitions"),
    showShortcuts: () => setReading("shortcuts"),
  });

  const list = (
    <>
      {lines.length === 0 && rest.empty}
      <ol
        onKeyDown={press}
        aria-label="Contributions"
        className={lines.length === 0 ? "hidden" : "mt-2.5 border-t border-line pt-1.5"}
      >
        {lines.map((line) => (
          <TaggingLine
            key={line.id}
            line={line}
            state={stateOf(line.id)}
            themes={themes}
            suggestions={suggestions.rowOf(line, stateOf(line.id))}
            stance={setting.stanceFor(line)}
            marked={marks.on(line.id)}
            current={line.id === current}
            open={line.id === open}
            toggleHref={line.id === open ? `${href}#line-${line.id}` : withLine(href, line.id)}
            roundsHref={`${href.split("?")[0]}/rounds`}
            mayRemoveOthers={rest.mayRemoveOthers}
            actions={actions}
            ask={send}
            drafts={drafts}
            onMemo={() => say("Saved: the memo.")}
            onAccept={(themeId) => setting.setTheme(line, themeId, null)}
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
  const target = lines.find(({ id }) => id === current);
  return (
    <div className="grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="flex min-w-0 flex-col">
        {target && <SkipLink href={`#line-${target.id}`}>Skip to the contributions</SkipLink>}
        {rest.header}
        <CodingBar
          status={taggings.status}
          hint={target ? KEYS_HINT : null}
          canUndo={taggings.canUndo}
          onUndo={() => focusLine(taggings.undo() ?? current)}
          undoKey="u"
          codebookId={CODEBOOK}
        />
        {list}
      </div>
      <CodingPanel
        id={CODEBOOK}
        {...{ themes, keys, target, setting, reading, setReading }}
        marked={target ? marks.on(target.id) : null}
        counts={rest.counts}
        total={rest.total}
        passagesHref={rest.passagesHref}
      />
    </div>
  );
}

function learntWords(lines: number): string {
  if (lines === 0)
    return "So far, suggestions come only from the words of the codebook. They learn from the themes you set and the suggestions you reject.";
  return `Suggestions were learnt from ${countOf(lines, "tagged contribution")} and the words of the codebook.`;
}

function withLine(href: string, id: string): string {
  return `${href}${href.includes("?") ? "&" : "?"}line=${id}#line-${id}`;
}
