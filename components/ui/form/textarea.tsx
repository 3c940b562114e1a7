"use client";

import { CONTROL, Field, type FieldWords } from "./field";
import { shownText } from "./form-values";
import { saveKeyHint, saveOnKey } from "./save-key";
import { useField } from "./use-field";

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
  const { form, frame, control } = useField(name, { label, hint: withLimit(hint, limit), optional });
  const keyId = `${control.id}-key`;
  return (
    <Field {...frame}>
      <textarea
        {...control}
        rows={rows}
        defaultValue={shownText(form.state, name, defaultValue)}
        spellCheck={spellCheck}
        onKeyDown={saveOnKey}
        aria-describedby={[control["aria-describedby"], keyId].filter(Boolean).join(" ")}
        className={`${CONTROL} w-full max-w-field ${voice ? "voice" : ""}`}
      />
      {/* Of no use where there is no keyboard, nor where no script runs. */}
      <p
        id={keyId}
        className="mt-1 hidden text-sm text-soft sm:block pointer-coarse:hidden noscript:hidden print:hidden"
      >
        {saveKeyHint(form.submitLabel)}
      </p>
    </Field>
  );
}
