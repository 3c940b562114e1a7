"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useForm } from "@/components/ui/form/form-context";
import { errorOf, fieldId, shownChoices } from "@/components/ui/form/form-values";
import { useScripts } from "@/components/ui/use-scripts";
import { suggestionValue } from "@/lib/capture/clearance/suggested-mask";
import {
  maskedText,
  offeredRows,
  withEmptyRows,
  withRow,
  withSelected,
} from "@/lib/capture/clearance/words-to-mask";
import type { WordsToMask } from "@/lib/capture/contribution/mask";
import { MaskFields } from "./mask-fields";
import type { SuggestedWords } from "./suggested-words";
import { SuggestionChoice } from "./suggestion-choice";

type Props = {
  text: string;
  masks: readonly WordsToMask[];
  suggestions: readonly SuggestedWords[];
  /** Words in large type, with keyboard shortcuts. */
  large: boolean;
};

/** The contribution, the words to mask in it, and how it would read to others. */
export function MaskRows({ text, masks, suggestions, large }: Props) {
  const form = useForm();
  const sent = { words: shownChoices(form.state, "words"), as: shownChoices(form.state, "as") };
  const [rows, setRows] = useState(() =>
    withEmptyRows(
      sent.words.length > 0 ? sent.words.map((words, n) => ({ words, as: sent.as[n] ?? "school" })) : masks,
    ),
  );
  const offered = suggestions.filter(
    ({ words }) => !masks.some((mask) => mask.words.toLowerCase() === words.toLowerCase()),
  );
  const sentSuggestions = shownChoices(form.state, "suggested");
  const [taken, setTaken] = useState<readonly SuggestedWords[]>(() =>
    offered.filter((one) => sentSuggestions.includes(suggestionValue(one))),
  );
  const scripts = useScripts();
  const contribution = useRef<HTMLParagraphElement>(null);

  function maskSelection() {
    const selection = window.getSelection();
    const words = selection?.toString().trim() ?? "";
    if (words === "" || !selection?.anchorNode || !contribution.current?.contains(selection.anchorNode))
      return;
    setRows(withSelected(rows, words));
  }

  function take(suggestion: SuggestedWords, wanted: boolean) {
    setTaken(wanted ? [...taken, suggestion] : taken.filter((one) => one !== suggestion));
  }

  return (
    <>
      <div>
        <p
          ref={contribution}
          className={`voice max-w-measure whitespace-pre-line ${large ? "text-xl leading-relaxed" : ""}`}
        >
          {text}
        </p>
        {scripts && (
          <Button
            variant="quiet"
            size="small"
            className="mt-3"
            data-key={large ? "m" : undefined}
            aria-keyshortcuts={large ? "m" : undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={maskSelection}
          >
            Mask the selected words
          </Button>
        )}
      </div>
      <SuggestionChoice suggestions={offered} taken={taken} onTake={take} keys={large && scripts} />
      <MaskFields
        id={fieldId(form.id, "masks")}
        error={errorOf(form.state, "masks")}
        rows={scripts ? rows.slice(0, offeredRows(rows)) : rows}
        onChange={(index, change) => setRows(withRow(rows, index, change))}
      />
      {scripts && <Preview text={text} rows={[...rows, ...taken]} />}
    </>
  );
}

function Preview({ text, rows }: { text: string; rows: readonly WordsToMask[] }) {
  return (
    <div className="max-w-measure border-l-3 border-line pl-4">
      <p className="text-sm font-semibold text-soft">What others will read</p>
      <p className="voice whitespace-pre-line">{maskedText(text, rows)}</p>
    </div>
  );
}
