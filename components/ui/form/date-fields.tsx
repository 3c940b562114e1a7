"use client";

import { DATE_PARTS, type DatePart, type TypedDate, type UsualDates } from "@/lib/platform/text/typed-date";
import { ConfirmDate } from "./confirm-date";
import { CONTROL, FieldGroup, type FieldWords } from "./field";
import { useForm } from "./form-context";
import { errorOf, fieldId, shownText } from "./form-values";

type Props = FieldWords & {
  name: string;
  defaultValue?: TypedDate;
  /** A date outside these has to be confirmed, with `unusualDate` on the server. */
  usual?: UsualDates;
  /** An error that the page knows rather than the form. */
  problem?: string;
};

const LABEL: Record<DatePart, { label: string; width: string }> = {
  day: { label: "Day", width: "w-16" },
  month: { label: "Month", width: "w-32" },
  year: { label: "Year", width: "w-24" },
};

/**
 * A date as three fields, sent as `${name}-day`, `${name}-month` and `${name}-year`. An error may be about
 * the whole (`name`) or about one of the three; the wrong part is marked, or all of them.
 */
export function DateFields({ name, label, hint, optional, defaultValue, usual, problem }: Props) {
  const { id: formId, state } = useForm();
  const id = fieldId(formId, name);
  const shown = (part: DatePart) => shownText(state, `${name}-${part}`, defaultValue?.[part]);
  const partErrors = DATE_PARTS.flatMap((part) => errorOf(state, `${name}-${part}`) ?? []);
  const error = errorOf(state, name) ?? (partErrors.join(". ") || problem);
  return (
    <FieldGroup id={id} label={label} hint={hint} optional={optional} error={error}>
      <div className="flex flex-wrap gap-4">
        {DATE_PARTS.map((part) => {
          const partName = `${name}-${part}`;
          const partId = fieldId(formId, partName);
          const wrong =
            error !== undefined && (partErrors.length === 0 || errorOf(state, partName) !== undefined);
          return (
            <div key={part}>
              <label htmlFor={partId} className="block text-meta">
                {LABEL[part].label}
              </label>
              <input
                id={partId}
                name={partName}
                type="text"
                // A month may be typed as a word, for which a numeric keypad has no letters.
                inputMode={part === "month" ? "text" : "numeric"}
                autoComplete="off"
                defaultValue={shown(part)}
                aria-invalid={wrong || undefined}
                className={`${CONTROL} ${LABEL[part].width} tabular-nums`}
              />
            </div>
          );
        })}
      </div>
      {usual && state !== null && !state.ok && (
        <ConfirmDate
          name={name}
          typed={{ day: shown("day"), month: shown("month"), year: shown("year") }}
          usual={usual}
        />
      )}
    </FieldGroup>
  );
}
