"use client";

import { describedBy, FieldGroup, type FieldWords } from "./field";
import { useForm } from "./form-context";
import { errorOf, fieldId, shownChoices } from "./form-values";

export type Choice = { value: string; label: string; hint?: string };

type Props = FieldWords & {
  type: "radio" | "checkbox";
  name: string;
  options: readonly Choice[];
  chosen?: readonly string[];
};

/** The list of options that radios and checkboxes share. */
export function Choices({ type, name, label, hint, optional, options, chosen }: Props) {
  const form = useForm();
  const id = fieldId(form.id, name);
  const error = errorOf(form.state, name);
  const shown = shownChoices(form.state, name, chosen);
  return (
    <FieldGroup id={id} label={label} hint={hint} optional={optional} error={error}>
      <div className="grid max-w-measure gap-1">
        {options.map((option, index) => {
          const optionId = `${id}-${index + 1}`;
          return (
            <div key={option.value} className="option-row">
              <input
                id={optionId}
                type={type}
                name={name}
                value={option.value}
                defaultChecked={shown.includes(option.value)}
                aria-describedby={describedBy(optionId, option.hint)}
              />
              <label htmlFor={optionId}>{option.label}</label>
              {option.hint && (
                <p id={`${optionId}-hint`} className="col-start-2 -mt-1.5 pb-1.5 text-meta text-soft">
                  {option.hint}
                </p>
              )}
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}
