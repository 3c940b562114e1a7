"use client";

import type { HTMLInputAutoCompleteAttribute } from "react";
import { CONTROL, Field, type FieldWords } from "./field";
import { shownText } from "./form-values";
import { useField } from "./use-field";

type Props = FieldWords & {
  name: string;
  defaultValue?: string;
  type?: "text" | "email" | "search" | "url" | "tel";
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: "text" | "numeric" | "decimal";
  spellCheck?: boolean;
  /** For a form that is opened to be filled in again and again. */
  autoFocus?: boolean;
  /** Roughly as wide as its contents. */
  width?: "full" | "medium" | "short";
};

const WIDTH = { full: "max-w-field", medium: "max-w-80", short: "max-w-24" };

export function TextInput({ name, defaultValue, type = "text", width = "full", ...rest }: Props) {
  const { label, hint, optional, ...attributes } = rest;
  const { form, frame, control } = useField(name, { label, hint, optional });
  return (
    <Field {...frame}>
      <input
        {...control}
        type={type}
        defaultValue={shownText(form.state, name, defaultValue)}
        className={`${CONTROL} w-full ${WIDTH[width]}`}
        {...attributes}
      />
    </Field>
  );
}
