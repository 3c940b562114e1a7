"use client";

import type { Words } from "@/lib/tag/coding/span-words";
import type { TaggingChange } from "@/lib/tag/coding/tagging-input";
import type { CodingActions } from "../coding-actions";
import { isFlagged, shownNpqs, shownTaggings, type ContributionState } from "../kept/pending-changes";
import type { ContributionInWords } from "../shown-contribution";
import type { ShownTheme } from "../taggings";
import { ContributionMemos } from "./contribution-memos";
import { SimilarContributions } from "./similar-contributions";
import { TaggingPanel } from "./tagging-panel";

export type ChoicesProps = {
  contribution: ContributionInWords;
  state: ContributionState;
  themes: readonly ShownTheme[];
  marked: Words | null;
  mayRemoveOthers: boolean;
  actions: CodingActions;
  ask: (change: TaggingChange) => void;
  /** Memos that are being written, by contribution. */
  drafts: Map<string, string>;
  onMemo: () => void;
};

/** What opens below a contribution: its themes, its memos, and others like it. */
export function CodingChoices({ contribution, state, themes, marked, actions, ...rest }: ChoicesProps) {
  const { memos, blindRound } = state.saved;
  return (
    <div className="mt-2 grid gap-5 border-l-2 border-line py-1 pl-4">
      {!blindRound && (
        <>
          <TaggingPanel
            contribution={contribution}
            marked={marked}
            taggings={shownTaggings(state)}
            themes={themes}
            flagged={isFlagged(state)}
            npqs={shownNpqs(state)}
            mayRemoveOthers={rest.mayRemoveOthers}
            action={actions.save}
            ask={rest.ask}
          />
          <ContributionMemos
            contributionId={contribution.id}
            drafts={rest.drafts}
            onSaved={rest.onMemo}
            memos={memos}
            newMemoId={contribution.newMemoId}
            write={actions.writeMemo}
            change={actions.changeMemo}
            withdraw={actions.withdrawMemo}
          />
        </>
      )}
      <SimilarContributions contributionId={contribution.id} themes={themes} find={actions.findSimilar} />
    </div>
  );
}
