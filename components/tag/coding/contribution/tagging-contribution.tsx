"use client";

import type { Stance } from "@/lib/capture/contribution/stance";
import type { SuggestedTheme } from "@/lib/tag/coding/suggested";
import type { Words } from "@/lib/tag/coding/span-words";
import type { TaggingChange } from "@/lib/tag/coding/tagging-input";
import type { CodingActions } from "../coding-actions";
import { ContributionWords } from "../contribution-words";
import { shownTaggings, type ContributionState } from "../kept/pending-changes";
import type { ContributionInWords } from "../shown-contribution";
import { marksOf, Taggings, type ShownTheme } from "../taggings";
import { CodingStatus } from "./coding-status";
import { LaterChoices } from "./later-choices";
import { SuggestionRow } from "./suggestion-row";

type Props = {
  contribution: ContributionInWords;
  state: ContributionState;
  themes: readonly ShownTheme[];
  /** null where suggestions are switched off. */
  suggestions: readonly SuggestedTheme[] | null;
  /** The stance that an accepted suggestion is set with. */
  stance: Stance;
  marked: Words | null;
  /** The one contribution that Tab reaches, and on which the codebook next to the list sets themes. */
  current: boolean;
  open: boolean;
  /** This page with the contribution's choices open or closed, without JavaScript. */
  toggleHref: string;
  /** Where the rounds are, for a contribution that is coded in one. */
  roundsHref: string;
  mayRemoveOthers: boolean;
  actions: CodingActions;
  ask: (change: TaggingChange) => void;
  /** Unsaved memos, by contribution. */
  drafts: Map<string, string>;
  /** Called when one was saved. */
  onMemo: () => void;
  onAccept: (themeId: string) => void;
  onReject: (themeId: string) => void;
  onFocus: () => void;
  onSelect: () => void;
  onToggle: () => void;
};

/** A contribution to code: its words and its themes, and, opened, all that can be done with it. */
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
  const { suggestions, onFocus, onSelect, onToggle } = rest;
  const taggings = shownTaggings(state);
  return (
    <li
      id={`contribution-${contribution.id}`}
      data-contribution=""
      tabIndex={current ? 0 : -1}
      onFocus={onFocus}
      onMouseUp={onSelect}
    >
      <ContributionWords
        contribution={contribution}
        {...(contribution.where ? { where: contribution.where } : {})}
        marks={marksOf(taggings, themes)}
        chosen={marked}
      >
        <div className="line">
          <Taggings
            taggings={taggings}
            themes={themes}
            text={contribution.text}
            logged={contribution.stance}
          />
          <a
            href={toggleHref}
            aria-expanded={open}
            onClick={(event) => {
              event.preventDefault();
              onToggle();
            }}
          >
            {open ? "Close" : "Set themes"}
          </a>
        </div>
        <CodingStatus state={state} themes={themes} roundsHref={rest.roundsHref} />
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
          <LaterChoices
            contribution={contribution}
            state={state}
            themes={themes}
            marked={marked}
            mayRemoveOthers={rest.mayRemoveOthers}
            actions={rest.actions}
            ask={rest.ask}
            drafts={rest.drafts}
            onMemo={rest.onMemo}
          />
        )}
      </ContributionWords>
    </li>
  );
}
