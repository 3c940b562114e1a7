"use client";

import { CONTROL, FieldGroup, type FieldWords } from "./field";
import { useForm } from "./form-context";
import { errorOf, fieldId, shownText } from "./form-values";

type Part = "day" | "month" | "year";
type Props = FieldWords & { name: string; defaultValue?: Record<Part, string> };

const PARTS: { part: Part; label: string; width: string }[] = [
  { part: "day", label: "Day", width: "w-16" },
  { part: "month", label: "Month", width: "w-16" },
  { part: "year", label: "Year", width: "w-24" },
];

/**
 * A date as three fields, sent as `${name}-day`, `${name}-month` and `${name}-year`. An error may be about
 * the whole (`name`) or about one of the three; the part at fault is marked, or all of them.
 */
export function DateFields({ name, label, hint, optional, defaultValue }: Props) {
  const { id: formId, state } = useForm();
  const id = fieldId(formId, name);
  const partErrors = PARTS.map(({ part }) => errorOf(state, `${name}-${part}`)).filter(
    (error) => error !== undefined,
  );
  const error = errorOf(state, name) ?? (partErrors.join(". ") || undefined);
  return (
    <FieldGroup id={id} label={label} hint={hint} optional={optional} error={error}>
      <div className="flex flex-wrap gap-4">
        {PARTS.map(({ part, label: partLabel, width }) => {
          const partName = `${name}-${part}`;
          const partId = fieldId(formId, partName);
          const wrong =
            error !== undefined && (partErrors.length === 0 || errorOf(state, partName) !== undefined);
          return (
            <div key={part}>
              <label htmlFor={partId} className="block text-meta">
                {partLabel}
              </label>
              <input
                id={partId}
                name={partName}
                type="text"
                inputMode="numeric"
                defaultValue={shownText(state, partName, defaultValue?.[part])}
                aria-invalid={wrong || undefined}
                className={`${CONTROL} ${width} tabular-nums`}
              />
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}
