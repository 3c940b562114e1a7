"use client";

import type { ReactNode } from "react";
import { SkipLink } from "@/components/ui/navigation/skip-link";
import { countOf } from "@/lib/platform/text/count-words";
import { CodingBar } from "./coding-bar";
import { CodingPanel } from "./coding-panel";
import { ContributionsToCode } from "./contribution/contributions-to-code";
import { focusContribution } from "./focus-contribution";
import { useCodingList, type CodingPage } from "./use-coding-list";

type Props = CodingPage & {
  /** Theme to how many of all contributions listed carry it, and how many those are. */
  counts: Readonly<Record<string, number>>;
  total: number;
  mayRemoveOthers: boolean;
  /** Where the passages of a theme are read: its slug comes in place of the star. */
  passagesHref: string;
  /** What stands above the contributions: the page's title and its filters. */
  header: ReactNode;
  /** What is shown where there are no contributions. */
  empty: ReactNode;
  /** What is shown after all contributions were coded out of the list. */
  done: ReactNode;
  /** What follows the contributions. */
  children: ReactNode;
};

const CODEBOOK = "codebook";
const KEYS_HINT =
  "Shortcuts work on the outlined contribution. Click a contribution, or press Tab, to outline it.";

/**
 * The contributions to code, by key, by pointer, and without JavaScript. What was done can be undone from
 * page to page.
 */
export function TaggingList(props: Props) {
  const { themes, total } = props;
  const list = useCodingList(props);
  const { contributions, taggings, marks, suggestions, current } = list;
  const target = contributions.find(({ id }) => id === current);
  return (
    <div className="grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="flex min-w-0 flex-col">
        {target && <SkipLink href={`#contribution-${target.id}`}>Skip to the contributions</SkipLink>}
        {props.header}
        <CodingBar
          status={taggings.status}
          hint={target ? KEYS_HINT : null}
          canUndo={taggings.canUndo}
          onUndo={() => focusContribution(taggings.undo() ?? current)}
          undoKey="u"
          codebookId={CODEBOOK}
        />
        {contributions.length === 0 && props.empty}
        <ContributionsToCode
          list={list}
          themes={themes}
          href={props.href}
          mayRemoveOthers={props.mayRemoveOthers}
          actions={props.actions}
        />
        {total === 0 && contributions.length > 0 && props.done}
        {props.suggestionsShown && (
          <p className="mt-3 min-h-12 max-w-measure text-sm text-soft print:hidden">
            {suggestions.learntFrom !== null && learntWords(suggestions.learntFrom)}
          </p>
        )}
        {props.children}
      </div>
      <CodingPanel
        id={CODEBOOK}
        themes={themes}
        keys={list.keys}
        target={target}
        setting={list.setting}
        reading={list.reading}
        setReading={list.setReading}
        marked={target ? marks.on(target.id) : null}
        counts={props.counts}
        total={total}
        readMeanings={props.actions.readMeanings}
        passagesHref={props.passagesHref}
      />
    </div>
  );
}

function learntWords(contributions: number): string {
  if (contributions === 0)
    return "So far, suggestions come only from the words of the codebook. They learn from the themes you set and the suggestions you reject.";
  return `Suggestions were learnt from ${countOf(contributions, "tagged contribution")} and the words of the codebook.`;
}
