"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/form/field";
import { useForm } from "@/components/ui/form/form-context";
import { errorOf, fieldId, shownChoices } from "@/components/ui/form/form-values";
import { useScripts } from "@/components/ui/use-scripts";
import { suggestionValue } from "@/lib/capture/clearance/clearance";
import { applyMasks, findMasks, MASK_KINDS, type WordsToMask } from "@/lib/capture/contribution/mask";
import type { SuggestedWords } from "./suggested-words";
import { SuggestionChoice } from "./suggestion-choice";

type Props = {
  text: string;
  masks: readonly WordsToMask[];
  suggestions: readonly SuggestedWords[];
  /** Words in large type, with keyboard shortcuts. */
  large: boolean;
};

/** Rows offered where no script can add one. */
const ROWS = 4;
const EMPTY: WordsToMask = { words: "", as: "school" };

function padded(rows: readonly WordsToMask[]): WordsToMask[] {
  const spare = Math.max(1, ROWS - rows.length);
  return [...rows, ...Array.from({ length: spare }, () => EMPTY)];
}

/** With a script, which adds rows, one empty row at the end is enough. */
function offeredRows(rows: readonly WordsToMask[]): number {
  return rows.findLastIndex(({ words }) => words.trim() !== "") + 2;
}

/** The contribution, the words to mask in it, and what others would read. */
export function MaskRows({ text, masks, suggestions, large }: Props) {
  const form = useForm();
  const id = fieldId(form.id, "masks");
  const error = errorOf(form.state, "masks");
  const sent = { words: shownChoices(form.state, "words"), as: shownChoices(form.state, "as") };
  const [rows, setRows] = useState(() =>
    padded(
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

  function set(index: number, change: Partial<WordsToMask>) {
    setRows(rows.map((row, n) => (n === index ? { ...row, ...change } : row)));
  }

  function maskSelection() {
    const selection = window.getSelection();
    const words = selection?.toString().trim() ?? "";
    if (words === "" || !selection?.anchorNode || !contribution.current?.contains(selection.anchorNode))
      return;
    const free = rows.findIndex((row) => row.words.trim() === "");
    setRows(
      padded(rows.map((row, n) => (n === free ? { ...row, words } : row)).filter((row) => row.words !== "")),
    );
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
      <fieldset id={id} className={error ? "border-l-4 border-danger pl-4" : undefined}>
        <legend className="font-semibold">Words to mask</legend>
        <p className="max-w-measure text-meta text-soft">
          Mask names, schools, trusts, providers, places and anything else that could identify somebody. The
          words are masked wherever they appear.
        </p>
        {error && (
          <p className="mt-1 font-semibold text-danger">
            <span className="sr-only">Error: </span>
            {error}
          </p>
        )}
        <div className="mt-2 grid max-w-field gap-2">
          {rows.slice(0, scripts ? offeredRows(rows) : rows.length).map((row, index) => (
            <div key={index} className="grid grid-cols-[minmax(0,1fr)_8.5rem] gap-2">
              <input
                name="words"
                value={row.words}
                onChange={(event) => set(index, { words: event.target.value })}
                aria-label={`Words to mask, ${index + 1}`}
                autoComplete="off"
                className={`${CONTROL} w-full`}
              />
              <select
                name="as"
                value={row.as}
                onChange={(event) => set(index, { as: event.target.value })}
                aria-label={`Shown as, ${index + 1}`}
                className={`${CONTROL} w-full`}
              >
                {MASK_KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    [{kind}]
                  </option>
                ))}
              </select>
            </div>
          ))}
        </div>
      </fieldset>
      {scripts && <Preview text={text} rows={[...rows, ...taken]} />}
    </>
  );
}

function Preview({ text, rows }: { text: string; rows: readonly WordsToMask[] }) {
  return (
    <div className="max-w-measure border-l-3 border-line pl-4">
      <p className="text-sm font-semibold text-soft">What others will read</p>
      <p className="voice whitespace-pre-line">{masked(text, rows)}</p>
    </div>
  );
}

/** Words that the contribution does not contain are still being typed. */
function masked(text: string, rows: readonly WordsToMask[]): string {
  const asked = rows
    .map(({ words, as }) => ({ words: words.trim(), as }))
    .filter(({ words }) => words !== "" && text.toLowerCase().includes(words.toLowerCase()));
  try {
    return applyMasks(text, findMasks(text, asked));
  } catch {
    return text;
  }
}
