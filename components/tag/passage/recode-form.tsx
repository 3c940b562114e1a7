"use client";

import { useId, type SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { STANCE_ORDER, STANCES } from "@/lib/capture/contribution/stance";
import type { TaggingChange } from "@/lib/tag/coding/tagging-input";
import { choiceWords } from "@/lib/tag/codebook/theme";
import { focusContribution } from "@/components/tag/coding/focus-contribution";
import { isOwn, saidBy } from "@/components/tag/coding/kept/pending-changes";
import type { ContributionInWords } from "@/components/tag/coding/shown-contribution";
import type { ShownTagging, ShownTheme } from "@/components/tag/coding/taggings";

export type RecodeFormProps = {
  contribution: ContributionInWords;
  tagging: ShownTagging;
  theme: ShownTheme;
  themes: readonly ShownTheme[];
  action: (data: FormData) => void;
  ask: (change: TaggingChange) => void;
  /** Closes it. */
  onDone: () => void;
};

const CONTROL = "block min-h-9 max-w-64 rounded border border-soft bg-card px-2 py-1 pointer-coarse:min-h-11";

/**
 * Another theme, another stance, or both, for the same words. One's own tagging is changed; for a
 * colleague's, a new one of one's own is set, and theirs stays.
 */
export function RecodeForm({ contribution, tagging, theme, themes, action, ask, onDone }: RecodeFormProps) {
  const id = useId();
  const own = isOwn(tagging);
  const said = { contributionId: contribution.id, ...saidBy(tagging) };
  const names = own ? { theme: "toThemeId", stance: "to" } : { theme: "themeId", stance: "stance" };

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const themeId = themes.find((one) => one.id === data.get(names.theme))?.id;
    const stance = STANCE_ORDER.find((one) => one === data.get(names.stance));
    if (!themeId || !stance) return;
    onDone();
    focusContribution(contribution.id);
    if (!own) ask({ ...said, change: "set", themeId, stance });
    else if (themeId !== tagging.themeId || stance !== tagging.stance)
      ask({ ...said, change: "recode", toThemeId: themeId, to: stance });
  }

  const hidden = own
    ? { change: "recode", ...said }
    : { change: "set", contributionId: contribution.id, ...spanOf(tagging) };
  return (
    <form
      action={action}
      onSubmit={submit}
      className="mt-1 mb-2 flex basis-full flex-wrap items-end gap-3 text-sm print:hidden"
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div>
        <label htmlFor={`${id}-theme`} className="font-semibold">
          Theme
        </label>
        <select id={`${id}-theme`} name={names.theme} defaultValue={theme.id} className={CONTROL}>
          {themes
            .filter((one) => !one.retired || one.id === theme.id)
            .map((one) => (
              <option key={one.id} value={one.id}>
                {choiceWords(one)}
              </option>
            ))}
        </select>
      </div>
      <div>
        <label htmlFor={`${id}-stance`} className="font-semibold">
          Stance
        </label>
        <select id={`${id}-stance`} name={names.stance} defaultValue={tagging.stance} className={CONTROL}>
          {STANCE_ORDER.map((stance) => (
            <option key={stance} value={stance}>
              {STANCES[stance].word}
            </option>
          ))}
        </select>
      </div>
      <Button type="submit" size="small" className="min-h-9">
        {own ? "Save" : "Set it for myself"}
      </Button>
    </form>
  );
}

/** Only the words, for setting a tagging of one's own on them. */
function spanOf({ spanStart, spanEnd }: ShownTagging): Record<string, number> {
  return spanStart === null || spanEnd === null ? {} : { spanStart, spanEnd };
}
