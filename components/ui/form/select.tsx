"use client";

import type { Choice } from "./choices";
import { CONTROL, Field, type FieldWords } from "./field";
import { shownText } from "./form-values";
import { useField } from "./use-field";

type Props = FieldWords & {
  name: string;
  options: readonly Choice[];
  defaultValue?: string;
  /** The first, empty option: "Choose a region". */
  placeholder?: string;
};

export function Select({ name, options, defaultValue, placeholder, ...words }: Props) {
  const { form, frame, control } = useField(name, words);
  const shown = shownText(form.state, name, defaultValue);
  return (
    <Field {...frame}>
      {/* React does not apply a later default value to an existing select, hence the key. */}
      <select key={shown} {...control} defaultValue={shown} className={`${CONTROL} w-full max-w-88`}>
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
