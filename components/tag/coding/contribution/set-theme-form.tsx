"use client";

import { useId, useState, type SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { STANCE_ORDER, STANCES, type Stance } from "@/lib/capture/contribution/stance";
import { AXES, AXIS_ORDER, choiceWords } from "@/lib/tag/codebook/theme";
import type { Words } from "@/lib/tag/coding/span-words";
import type { TaggingChange } from "@/lib/tag/coding/tagging-input";
import type { ContributionInWords } from "../shown-contribution";
import type { ShownTheme } from "../taggings";

type Props = {
  contribution: ContributionInWords;
  /** The words that the theme is set on, or null for the whole contribution. */
  marked: Words | null;
  themes: readonly ShownTheme[];
  /** Why it was not set, where the server said so. */
  refusal: string | null;
  action: (data: FormData) => void;
  ask: (change: TaggingChange) => void;
};

/** Sets one theme with one stance. Without JavaScript the form is sent. */
export function SetThemeForm({ contribution, marked, themes, refusal, action, ask }: Props) {
  const id = useId();
  const [missing, setMissing] = useState<string | null>(null);
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
    <form action={action} onSubmit={set} className="grid gap-3">
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
      <StanceChoice first={contribution.stance ?? "observation"} />
      <div>
        <Button type="submit" size="small">
          {marked ? "Set theme on the marked words" : "Set theme"}
        </Button>
      </div>
    </form>
  );
}

/** The stance that the theme is set with; the contribution's own comes chosen. */
function StanceChoice({ first }: { first: Stance }) {
  return (
    <fieldset>
      <legend className="text-meta font-semibold">Stance</legend>
      <div className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
        {STANCE_ORDER.map((stance) => (
          <label key={stance} className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
            <input
              type="radio"
              name="stance"
              value={stance}
              defaultChecked={stance === first}
              className="size-5"
            />
            <span>
              <span aria-hidden>{STANCES[stance].sign}</span> {STANCES[stance].word}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
