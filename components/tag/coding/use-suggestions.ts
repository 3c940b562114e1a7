"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { Answer } from "@/lib/access/answer";
import type { ContributionSuggestions, SuggestedTheme } from "@/lib/tag/coding/suggested";
import { shownTaggings, type ContributionState } from "./kept/pending-changes";
import type { ContributionInWords } from "./shown-contribution";

const NONE: ContributionSuggestions = { byContribution: {}, learntFrom: 0 };

/** After this many changes the method has learned enough to be asked again. */
const ASK_AGAIN_AFTER = 5;

/**
 * The suggestions for the contributions of the page, requested after they are rendered, and again as the
 * coder works. After a failure, or refused, the page has none. `shown` is not sent: the server knows it, and records what
 * it would have suggested.
 */
export function useSuggestions(
  contributionIds: readonly string[],
  shown: boolean,
  ask: (contributionIds: string[]) => Promise<Answer<ContributionSuggestions>>,
) {
  const [suggestions, setSuggestions] = useState(NONE);
  const [changes, setChanges] = useState(0);
  const asked = Math.floor(changes / ASK_AGAIN_AFTER);
  const contributions = contributionIds.join(" ");

  const read = useEffectEvent(() => {
    if (contributions === "") return;
    void ask(contributions.split(" ")).then(
      (answer) => void (answer.ok && setSuggestions(answer.found)),
      () => undefined,
    );
  });
  useEffect(() => read(), [contributions, shown, asked]);

  /** The suggestions that the coder sees on a contribution, the most probable first. */
  function on(contributionId: string, state: ContributionState): readonly SuggestedTheme[] {
    if (!shown) return [];
    const set = new Set(shownTaggings(state).map(({ themeId }) => themeId));
    return (suggestions.byContribution[contributionId] ?? []).filter(
      ({ themeId }) => !set.has(themeId) && !state.rejected.includes(themeId),
    );
  }

  return {
    on,
    /**
     * null reserves no space for them: nothing is suggested for a contribution that has themes, or that no
     * participant said.
     */
    rowOf(contribution: ContributionInWords, state: ContributionState): readonly SuggestedTheme[] | null {
      const suggested = on(contribution.id, state);
      const wanted =
        contribution.participants && state.saved.blindRound === null && shownTaggings(state).length === 0;
      return shown && (wanted || suggested.length > 0) ? suggested : null;
    },
    /** How many tagged contributions it was learned from; null until it is known. */
    learntFrom: suggestions === NONE ? null : suggestions.learntFrom,
    /** Called when a contribution was coded. */
    coded: () => setChanges((before) => before + 1),
  };
}
