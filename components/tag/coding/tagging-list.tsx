"use client";

import { useMemo, useState, type ReactNode } from "react";
import { countOf } from "@/lib/platform/count-words";
import { UNCODED, type ContributionCoding, type TaggingChange } from "@/lib/tag/coding/tagging";
import type { Theme } from "@/lib/tag/codebook/theme";
import { SkipLink } from "@/components/ui/navigation/skip-link";
import { CodingBar } from "./coding-bar";
import type { CodingActions } from "./coding-actions";
import { CodingPanel } from "./coding-panel";
import { focusContribution } from "./focus-contribution";
import type { ContributionInWords } from "./shown-contribution";
import { changeWords } from "./status-words";
import { TaggingContribution } from "./tagging-contribution";
import { useCurrentContribution } from "./use-current-contribution";
import { useContributionKeys } from "./use-contribution-keys";
import { useContributions } from "./use-contributions";
import { useMarkedWords } from "./use-marked-words";
import { useSuggestions } from "./use-suggestions";
import { useTaggings } from "./use-taggings";
import { useThemeKeys } from "./use-theme-keys";
import { useThemeSetting } from "./use-theme-setting";
import { useTurning } from "./use-turning";

type Props = {
  contributions: readonly ContributionInWords[];
  coding: Readonly<Record<string, ContributionCoding>>;
  themes: readonly Theme[];
  /** Theme to how many of all contributions listed carry it, and how many those are. */
  counts: Readonly<Record<string, number>>;
  total: number;
  mayRemoveOthers: boolean;
  suggestionsShown: boolean;
  /** The contribution whose choices are open when the page comes. */
  opened: string | null;
  /** This page's address with its filters, and those of the pages before and after. */
  href: string;
  previousHref: string | null;
  nextHref: string | null;
  /** Where the passages of a theme are read: its slug comes in place of the star. */
  passagesHref: string;
  actions: CodingActions;
  /** What stands above the contributions: the page's title and its filters. */
  header: ReactNode;
  /** What stands in place of the contributions where there are none. */
  empty: ReactNode;
  /** What follows the contributions once all of them were coded out of the list. */
  done: ReactNode;
  /** What follows the contributions. */
  children: ReactNode;
};

const CODEBOOK = "codebook";
const KEYS_HINT = "The keys work on the contribution that is outlined: click one, or press Tab until one is.";

/**
 * The contributions to code, by key, by pointer, and without JavaScript. What was done can be undone from
 * page to page.
 */
export function TaggingList({ themes, opened, href, previousHref, nextHref, actions, ...rest }: Props) {
  const saved = useMemo(
    () => Object.fromEntries(rest.contributions.map(({ id }) => [id, rest.coding[id] ?? UNCODED])),
    [rest.contributions, rest.coding],
  );
  const taggings = useTaggings(saved, {
    send: actions.send,
    words: (change) =>
      changeWords(change, themes) +
      (isHere(change.contributionId) ? "" : " Its contribution is on another page."),
  });
  const { stateOf, say } = taggings;
  const contributions = useContributions({
    address: href,
    fromServer: rest.contributions,
    readKept: actions.readKept,
    onRead: taggings.readAgain,
  });
  const isHere = (contributionId: string) => contributions.some(({ id }) => id === contributionId);
  const marks = useMarkedWords();
  const suggestions = useSuggestions(
    rest.contributions.map(({ id }) => id),
    rest.suggestionsShown,
    actions.suggest,
  );
  const { current, setCurrent, open, setOpen } = useCurrentContribution({ href, opened, contributions });
  const [reading, setReading] = useState<"definitions" | "shortcuts" | null>(null);
  const [drafts] = useState(() => new Map<string, string>());
  const keys = useThemeKeys(themes);
  const setting = useThemeSetting({ stateOf, marked: marks.on, send });
  const { turn, turning } = useTurning({ href, previousHref, nextHref, contributions, stateOf, say });

  function send(change: TaggingChange) {
    const { contributionId } = change;
    const seen = suggestions.on(contributionId, stateOf(contributionId)).map(({ themeId }) => themeId);
    taggings.ask(change.change === "set" ? { ...change, seen } : change);
    suggestions.coded();
  }

  const press = useContributionKeys({
    contributions,
    keys,
    stateOf,
    marks,
    suggestions,
    open,
    setOpen,
    send,
    say,
    turn,
    turning,
    ...setting,
    undo: taggings.undo,
    define: () => setReading("definitions"),
    showShortcuts: () => setReading("shortcuts"),
  });

  const list = (
    <>
      {contributions.length === 0 && rest.empty}
      <ol
        onKeyDown={press}
        aria-label="Contributions"
        className={contributions.length === 0 ? "hidden" : "mt-2.5 border-t border-line pt-1.5"}
      >
        {contributions.map((contribution) => (
          <TaggingContribution
            key={contribution.id}
            contribution={contribution}
            state={stateOf(contribution.id)}
            themes={themes}
            suggestions={suggestions.rowOf(contribution, stateOf(contribution.id))}
            stance={setting.stanceFor(contribution)}
            marked={marks.on(contribution.id)}
            current={contribution.id === current}
            open={contribution.id === open}
            toggleHref={
              contribution.id === open
                ? `${href}#contribution-${contribution.id}`
                : withContribution(href, contribution.id)
            }
            roundsHref={`${href.split("?")[0]}/rounds`}
            mayRemoveOthers={rest.mayRemoveOthers}
            actions={actions}
            ask={send}
            drafts={drafts}
            onMemo={() => say("Saved: the memo.")}
            onAccept={(themeId) => setting.setTheme(contribution, themeId, null)}
            onReject={(themeId) => send({ change: "reject", contributionId: contribution.id, themeId })}
            onFocus={() => setCurrent(contribution.id)}
            onSelect={() => marks.takeSelection(contribution)}
            onToggle={() => setOpen(contribution.id === open ? null : contribution.id)}
          />
        ))}
      </ol>
      {rest.total === 0 && contributions.length > 0 && rest.done}
      {rest.suggestionsShown && (
        <p className="mt-3 min-h-12 max-w-measure text-sm text-soft print:hidden">
          {suggestions.learntFrom !== null && learntWords(suggestions.learntFrom)}
        </p>
      )}
      {rest.children}
    </>
  );
  const target = contributions.find(({ id }) => id === current);
  return (
    <div className="grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="flex min-w-0 flex-col">
        {target && <SkipLink href={`#contribution-${target.id}`}>Skip to the contributions</SkipLink>}
        {rest.header}
        <CodingBar
          status={taggings.status}
          hint={target ? KEYS_HINT : null}
          canUndo={taggings.canUndo}
          onUndo={() => focusContribution(taggings.undo() ?? current)}
          undoKey="u"
          codebookId={CODEBOOK}
        />
        {list}
      </div>
      <CodingPanel
        id={CODEBOOK}
        themes={themes}
        keys={keys}
        target={target}
        setting={setting}
        reading={reading}
        setReading={setReading}
        marked={target ? marks.on(target.id) : null}
        counts={rest.counts}
        total={rest.total}
        passagesHref={rest.passagesHref}
      />
    </div>
  );
}

function learntWords(contributions: number): string {
  if (contributions === 0)
    return "So far, suggestions come only from the words of the codebook. They learn from the themes you set and the suggestions you reject.";
  return `Suggestions were learnt from ${countOf(contributions, "tagged contribution")} and the words of the codebook.`;
}

function withContribution(href: string, id: string): string {
  return `${href}${href.includes("?") ? "&" : "?"}contribution=${id}#contribution-${id}`;
}
