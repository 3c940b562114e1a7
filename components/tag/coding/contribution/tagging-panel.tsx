"use client";

import { useActionState } from "react";
import type { FormAction } from "@/components/ui/form/sending";
import type { TaggingChange } from "@/lib/tag/coding/tagging-input";
import type { Words } from "@/lib/tag/coding/span-words";
import { NpqChoice } from "./npq-choice";
import { OwnTaggings } from "./own-taggings";
import { Press } from "./press";
import { SetThemeForm } from "./set-theme-form";
import type { ContributionInWords } from "../shown-contribution";
import type { ShownTagging, ShownTheme } from "../taggings";

type Props = {
  contribution: ContributionInWords;
  /** The words that the theme is set on, or null for the whole contribution. */
  marked: Words | null;
  taggings: readonly ShownTagging[];
  /** All of them, for the words of what is set; the retired ones cannot be set. */
  themes: readonly ShownTheme[];
  flagged: boolean;
  /** NPQs that the contribution is about. */
  npqs: readonly string[];
  mayRemoveOthers: boolean;
  action: FormAction;
  ask: (change: TaggingChange) => void;
};

/** Everything that can be done with the keys, by pointer, and without JavaScript. */
export function TaggingPanel({
  contribution,
  marked,
  taggings,
  themes,
  flagged,
  npqs,
  mayRemoveOthers,
  action,
  ask,
}: Props) {
  const [state, dispatch] = useActionState(action, null);
  const refusal = state && !state.ok ? (state.message ?? Object.values(state.fieldErrors).join(". ")) : null;
  return (
    <>
      <SetThemeForm
        contribution={contribution}
        marked={marked}
        themes={themes}
        refusal={refusal}
        action={dispatch}
        ask={ask}
      />
      <OwnTaggings
        contribution={contribution}
        taggings={taggings}
        mayRemoveOthers={mayRemoveOthers}
        themes={themes}
        action={dispatch}
        ask={ask}
      />
      <form action={dispatch} className="grid justify-items-start gap-3">
        <NpqChoice contribution={contribution} npqs={npqs} ask={ask} />
        <Press change={{ change: flagged ? "unflag" : "flag", contributionId: contribution.id }} ask={ask}>
          {flagged ? "Talked about" : "Flag to talk about"}
        </Press>
      </form>
    </>
  );
}
