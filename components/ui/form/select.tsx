"use client";

import type { Choice } from "./choices";
import { CONTROL, describedBy, Field, type FieldWords } from "./field";
import { useForm } from "./form-context";
import { errorOf, fieldId, shownText } from "./form-values";

type Props = FieldWords & {
  name: string;
  options: readonly Choice[];
  defaultValue?: string;
  /** The first, empty option: "Choose a region". */
  placeholder?: string;
};

export function Select({ name, label, hint, optional, options, defaultValue, placeholder }: Props) {
  const form = useForm();
  const id = fieldId(form.id, name);
  const error = errorOf(form.state, name);
  const shown = shownText(form.state, name, defaultValue);
  return (
    <Field id={id} label={label} hint={hint} optional={optional} error={error}>
      {/* React does not apply a later default value to an existing select, hence the key. */}
      <select
        key={shown}
        id={id}
        name={name}
        defaultValue={shown}
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined}
        className={`${CONTROL} w-full max-w-88`}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}
