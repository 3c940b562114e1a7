"use client";

import { describedBy, FieldGroup } from "@/components/ui/form/field";
import { useForm } from "@/components/ui/form/form-context";
import { errorOf, fieldId, shownChoices } from "@/components/ui/form/form-values";
import { KeyHint } from "@/components/ui/key-hint";
import type { Stance } from "@/lib/capture/contribution/stance";
import { answerValue } from "@/lib/tag/rounds/round-answers";
import { Stances } from "./stances";

type Props = {
  label: string;
  /** Each answer of the coders, with their names. */
  answers: readonly { whose: string; stances: readonly Stance[] }[];
  /** The earlier decision, as a form names it. */
  decided: string | undefined;
};

/**
 * Which coder's answer to a difference is right, or another one. Number keys choose, "o" chooses another
 * answer.
 */
export function AnswerChoice({ label, answers, decided }: Props) {
  const form = useForm();
  const id = fieldId(form.id, "decision");
  const chosen = shownChoices(form.state, "decision", decided === undefined ? [] : [decided]);
  const options = answers.map(({ whose, stances }, index) => ({
    value: answerValue(stances),
    label: `Agree with ${whose}`,
    shortcut: `${index + 1}`,
    stances,
  }));
  return (
    <FieldGroup id={id} label={label} error={errorOf(form.state, "decision")}>
      <div className="grid max-w-measure gap-1">
        {[...options, { value: "other", label: "Another answer", shortcut: "o", stances: null }].map(
          ({ value, label, shortcut, stances }, index) => {
            const optionId = `${id}-${index + 1}`;
            return (
              <div key={value} className="option-row">
                <input
                  id={optionId}
                  type="radio"
                  name="decision"
                  value={value}
                  defaultChecked={chosen.includes(value)}
                  data-key={shortcut}
                  aria-keyshortcuts={shortcut}
                  aria-describedby={describedBy(optionId, stances ? "answer" : undefined)}
                  className="mt-1.5 size-6 rounded-full"
                />
                <label htmlFor={optionId} className="flex items-center gap-2 py-1.5">
                  {label}
                  <KeyHint>{shortcut}</KeyHint>
                </label>
                {stances && (
                  <p id={`${optionId}-hint`} className="col-start-2 -mt-0.5 pb-1.5">
                    <Stances stances={stances} />
                  </p>
                )}
              </div>
            );
          },
        )}
      </div>
    </FieldGroup>
  );
}
