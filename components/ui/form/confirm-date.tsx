"use client";

import { formatDate } from "@/lib/platform/text/dates";
import {
  dateKey,
  readTypedDate,
  unusualDate,
  type TypedDate,
  type UsualDates,
} from "@/lib/platform/text/typed-date";
import { useForm } from "./form-context";
import { fieldId, shownText } from "./form-values";

type Props = { name: string; typed: TypedDate; usual: UsualDates };

/** Confirms a date outside the expected range. It applies only to that date: another is asked about again. */
export function ConfirmDate({ name, typed, usual }: Props) {
  const { id: formId, state } = useForm();
  const date = readTypedDate(typed);
  const unusual = date instanceof Date ? unusualDate(date, usual) : null;
  if (!(date instanceof Date) || unusual === null) return null;
  const id = fieldId(formId, `${name}-confirmed`);
  const key = dateKey(date);
  return (
    <div className="mt-3 grid min-h-9 max-w-measure grid-cols-[1.5rem_1fr] gap-x-3 pointer-coarse:min-h-11">
      <input
        key={key}
        id={id}
        type="checkbox"
        name={`${name}-confirmed`}
        value={key}
        defaultChecked={shownText(state, `${name}-confirmed`) === key}
        aria-describedby={`${id}-hint`}
        className="mt-1.5 size-6"
      />
      <label htmlFor={id} className="py-1.5">
        {formatDate(date)} is right
      </label>
      <p id={`${id}-hint`} className="col-start-2 -mt-1.5 pb-1.5 text-meta text-soft">
        {unusual}.
      </p>
    </div>
  );
}
