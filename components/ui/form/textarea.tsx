"use client";

import { CONTROL, describedBy, Field, type FieldWords } from "./field";
import { useForm } from "./form-context";
import { errorOf, fieldId, shownText } from "./form-values";
import { saveKeyHint, saveOnKey } from "./save-key";

type Props = FieldWords & {
  name: string;
  defaultValue?: string;
  rows?: number;
  /** In characters. It is shown, not enforced: a limit in the browser would silently cut pasted text. */
  limit?: number;
  /** In the serif: the text is what somebody said, or the report's own. */
  voice?: boolean;
  spellCheck?: boolean;
};

function withLimit(hint: string | undefined, limit: number | undefined): string | undefined {
  if (limit === undefined) return hint;
  const said = `Up to ${limit.toLocaleString("en-GB")} characters.`;
  return hint ? `${hint} ${said}` : said;
}

export function Textarea({
  name,
  label,
  hint,
  optional,
  defaultValue,
  rows = 5,
  limit,
  voice,
  spellCheck,
}: Props) {
  const form = useForm();
  const id = fieldId(form.id, name);
  const error = errorOf(form.state, name);
  const words = withLimit(hint, limit);
  return (
    <Field id={id} label={label} hint={words} optional={optional} error={error}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        defaultValue={shownText(form.state, name, defaultValue)}
        spellCheck={spellCheck}
        onKeyDown={saveOnKey}
        aria-describedby={[describedBy(id, words, error), `${id}-key`].filter(Boolean).join(" ")}
        aria-invalid={error ? true : undefined}
        className={`${CONTROL} w-full max-w-field ${voice ? "voice" : ""}`}
      />
      {/* Of no use where there is no keyboard, nor where no script runs. */}
      <p
        id={`${id}-key`}
        className="mt-1 hidden text-sm text-soft sm:block pointer-coarse:hidden noscript:hidden print:hidden"
      >
        {saveKeyHint(form.submitLabel)}
      </p>
    </Field>
  );
}
