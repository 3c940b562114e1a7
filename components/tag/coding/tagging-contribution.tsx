"use client";

import Link from "next/link";
import type { Stance } from "@/lib/capture/contribution/stance";
import type { SuggestedTheme } from "@/lib/tag/coding/suggested";
import type { Words } from "@/lib/tag/coding/span-words";
import type { TaggingChange } from "@/lib/tag/coding/tagging";
import type { CodingActions } from "./coding-actions";
import { LikeContributions } from "./like-contributions";
import { ContributionMemos } from "./contribution-memos";
import { ContributionWords } from "./contribution-words";
import { isFlagged, shownTaggings, type ContributionState } from "./pending-changes";
import type { ContributionInWords } from "./shown-contribution";
import { decidedWords } from "./status-words";
import { SuggestionRow } from "./suggestion-row";
import { TaggingPanel } from "./tagging-panel";
import { marksOf, Taggings, type ShownTheme } from "./taggings";

type Props = {
  contribution: ContributionInWords;
  state: ContributionState;
  themes: readonly ShownTheme[];
  /** null where suggestions are switched off. */
  suggestions: readonly SuggestedTheme[] | null;
  /** What an accepted suggestion is set as. */
  stance: Stance;
  marked: Words | null;
  /** The one contribution that Tab reaches, and that the codebook alongside the list sets themes on. */
  current: boolean;
  open: boolean;
  /** This page with the contribution's choices open or closed, for when there is no JavaScript. */
  toggleHref: string;
  /** Where the rounds are, for a contribution that is coded in one. */
  roundsHref: string;
  mayRemoveOthers: boolean;
  actions: CodingActions;
  ask: (change: TaggingChange) => void;
  /** Memos that are being written, by contribution. */
  drafts: Map<string, string>;
  /** One was saved. */
  onMemo: () => void;
  onAccept: (themeId: string) => void;
  onReject: (themeId: string) => void;
  onFocus: () => void;
  onSelect: () => void;
  onToggle: () => void;
};

export function TaggingContribution({
  contribution,
  state,
  themes,
  marked,
  current,
  open,
  toggleHref,
  ...rest
}: Props) {
  const { suggestions, mayRemoveOthers, actions, ask, onMemo, onFocus, onSelect, onToggle } = rest;
  const taggings = shownTaggings(state);
  const { memos, decided, flag, blindRound } = state.saved;
  return (
    <li
      id={`contribution-${contribution.id}`}
      data-contribution={contribution.id}
      tabIndex={current ? 0 : -1}
      onFocus={onFocus}
      onMouseUp={onSelect}
      className={`scroll-mt-16 lg:scroll-mt-6 lg:scroll-mb-14 border-b border-l-3 border-b-faint py-4 pr-1 pl-2 sm:pr-3 ${current ? "border-l-accent" : "border-l-transparent"}`}
    >
      <ContributionWords
        contribution={contribution}
        {...(contribution.where ? { where: contribution.where } : {})}
        marks={marksOf(taggings, themes)}
        chosen={marked}
      >
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <Taggings
            taggings={taggings}
            themes={themes}
            text={contribution.text}
            logged={contribution.stance}
          />
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
        <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-soft empty:hidden">
          {isFlagged(state) && (
            <span>
              <b className="text-ink">To talk about</b>
              {flag && `, says ${flag.by}`}
            </span>
          )}
          {blindRound && (
            <span>
              You read it afresh in the round{" "}
              <Link href={`${rest.roundsHref}/${blindRound.number}/code`}>{blindRound.title}</Link>: code it
              there.
            </span>
          )}
          {memos.length > 0 && <span>{memos.length === 1 ? "1 memo" : `${memos.length} memos`}</span>}
          {decided.map(({ themeId, stances, round }) => (
            <span key={themeId}>
              {decidedWords(themes.find(({ id }) => id === themeId)?.title ?? "", stances, round)}
            </span>
          ))}
        </p>
        {suggestions && (
          <SuggestionRow
            suggestions={suggestions}
            themes={themes}
            stance={rest.stance}
            onAccept={rest.onAccept}
            onReject={rest.onReject}
          />
        )}
        {state.problem && (
          <p role="alert" className="mt-1 font-semibold text-danger">
            <span className="sr-only">Error: </span>
            {state.problem}
          </p>
        )}
        {open && (
          <div className="mt-2 grid gap-5 border-l-2 border-line py-1 pl-4">
            {!blindRound && (
              <TaggingPanel
                contribution={contribution}
                marked={marked}
                taggings={taggings}
                themes={themes}
                flagged={isFlagged(state)}
                mayRemoveOthers={mayRemoveOthers}
                action={actions.save}
                ask={ask}
              />
            )}
            {!blindRound && (
              <ContributionMemos
                contributionId={contribution.id}
                drafts={rest.drafts}
                onSaved={onMemo}
                memos={memos}
                newMemoId={contribution.newMemoId ?? ""}
                write={actions.writeMemo}
                change={actions.changeMemo}
                withdraw={actions.withdrawMemo}
              />
            )}
            <LikeContributions contributionId={contribution.id} themes={themes} find={actions.findLike} />
          </div>
        )}
      </ContributionWords>
    </li>
  );
}
