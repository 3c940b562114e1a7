"use client";

import { useForm } from "./form-context";
import { errorOf, fieldId, shownText } from "./form-values";

type Group = { heading: string | null; options: readonly { value: string; label: string }[] };

type Props = {
  name: string;
  /** What the choice is about: sighted people see that from the table around it. */
  label: string;
  groups: readonly Group[];
  defaultValue: string;
  /** The first, empty option, for a required choice. */
  placeholder?: string;
};

/** A choice in a table cell, with its error. */
export function CellSelect({ name, label, groups, defaultValue, placeholder }: Props) {
  const form = useForm();
  const id = fieldId(form.id, name);
  const error = errorOf(form.state, name);
  const shown = shownText(form.state, name, defaultValue);
  return (
    <span data-field className="block min-w-0">
      {error && (
        <span id={`${id}-error`} className="mb-1 block text-left font-semibold text-danger">
          <span className="sr-only">Error: </span>
          {error}
        </span>
      )}
      {/* React does not apply a later default value to an existing select, hence the key. */}
      <select
        key={shown}
        id={id}
        name={name}
        defaultValue={shown}
        aria-label={label}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-invalid={error ? true : undefined}
        className="block min-h-9 w-full rounded border border-soft bg-card px-2 py-1 text-meta text-ink aria-invalid:border-2 aria-invalid:border-danger pointer-coarse:min-h-11"
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {groups.map(({ heading, options }, index) => {
          const choices = options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ));
          return heading === null ? (
            choices
          ) : (
            <optgroup key={`${index}`} label={heading}>
              {choices}
            </optgroup>
          );
        })}
      </select>
    </span>
  );
}
