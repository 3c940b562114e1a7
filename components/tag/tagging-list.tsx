"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { countOf } from "@/lib/capture/words";
import { themeKeys } from "@/lib/tag/keys";
import { UNCODED, type LineCoding, type TaggingChange } from "@/lib/tag/tagging";
import type { Theme } from "@/lib/tag/theme";
import type { CodingActions } from "./coding-actions";
import { Definitions } from "./definitions";
import { focusLine } from "./focus-line";
import { isOwn, shownTaggings } from "./pending-changes";
import type { ShownLine } from "./shown-line";
import { changeWords } from "./status-words";
import { TaggingLine } from "./tagging-line";
import { isUntagged, useLineKeys } from "./use-line-keys";
import { useLines } from "./use-lines";
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
  /** This page's address with its filters, and those of the pages before and after. */
  href: string;
  previousHref: string | null;
  nextHref: string | null;
  actions: CodingActions;
};

type Turn = "next" | "untagged" | "previous";

/** The lines to code, by key, by pointer, and without JavaScript. What was done can be undone from page to page. */
export function TaggingList({ themes, opened, href, previousHref, nextHref, actions, ...rest }: Props) {
  const router = useRouter();
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
  const choose = (lineId: string, themeId: string) => setChosen({ lineId, themeId });
  const keys = themeKeys(themes.filter(({ retired }) => !retired).map(({ id }) => id));
  if (address !== href) {
    setAddress(href);
    setCurrent(opened ?? lines[0]?.id);
    setOpen(opened);
  }

  /** Which way the page was turned by key: then the focus goes on where the hand left off. */
  const turned = useRef<Turn | null>(null);
  const arrive = useEffectEvent(() => {
    const to = turned.current;
    turned.current = null;
    if (to === "next") focusLine(lines[0]?.id);
    if (to === "previous") focusLine(lines.at(-1)?.id);
    if (to !== "untagged") return;
    const untagged = lines.find(({ id }) => isUntagged(stateOf(id)));
    focusLine(untagged?.id ?? lines.at(-1)?.id);
    if (!untagged) say("Every line of this page has a theme. Press n to go on.");
  });
  useEffect(() => arrive(), [href]);

  function turn(to: Turn) {
    const there = to === "previous" ? previousHref : nextHref;
    if (there === null) return say(AT_THE_END[to]);
    turned.current = to;
    router.push(there);
  }

  function setTheme(line: ShownLine, themeId: string) {
    const words = marks.on(line.id);
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
    ...{ undo, say, turn, define: () => setDefining(true) },
  });
  // Whichever line left the page, one of those that are there is reached by Tab.
  const reached = current !== undefined && isHere(current) ? current : lines[0]?.id;

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
            suggestions={suggestions.rowOf(line, stateOf(line.id))}
            marked={marks.on(line.id)}
            current={line.id === reached}
            open={line.id === open}
            toggleHref={line.id === open ? `${href}#line-${line.id}` : withLine(href, line.id)}
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
      {rest.suggestionsShown && (
        <p className="mt-3 min-h-12 max-w-measure text-sm text-soft print:hidden">
          {suggestions.learntFrom !== null && learntWords(suggestions.learntFrom)}
        </p>
      )}
      <Definitions themes={themes} keys={keys} open={defining} onClose={() => setDefining(false)} />
    </>
  );
}

const AT_THE_END: Record<Turn, string> = {
  next: "This is the last line.",
  previous: "This is the first line.",
  untagged: "No line after this one is without a theme.",
};

function learntWords(lines: number): string {
  if (lines === 0)
    return "Suggestions come from the words of the codebook alone so far. They learn from what you set and turn down.";
  return `Suggestions were learnt from ${countOf(lines, "tagged line")} and the words of the codebook.`;
}

function withLine(href: string, id: string): string {
  return `${href}${href.includes("?") ? "&" : "?"}line=${id}#line-${id}`;
}
