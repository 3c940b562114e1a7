"use client";

import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/form/field";

type Option = { value: string; label: string };
type Choice = { name: string; label: string; value: string; options: readonly Option[] };

type Props = {
  action: string;
  choices: readonly Choice[];
  fields?: readonly [name: string, value: string][];
};

/**
 * Which figures to show. It is a GET form, so it works without JavaScript. A client component, so that the page holds it once
 * as markup and once as data alone.
 */
export function ScopeChooser({ action, choices, fields = [] }: Props) {
  const real = choices.filter(({ options }) => options.length > 1);
  if (real.length === 0) return null;
  return (
    <form
      action={action}
      aria-label="Scope"
      className="flex flex-wrap items-end gap-x-5 gap-y-3 border-y border-line py-4 print:hidden"
    >
      {real.map(({ name, label, value, options }) => (
        <div key={name} className="min-w-0">
          <label htmlFor={`show-${name}`} className="block text-sm font-semibold">
            {label}
          </label>
          <select
            id={`show-${name}`}
            name={name}
            defaultValue={value}
            className={`${CONTROL} mt-1 max-w-full`}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </div>
      ))}
      {fields.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" variant="quiet">
        Show
      </Button>
    </form>
  );
}
