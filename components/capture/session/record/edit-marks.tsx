import { useId, type ReactNode } from "react";
import type { Stance } from "@/lib/capture/contribution/stance";
import type { SpeakerOption } from "@/lib/capture/session/bar/grammar";
import { CORRECTED_STANCE, STANCE_ORDER, STANCES } from "@/lib/capture/contribution/stance";
import { ThemeField } from "../bar/theme-field";
import type { AgendaQuestion, Theme } from "../types";
import type { Fields } from "./use-contribution-edit";

type Props = {
  fields: Fields;
  set: (changed: Partial<Fields>) => void;
  quotable: boolean;
  correctsThemes: boolean;
  speakers: readonly SpeakerOption[];
  questions: readonly AgendaQuestion[];
  themes: readonly Theme[];
};

/** Everything about a contribution except its words: speaker, question, stance and themes. */
export function EditMarks(props: Props) {
  const { fields, set, quotable, correctsThemes, speakers, questions, themes } = props;
  const { speaker, questionId, stance, verbatim, themeIds } = fields;
  const unquotable = speakers.find((one) => one.value === speaker)?.unquotable;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Choice label="Who said it" value={speaker} onValue={(value) => set({ speaker: value })}>
          {speakers.map(({ value, label, name, description }) => (
            <option key={value} value={value}>
              {[label, [name, description].filter(Boolean).join(", ")].filter(Boolean).join(": ")}
            </option>
          ))}
        </Choice>
        {questions.length > 0 && (
          <Choice
            label="Question"
            value={questionId ?? ""}
            onValue={(value) => set({ questionId: value || null })}
          >
            <option value="">Under no question</option>
            {questions.map((question) => (
              <option key={question.id} value={question.id}>
                {question.position}. {question.text}
              </option>
            ))}
          </Choice>
        )}
        <Choice label="Stance" value={stance ?? ""} onValue={(value) => set({ stance: stanceOf(value) })}>
          <option value="">No stance</option>
          {STANCE_ORDER.map((one) => (
            <option key={one} value={one}>
              {STANCES[one].sign} {STANCES[one].word}
            </option>
          ))}
        </Choice>
        {quotable && (
          <label className="inline-flex min-h-9 items-center gap-2 text-meta pointer-coarse:min-h-11">
            <input
              type="checkbox"
              checked={verbatim}
              onChange={({ target }) => set({ verbatim: target.checked })}
              className="size-4.5"
            />
            {["Word for word", unquotable].filter(Boolean).join(", ")}
          </label>
        )}
      </div>
      <p role="status" className="max-w-measure text-sm text-soft empty:hidden">
        {correctsThemes && CORRECTED_STANCE}
      </p>
      <ThemeField themes={themes} themeIds={themeIds} onThemes={(ids) => set({ themeIds: ids })} />
    </>
  );
}

function stanceOf(value: string): Stance | null {
  return STANCE_ORDER.find((one) => one === value) ?? null;
}

type ChoiceProps = {
  label: string;
  value: string;
  onValue: (value: string) => void;
  children: ReactNode;
};

function Choice({ label, value, onValue, children }: ChoiceProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => onValue(target.value)}
        className="min-h-9 max-w-full rounded border border-line bg-card px-2 text-meta pointer-coarse:min-h-11"
      >
        {children}
      </select>
    </>
  );
}
