"use client";

import { useState } from "react";
import type { Stance } from "@/lib/capture/contribution/stance";
import type { Words } from "@/lib/tag/coding/span-words";
import type { TaggingChange } from "@/lib/tag/coding/tagging-input";
import { isOwn, shownTaggings, type ContributionState } from "./kept/pending-changes";
import type { ContributionInWords } from "./shown-contribution";

type Asked = {
  stateOf: (contributionId: string) => ContributionState;
  marked: (contributionId: string) => Words | null;
  send: (change: TaggingChange) => void;
};

/** Sets themes, by key and by pointer: on the marked words, with the stance chosen for the next one. */
export function useThemeSetting({ stateOf, marked, send }: Asked) {
  const [nextStance, setNextStance] = useState<Stance | null>(null);
  const [chosen, setChosen] = useState<{ contributionId: string; themeId: string } | null>(null);
  /** The stance of the next theme on a contribution: the chosen one, else the contribution's own. */
  const stanceFor = (contribution: Pick<ContributionInWords, "stance">) =>
    nextStance ?? contribution.stance ?? "observation";
  const choose = (contributionId: string, themeId: string) => setChosen({ contributionId, themeId });

  function setTheme(contribution: ContributionInWords, themeId: string, words = marked(contribution.id)) {
    const span = words ? { spanStart: words.start, spanEnd: words.end } : {};
    choose(contribution.id, themeId);
    setNextStance(null);
    const same = shownTaggings(stateOf(contribution.id)).some(
      (tagging) =>
        isOwn(tagging) &&
        tagging.themeId === themeId &&
        (nextStance === null || tagging.stance === nextStance) &&
        tagging.spanStart === (words?.start ?? null) &&
        tagging.spanEnd === (words?.end ?? null),
    );
    if (same) return;
    send({
      change: "set",
      contributionId: contribution.id,
      themeId,
      stance: stanceFor(contribution),
      ...span,
    });
  }

  return { nextStance, setNextStance, stanceFor, chosen, choose, setTheme };
}
