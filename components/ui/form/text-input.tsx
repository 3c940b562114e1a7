"use client";

import type { HTMLInputAutoCompleteAttribute } from "react";
import { CONTROL, describedBy, Field, type FieldWords } from "./field";
import { useForm } from "./form-context";
import { errorOf, fieldId, shownText } from "./form-values";

type Props = FieldWords & {
  name: string;
  defaultValue?: string;
  type?: "text" | "email" | "search" | "url" | "tel";
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: "text" | "numeric" | "decimal";
  spellCheck?: boolean;
  /** Roughly as wide as its contents. */
  width?: "full" | "medium" | "short";
};

const WIDTH = { full: "max-w-field", medium: "max-w-80", short: "max-w-24" };

export function TextInput({ name, defaultValue, type = "text", width = "full", ...rest }: Props) {
  const { label, hint, optional, ...attributes } = rest;
  const form = useForm();
  const id = fieldId(form.id, name);
  const error = errorOf(form.state, name);
  return (
    <Field id={id} label={label} hint={hint} optional={optional} error={error}>
      <input
        id={id}
        name={name}
        type={type}
        defaultValue={shownText(form.state, name, defaultValue)}
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined}
        className={`${CONTROL} w-full ${WIDTH[width]}`}
        {...attributes}
      />
    </Field>
  );
}
