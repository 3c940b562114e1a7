"use client";

import { Field, type FieldWords } from "./field";
import { useField } from "./use-field";

type Props = FieldWords & {
  name: string;
  /** As the attribute: ".csv,text/csv". It only helps in choosing; the server still checks. */
  accept?: string;
};

/** Without JavaScript a browser forgets the chosen file when the form is refused; with it, the file stays. */
export function FileInput({ name, accept, ...words }: Props) {
  const { frame, control } = useField(name, words);
  return (
    <Field {...frame}>
      <input
        {...control}
        type="file"
        accept={accept}
        className="block w-full max-w-field rounded border border-dashed border-soft bg-card p-3 text-meta file:mr-3 file:min-h-9 file:cursor-pointer file:rounded file:border file:border-line file:bg-paper file:px-3 file:font-semibold file:text-ink aria-invalid:border-2 aria-invalid:border-danger"
      />
    </Field>
  );
}
