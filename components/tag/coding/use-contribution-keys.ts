"use client";

import type { KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { STANCE_ORDER, STANCES, type Stance } from "@/lib/capture/contribution/stance";
import { sliceCodePoints } from "@/lib/platform/text";
import { keyAction, type KeyAction } from "@/lib/tag/coding/keys";
import type { TaggingChange } from "@/lib/tag/coding/tagging";
import { focusCodebook, focusContribution, focusMemo } from "./focus-contribution";
import {
  isFlagged,
  isOwn,
  isUntagged,
  saidBy,
  shownTaggings,
  type ContributionState,
} from "./pending-changes";
import { otherwiseWords, type ShownContribution } from "./shown-contribution";
import type { useMarkedWords } from "./use-marked-words";
import type { useSuggestions } from "./use-suggestions";
import type { Turn } from "./use-turning";

type ListOfContributions = {
  contributions: readonly ShownContribution[];
  keys: ReadonlyMap<string, string>;
  stateOf: (contributionId: string) => ContributionState;
  marks: ReturnType<typeof useMarkedWords>;
  suggestions: ReturnType<typeof useSuggestions>;
  /** The tagging that the stance keys change, when it is not the last one of the contribution. */
  chosen: { contributionId: string; themeId: string } | null;
  choose: (contributionId: string, themeId: string) => void;
  open: string | null;
  setOpen: (contributionId: string | null) => void;
  define: () => void;
  showShortcuts: () => void;
  /** The stance that the next theme is set with; null for the one it was logged with. */
  nextStance: Stance | null;
  setNextStance: (stance: Stance | null) => void;
  /** On the marked words; null sets it on the whole contribution whatever is marked. */
  setTheme: (contribution: ShownContribution, themeId: string, words?: null) => void;
  send: (change: TaggingChange) => void;
  undo: () => string | null;
  say: (words: string) => void;
  turn: (to: Turn) => void;
  turning: boolean;
};

/**
 * What the keys do in a list of contributions. Single keys act only while one of the contributions itself has
 * the focus (WCAG 2.1.4).
 */
export function useContributionKeys(list: ListOfContributions) {
  const { contributions, keys, stateOf, marks, chosen, choose, open, setOpen, send, say, turn } = list;

  function act(contribution: ShownContribution, action: KeyAction) {
    const contributionId = contribution.id;
    const state = stateOf(contributionId);
    const mine = shownTaggings(state).filter(isOwn);
    const picked =
      chosen?.contributionId === contributionId && mine.findLast(({ themeId }) => themeId === chosen.themeId);
    const last = picked || mine.at(-1);
    const [first] = list.suggestions.on(contributionId, state);
    const at = contributions.indexOf(contribution);
    switch (action.does) {
      case "move":
        return (
          focusContribution(contributions[at + action.by]?.id) || turn(action.by === 1 ? "next" : "previous")
        );
      case "untagged": {
        const next = contributions.slice(at + 1).find((later) => isUntagged(later, stateOf(later.id)));
        return focusContribution(next?.id) || turn("untagged");
      }
      case "undo": {
        const undone = list.undo();
        return undone === null ? say("There is nothing left to undo.") : focusContribution(undone);
      }
      case "theme":
        return list.setTheme(contribution, action.themeId);
      case "also": {
        const same = mine.filter(({ themeId }) => themeId === last?.themeId);
        const stance = STANCE_ORDER.find((one) => !same.some((tagging) => tagging.stance === one));
        if (!last || !stance) return;
        choose(contributionId, last.themeId);
        return send({ change: "set", contributionId, ...saidBy(last), stance });
      }
      case "accept":
        // It was proposed for the contribution, not for the words that happen to be marked.
        return first && list.setTheme(contribution, first.themeId, null);
      case "reject":
        return first && send({ change: "reject", contributionId, themeId: first.themeId });
      case "span": {
        const words = marks.step(contribution, action.step);
        return say(
          words
            ? `Marked: “${sliceCodePoints(contribution.text, words.start, words.end)}”`
            : "No word is marked.",
        );
      }
      case "whole":
        return marks.clear(contributionId);
      case "flag":
        return send({ change: isFlagged(state) ? "unflag" : "flag", contributionId });
      case "memo":
        // The field has to be there before it can take the focus.
        flushSync(() => setOpen(contributionId));
        return focusMemo(contributionId);
      case "definitions":
        return list.define();
      case "shortcuts":
        return list.showShortcuts();
      case "codebook":
        return focusCodebook();
      case "keep": {
        const stale = shownTaggings(state).find((tagging) => tagging.stale);
        return stale && send({ change: "keep", contributionId, ...saidBy(stale) });
      }
      case "stance": {
        if (!last) return announceStance(contribution, action.stance);
        if (last.stance === action.stance) return;
        choose(contributionId, last.themeId);
        return send({ change: "stance", contributionId, ...saidBy(last), to: action.stance });
      }
      case "remove":
        return last && send({ change: "remove", contributionId, ...saidBy(last) });
    }
  }

  /** With nothing to change, the stance waits for the theme; the same key once more lets it go. */
  function announceStance(contribution: ShownContribution, stance: Stance) {
    const next = list.nextStance === stance ? null : stance;
    list.setNextStance(next);
    say(
      next
        ? `The next theme is set as: ${STANCES[next].word.toLowerCase()}.`
        : `No stance is chosen: the next theme is set as ${otherwiseWords(contribution)}.`,
    );
  }

  return function press(event: KeyboardEvent<HTMLElement>) {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
    const contributionId = target.closest<HTMLElement>("[data-contribution]")?.dataset.contribution;
    const contribution = contributions.find(({ id }) => id === contributionId);
    if (!contribution) return;
    if (key === "Escape") {
      if (marks.on(contribution.id)) return marks.clear(contribution.id);
      if (open !== contribution.id) return;
      setOpen(null);
      return void focusContribution(contribution.id);
    }
    if (target.dataset.contribution === undefined) return;
    if (list.turning) return event.preventDefault();
    const action = keyAction(key, keys);
    if (action) act(contribution, action);
    else if (key === "Enter") setOpen(open === contribution.id ? null : contribution.id);
    else return;
    event.preventDefault();
  };
}
