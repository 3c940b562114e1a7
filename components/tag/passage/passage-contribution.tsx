"use client";

import { useActionState } from "react";
import type { FormAction } from "@/components/ui/form/sending";
import type { Stance } from "@/lib/capture/contribution/stance";
import { passagesOf } from "@/lib/tag/coding/passage";
import type { TaggingChange } from "@/lib/tag/coding/tagging";
import { ContributionWords } from "@/components/tag/coding/contribution-words";
import { shownTaggings, type ContributionState } from "@/components/tag/coding/pending-changes";
import type { ContributionInWords } from "@/components/tag/coding/shown-contribution";
import { decidedWords } from "@/components/tag/coding/status-words";
import { marksOf, Taggings, type ShownTheme } from "@/components/tag/coding/taggings";
import { PassageTagging } from "./passage-tagging";

type Props = {
  contribution: ContributionInWords;
  state: ContributionState;
  theme: ShownTheme;
  themes: readonly ShownTheme[];
  stance: Stance | undefined;
  mayRemoveOthers: boolean;
  action: FormAction;
  ask: (change: TaggingChange) => void;
};

/** A contribution with its passages under the theme marked in it, each with its taggings and coders. */
export function PassageContribution({ contribution, state, theme, themes, stance, ...rest }: Props) {
  const [refused, action] = useActionState(rest.action, null);
  const taggings = shownTaggings(state);
  const passages = passagesOf(taggings, theme.id, stance);
  const others = taggings.filter(({ themeId }) => themeId !== theme.id);
  const decided = state.saved.decided.find(({ themeId }) => themeId === theme.id);
  const problem = state.problem ?? (refused && !refused.ok ? refused.message : undefined);
  return (
    <li
      id={`contribution-${contribution.id}`}
      data-contribution={contribution.id}
      tabIndex={-1}
      className="scroll-mt-6 scroll-mb-14 border-b border-faint px-1 py-4 sm:px-3"
    >
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
        <ul aria-label={`Passages under ${theme.title}`} className="grid gap-1">
          {passages.flatMap((passage) =>
            passage.taggings.map((tagging) => (
              <PassageTagging
                key={tagging.id}
                contribution={contribution}
                tagging={tagging}
                theme={theme}
                themes={themes}
                action={action}
                ask={rest.ask}
                mayRemoveOthers={rest.mayRemoveOthers}
              />
            )),
          )}
        </ul>
        {problem && (
          <p role="alert" className="mt-1 font-semibold text-danger">
            <span className="sr-only">Error: </span>
            {problem}
          </p>
        )}
        {decided && (
          <p className="mt-1 text-sm text-soft">
            {decidedWords(theme.title, decided.stances, decided.round)}
          </p>
        )}
        {others.length > 0 && (
          <div className="mt-2 flex flex-wrap items-center gap-x-3 text-sm text-soft">
            Also: <Taggings taggings={others} themes={themes} text={contribution.text} />
          </div>
        )}
      </ContributionWords>
    </li>
  );
}
