"use client";

import { useState } from "react";
import { CONTROL, describedBy, Field, FieldGroup } from "@/components/ui/form/field";
import { useForm } from "@/components/ui/form/form-context";
import { errorOf, fieldId, shownTextAt } from "@/components/ui/form/form-values";
import { Select } from "@/components/ui/form/select";

type Option = { value: string; label: string };
type Row = { id: string; name: string; facilitatorId: string };
type Seated = {
  id: string;
  label: string;
  description: string;
  /** The number of the row of their table, from 1; empty for none. */
  at: string;
};
type Props = { rows: readonly Row[]; facilitators: readonly Option[]; people: readonly Seated[] };

/**
 * The tables, each with whoever types at it, and the table of each person. A table that was just typed can
 * be chosen at once by its name; without JavaScript it goes by its number.
 */
export function TablesFields({ rows, facilitators, people }: Props) {
  const form = useForm();
  const [names, setNames] = useState(rows.map(({ name }) => name));
  const places = rows.map((_, index) => ({
    value: `${index + 1}`,
    label: names[index]?.trim() || `Table ${index + 1}`,
  }));
  const error = ["tables", "tableName", "tableFacilitator"].map((name) => errorOf(form.state, name));
  return (
    <>
      <FieldGroup
        id={fieldId(form.id, "tables")}
        label="Tables"
        hint="Leave rows empty if you do not need them. You can choose who types at a table later."
        error={error.find((one) => one !== undefined)}
      >
        <div className="grid gap-5 pt-1">
          {rows.map((row, index) => (
            <div
              key={row.id || index}
              className="grid max-w-field gap-x-6 gap-y-3 sm:grid-cols-2 sm:items-end"
            >
              <input type="hidden" name="tableId" value={row.id} />
              <NameField
                index={index}
                name={row.name}
                onType={(typed) => setNames(names.map((name, at) => (at === index ? typed : name)))}
              />
              <FacilitatorField index={index} chosen={row.facilitatorId} facilitators={facilitators} />
            </div>
          ))}
        </div>
      </FieldGroup>
      {people.length > 0 && (
        <fieldset>
          <legend className="font-semibold">Who sits where</legend>
          <div className="mt-3 grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
            {people.map(({ id, label, description, at }) => (
              <Select
                key={id}
                name={`at-${id}`}
                label={description === "" ? label : `${label}, ${description}`}
                placeholder="At no table"
                options={places}
                defaultValue={at}
              />
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}

type NameProps = { index: number; name: string; onType: (typed: string) => void };

function NameField({ index, name, onType }: NameProps) {
  const form = useForm();
  const id = rowId(fieldId(form.id, "tableName"), index);
  return (
    <Field id={id} label={`Name of table ${index + 1}`} error={undefined}>
      <input
        id={id}
        name="tableName"
        maxLength={60}
        autoComplete="off"
        defaultValue={shownTextAt(form.state, "tableName", index, name)}
        onChange={(event) => onType(event.target.value)}
        aria-invalid={errorOf(form.state, "tableName") ? true : undefined}
        aria-describedby={describedBy(
          fieldId(form.id, "tables"),
          undefined,
          errorOf(form.state, "tableName"),
        )}
        className={`${CONTROL} w-full max-w-80`}
      />
    </Field>
  );
}

type FacilitatorProps = { index: number; chosen: string; facilitators: readonly Option[] };

function FacilitatorField({ index, chosen, facilitators }: FacilitatorProps) {
  const form = useForm();
  const id = rowId(fieldId(form.id, "tableFacilitator"), index);
  const shown = shownTextAt(form.state, "tableFacilitator", index, chosen);
  return (
    <Field id={id} label={`Who types at table ${index + 1}`} optional error={undefined}>
      {/* React does not apply a later default value to an existing select, hence the key. */}
      <select
        key={shown}
        id={id}
        name="tableFacilitator"
        defaultValue={shown}
        className={`${CONTROL} w-full max-w-80`}
      >
        <option value="">Nobody yet</option>
        {facilitators.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** The error summary links to the first row, whose fields have the id of the field itself. */
function rowId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`;
}
