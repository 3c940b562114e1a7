"use client";

import { DateFields } from "@/components/ui/form/date-fields";
import type { TypedDate } from "@/lib/platform/text/typed-date";

/** A list to choose from: its field, its label, and its values with their words. */
export type ShownList = readonly [
  name: string,
  label: string,
  options: readonly (readonly [value: string, words: string])[],
];

/** What is chosen of the lists by their fields, and the date as it was typed. */
export type ShownGroup = {
  chosen: Readonly<Record<string, readonly string[]>>;
  on: TypedDate | null;
  problem: string | null;
};

type Props = {
  /** In front of each field's name. */
  prefix?: string;
  lists: readonly ShownList[];
  group: ShownGroup;
};

/** One group: nothing ticked in a list leaves the list open. */
export function FilterFields({ prefix = "", lists, group }: Props) {
  return (
    <div className="grid items-start gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
      {lists.map(([name, label, options]) => {
        const chosen = group.chosen[name] ?? [];
        return (
          <details key={name} className="folded-list">
            <summary>
              <b>{label}</b>
              {`: ${chosenWords(options.filter(([value]) => chosen.includes(value)))}`}
            </summary>
            <fieldset>
              <legend>{label}</legend>
              {options.map(([value, words]) => (
                <label key={value}>
                  <input
                    type="checkbox"
                    name={prefix + name}
                    value={value}
                    defaultChecked={chosen.includes(value)}
                  />
                  {words}
                </label>
              ))}
            </fieldset>
          </details>
        );
      })}
      <DateFields
        name={`${prefix}on`}
        label="As at the end of"
        optional
        {...(group.on ? { defaultValue: group.on } : {})}
        {...(group.problem === null ? {} : { problem: group.problem })}
      />
    </div>
  );
}

/** What is ticked, for the line that the list is folded into. */
function chosenWords(chosen: readonly (readonly [value: string, words: string])[]): string {
  return chosen.length === 0 ? "any" : chosen.map(([, words]) => words).join(", ");
}
