"use client";

import { useActionState, useId, useState, type SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form/sending";
import { STANCE_ORDER, STANCES } from "@/lib/capture/contribution/stance";
import type { TaggingChange } from "@/lib/tag/coding/tagging";
import { AXES, AXIS_ORDER, choiceWords } from "@/lib/tag/codebook/theme";
import type { Words } from "@/lib/tag/coding/span-words";
import { OwnTaggings } from "./own-taggings";
import { Press } from "./press";
import type { ContributionInWords } from "./shown-contribution";
import type { ShownTagging, ShownTheme } from "./taggings";

type Props = {
  contribution: ContributionInWords;
  /** The words that the theme is set on, or null for the whole contribution. */
  marked: Words | null;
  taggings: readonly ShownTagging[];
  /** All of them, for the words of what is set; the retired ones cannot be set. */
  themes: readonly ShownTheme[];
  flagged: boolean;
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
  mayRemoveOthers,
  ...rest
}: Props) {
  const { action, ask } = rest;
  const id = useId();
  const [state, dispatch] = useActionState(action, null);
  const [missing, setMissing] = useState<string | null>(null);
  const refusal = state && !state.ok ? (state.message ?? Object.values(state.fieldErrors).join(". ")) : null;
  const problem = missing ?? refusal;

  function set(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const theme = themes.find((one) => one.id === data.get("themeId"));
    const stance = STANCE_ORDER.find((one) => one === data.get("stance"));
    setMissing(theme ? null : "Choose a theme");
    const words = marked ? { spanStart: marked.start, spanEnd: marked.end } : {};
    if (theme && stance)
      ask({ change: "set", contributionId: contribution.id, themeId: theme.id, stance, ...words });
  }

  return (
    <>
      <form action={dispatch} onSubmit={set} className="grid gap-3">
        <input type="hidden" name="change" value="set" />
        <input type="hidden" name="contributionId" value={contribution.id} />
        <div>
          <label htmlFor={`${id}-theme`} className="text-meta font-semibold">
            Theme
          </label>
          {problem && (
            <p id={`${id}-problem`} role="alert" className="font-semibold text-danger">
              <span className="sr-only">Error: </span>
              {problem}
            </p>
          )}
          <select
            id={`${id}-theme`}
            name="themeId"
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? `${id}-problem` : undefined}
            className="mt-1 block min-h-11 w-full max-w-80 rounded border border-soft bg-card px-3 py-2"
          >
            <option value="">Choose a theme</option>
            {AXIS_ORDER.map((axis) => (
              <optgroup key={axis} label={AXES[axis]}>
                {themes
                  .filter((theme) => theme.axis === axis && !theme.retired)
                  .map((theme) => (
                    <option key={theme.id} value={theme.id}>
                      {choiceWords(theme)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </div>
        <fieldset>
          <legend className="text-meta font-semibold">Stance</legend>
          <div className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
            {STANCE_ORDER.map((stance) => (
              <label key={stance} className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
                <input
                  type="radio"
                  name="stance"
                  value={stance}
                  defaultChecked={stance === (contribution.stance ?? "observation")}
                  className="size-5"
                />
                <span>
                  <span aria-hidden>{STANCES[stance].sign}</span> {STANCES[stance].word}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <div>
          <Button type="submit" size="small">
            {marked ? "Set theme on the marked words" : "Set theme"}
          </Button>
        </div>
      </form>
      <OwnTaggings
        contribution={contribution}
        taggings={taggings}
        mayRemoveOthers={mayRemoveOthers}
        themes={themes}
        action={dispatch}
        ask={ask}
      />
      <form action={dispatch}>
        <Press change={{ change: flagged ? "unflag" : "flag", contributionId: contribution.id }} ask={ask}>
          {flagged ? "Talked about" : "Flag to talk about"}
        </Press>
      </form>
    </>
  );
}
