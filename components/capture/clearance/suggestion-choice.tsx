"use client";

import { Kbd } from "@/components/ui/kbd";
import { suggestionValue } from "@/lib/capture/clearance/suggested-mask";
import type { SuggestedWords } from "./suggested-words";

type Props = {
  suggestions: readonly SuggestedWords[];
  taken: readonly SuggestedWords[];
  onTake: (suggestion: SuggestedWords, taken: boolean) => void;
  /** Whether number keys are shown, where the page listens for them. */
  keys: boolean;
};

/** Only nine have a number key; further suggestions are ticked. */
const DIGITS = 9;

/** What may identify somebody, each with its reason. Nothing is masked until somebody ticks it. */
export function SuggestionChoice({ suggestions, taken, onTake, keys }: Props) {
  if (suggestions.length === 0) return null;
  return (
    <fieldset>
      <legend className="font-semibold">Suggested masks</legend>
      <p className="max-w-measure text-meta text-soft">
        These may identify somebody. Tick the ones to mask, and check for others yourself.
      </p>
      <ul className="mt-2 grid gap-1">
        {suggestions.map((one, index) => {
          const value = suggestionValue(one);
          const key = keys && index < DIGITS ? String(index + 1) : undefined;
          return (
            <li
              key={value}
              className="grid min-h-9 grid-cols-[1.5rem_minmax(0,1fr)] gap-x-3 pointer-coarse:min-h-11"
            >
              <input
                type="checkbox"
                id={`suggested-${index + 1}`}
                name="suggested"
                value={value}
                data-key={key}
                aria-keyshortcuts={key}
                aria-describedby={`suggested-${index + 1}-why`}
                checked={taken.includes(one)}
                onChange={(event) => onTake(one, event.target.checked)}
                className="mt-1.5 size-6"
              />
              <span className="py-1.5">
                {key && <Kbd>{key}</Kbd>}{" "}
                <label htmlFor={`suggested-${index + 1}`}>
                  <b className="font-semibold">{one.words}</b> as [{one.as}]
                </label>
                <span id={`suggested-${index + 1}-why`} className="text-meta text-soft">
                  {" "}
                  · {one.why}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
