"use client";

import { useActionState, useId, useState, type SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/sending";
import { STANCE_ORDER, STANCES } from "@/lib/capture/stance";
import type { TaggingChange } from "@/lib/tag/tagging";
import { AXES, AXIS_ORDER } from "@/lib/tag/theme";
import { OwnTaggings } from "./own-taggings";
import type { ShownLine } from "./shown-line";
import type { ShownTagging, ShownTheme } from "./taggings";

type Props = {
  line: ShownLine;
  taggings: readonly ShownTagging[];
  /** All of them, for the words of what is set; the retired ones cannot be set. */
  themes: readonly ShownTheme[];
  mayRemoveOthers: boolean;
  action: FormAction;
  ask: (change: TaggingChange) => void;
};

/** Everything that can be done with the keys, by pointer, and without JavaScript. */
export function TaggingPanel({ line, taggings, themes, mayRemoveOthers, action, ask }: Props) {
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
    if (theme && stance) ask({ change: "set", contributionId: line.id, themeId: theme.id, stance });
  }

  return (
    <div className="mt-2 grid gap-5 border-l-2 border-line py-1 pl-4">
      <form action={dispatch} onSubmit={set} className="grid gap-3">
        <input type="hidden" name="change" value="set" />
        <input type="hidden" name="contributionId" value={line.id} />
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
                  .map(({ id: themeId, title }) => (
                    <option key={themeId} value={themeId}>
                      {title}
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
                  defaultChecked={stance === (line.stance ?? "observation")}
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
            Set theme
          </Button>
        </div>
      </form>
      <OwnTaggings
        line={line}
        taggings={taggings.filter(({ mine }) => mine || mayRemoveOthers)}
        themes={themes}
        action={dispatch}
        ask={ask}
      />
    </div>
  );
}
