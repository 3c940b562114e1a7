"use client";

import type { Stance } from "@/lib/capture/contribution/stance";
import { passagesOf } from "@/lib/tag/coding/passage";
import { ContributionWords } from "@/components/tag/coding/contribution-words";
import { shownTaggings, type ContributionState } from "@/components/tag/coding/kept/pending-changes";
import type { ContributionInWords } from "@/components/tag/coding/shown-contribution";
import { decidedWords } from "@/components/tag/coding/status-words";
import { marksOf, Taggings } from "@/components/tag/coding/taggings";
import { PassageTagging, type PassageActions } from "./passage-tagging";

type Props = {
  contribution: ContributionInWords;
  state: ContributionState;
  stance: Stance | undefined;
  actions: PassageActions;
};

/** A contribution with its passages under the theme marked in it, each with its taggings and coders. */
export function PassageContribution({ contribution, state, stance, actions }: Props) {
  const { theme, themes } = actions;
  const taggings = shownTaggings(state);
  const passages = passagesOf(taggings, theme.id, stance);
  const others = taggings.filter(({ themeId }) => themeId !== theme.id);
  const decided = state.saved.decided.find(({ themeId }) => themeId === theme.id);
  return (
    <li id={`contribution-${contribution.id}`} data-contribution="" tabIndex={-1}>
      <ContributionWords
        contribution={contribution}
        {...(contribution.where ? { where: contribution.where } : {})}
        marks={marksOf(
          passages.flatMap((passage) => passage.taggings),
          themes,
        )}
      >
        {passages.length === 0 && (
          <p className="text-sm text-soft">
            No longer under “{theme.title}”{stance ? " with this stance" : ""}.
          </p>
        )}
        <ul>
          {passages.flatMap((passage) =>
            passage.taggings.map((tagging) => (
              <PassageTagging
                key={tagging.id}
                contribution={contribution}
                tagging={tagging}
                actions={actions}
              />
            )),
          )}
        </ul>
        {state.problem && (
          <p role="alert" className="mt-1 font-semibold text-danger">
            <span className="sr-only">Error: </span>
            {state.problem}
          </p>
        )}
        {decided && (
          <p className="mt-1 text-sm text-soft">
            {decidedWords(theme.title, decided.stances, decided.round)}
          </p>
        )}
        {others.length > 0 && (
          <div className="also">
            Also: <Taggings taggings={others} themes={themes} text={contribution.text} />
          </div>
        )}
      </ContributionWords>
    </li>
  );
}
