"use client";

import type { KeyboardEvent } from "react";
import { STANCES, type Stance } from "@/lib/capture/contribution/stance";
import { sliceCodePoints } from "@/lib/platform/text/code-points";
import { keyAction, type KeyAction } from "@/lib/tag/coding/keys";
import type { TaggingChange } from "@/lib/tag/coding/tagging-input";
import { focusCodebook, focusContribution, focusMemo } from "../focus-contribution";
import { changeAskedFor, taggingUnderKeys } from "./key-changes";
import { isUntagged, type ContributionState } from "../kept/pending-changes";
import { otherwiseWords, type ContributionInWords } from "../shown-contribution";
import type { useMarkedWords } from "../use-marked-words";
import type { useSuggestions } from "../use-suggestions";
import type { Turn } from "./use-turning";

type ListOfContributions = {
  contributions: readonly ContributionInWords[];
  keys: ReadonlyMap<string, string>;
  stateOf: (contributionId: string) => ContributionState;
  marks: ReturnType<typeof useMarkedWords>;
  suggestions: ReturnType<typeof useSuggestions>;
  /** The tagging that the stance keys change, when it is not the last one of the contribution. */
  chosen: { contributionId: string; themeId: string } | null;
  choose: (contributionId: string, themeId: string) => void;
  open: string | null;
  /** `then` runs when it is open. */
  setOpen: (contributionId: string | null, then?: () => void) => void;
  define: () => void;
  showShortcuts: () => void;
  /** The stance that the next theme is set with; null for the contribution's own. */
  nextStance: Stance | null;
  setNextStance: (stance: Stance | null) => void;
  /** On the marked words; null sets it on the whole contribution even where words are marked. */
  setTheme: (contribution: ContributionInWords, themeId: string, words?: null) => void;
  send: (change: TaggingChange) => void;
  undo: () => string | null;
  say: (words: string) => void;
  turn: (to: Turn) => void;
  /** Another page, or what was opened, is on its way. */
  isWaiting: () => boolean;
};

/**
 * What the keys do in a list of contributions. Single keys act only while one of the contributions itself has
 * the focus (WCAG 2.1.4).
 */
export function useContributionKeys(list: ListOfContributions) {
  const { contributions, keys, marks, open, setOpen } = list;
  return function press(event: KeyboardEvent<HTMLElement>) {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
    const element = target.closest("[data-contribution]")?.id;
    const contribution = contributions.find(({ id }) => element === `contribution-${id}`);
    if (!contribution) return;
    if (key === "Escape") {
      if (marks.on(contribution.id)) return marks.clear(contribution.id);
      if (open !== contribution.id) return;
      setOpen(null);
      return void focusContribution(contribution.id);
    }
    if (target.dataset.contribution === undefined) return;
    if (list.isWaiting()) return event.preventDefault();
    const action = keyAction(key, keys);
    if (action) act(list, contribution, action);
    else if (key === "Enter") setOpen(open === contribution.id ? null : contribution.id);
    else return;
    event.preventDefault();
  };
}

function act(list: ListOfContributions, contribution: ContributionInWords, action: KeyAction): void {
  const { chosen, stateOf } = list;
  const { id: contributionId, text } = contribution;
  const state = stateOf(contributionId);
  const chosenThemeId = chosen?.contributionId === contributionId ? chosen.themeId : null;
  const suggestedThemeId = list.suggestions.on(contributionId, state)[0]?.themeId;
  const change = changeAskedFor(action, { contributionId, state, text, chosenThemeId, suggestedThemeId });
  if (change) {
    if (change.change === "set" || change.change === "stance") list.choose(contributionId, change.themeId);
    return list.send(change);
  }
  switch (action.does) {
    case "theme":
      return list.setTheme(contribution, action.themeId);
    case "accept":
      // It was suggested for the contribution, not for the words that happen to be marked.
      return suggestedThemeId ? list.setTheme(contribution, suggestedThemeId, null) : undefined;
    case "stance":
      return taggingUnderKeys({ state, chosenThemeId })
        ? undefined
        : announceStance(list, contribution, action.stance);
    case "undo": {
      const undone = list.undo();
      return undone === null ? list.say("There is nothing left to undo.") : void focusContribution(undone);
    }
    case "memo":
      return list.setOpen(contributionId, () => focusMemo(contributionId));
    default:
      return look(list, contribution, action);
  }
}

/** The keys that change nothing: moving, marking words, and reading. */
function look(list: ListOfContributions, contribution: ContributionInWords, action: KeyAction): void {
  const { contributions, stateOf, marks, turn } = list;
  const at = contributions.indexOf(contribution);
  switch (action.does) {
    case "move": {
      const there = focusContribution(contributions[at + action.by]?.id);
      return there ? undefined : turn(action.by === 1 ? "next" : "previous");
    }
    case "untagged": {
      const next = contributions.slice(at + 1).find((later) => isUntagged(later, stateOf(later.id)));
      return focusContribution(next?.id) ? undefined : turn("untagged");
    }
    case "span": {
      const words = marks.step(contribution, action.step);
      return list.say(
        words
          ? `Marked: “${sliceCodePoints(contribution.text, words.start, words.end)}”`
          : "No word is marked.",
      );
    }
    case "whole":
      return marks.clear(contribution.id);
    case "definitions":
      return list.define();
    case "shortcuts":
      return list.showShortcuts();
    case "codebook":
      return focusCodebook();
    default:
      // A change was asked for where there is nothing to change.
      return;
  }
}

/** With nothing to change, the stance waits for the next theme; the same key again clears it. */
function announceStance(list: ListOfContributions, contribution: ContributionInWords, stance: Stance): void {
  const next = list.nextStance === stance ? null : stance;
  list.setNextStance(next);
  list.say(
    next
      ? `The next theme is set as: ${STANCES[next].word.toLowerCase()}.`
      : `No stance is chosen: the next theme is set as ${otherwiseWords(contribution)}.`,
  );
}
