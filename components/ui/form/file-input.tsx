"use client";

import { describedBy, Field, type FieldWords } from "./field";
import { useForm } from "./form-context";
import { errorOf, fieldId } from "./form-values";

type Props = FieldWords & {
  name: string;
  /** As the attribute: ".csv,text/csv". It only helps in choosing; the server still checks. */
  accept?: string;
};

/** Without JavaScript a browser forgets the chosen file when the form is refused; with it, the file stays. */
export function FileInput({ name, label, hint, optional, accept }: Props) {
  const form = useForm();
  const id = fieldId(form.id, name);
  const error = errorOf(form.state, name);
  return (
    <Field id={id} label={label} hint={hint} optional={optional} error={error}>
      <input
        id={id}
        name={name}
        type="file"
        accept={accept}
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined}
        className="block w-full max-w-field rounded border border-dashed border-soft bg-card p-3 text-meta file:mr-3 file:min-h-9 file:cursor-pointer file:rounded file:border file:border-line file:bg-paper file:px-3 file:font-semibold file:text-ink aria-invalid:border-2 aria-invalid:border-danger"
      />
    </Field>
  );
}
