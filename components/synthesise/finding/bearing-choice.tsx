"use client";

import { useForm } from "@/components/ui/form/form-context";
import { fieldId, shownText } from "@/components/ui/form/form-values";
import { BEARINGS, BEARING_WORDS } from "@/lib/synthesise/finding/bearing";

const CHOICES = [
  { value: "", label: "Leave out" },
  ...BEARINGS.map((bearing) => ({ value: bearing, label: BEARING_WORDS[bearing].choice })),
];

/** One contribution's bearing on the statement; leaving it out is also an answer. */
export function BearingChoice({ name, legend }: { name: string; legend: string }) {
  const form = useForm();
  const chosen = shownText(form.state, name);
  return (
    <fieldset id={fieldId(form.id, name)}>
      <legend className="sr-only">{legend}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1 text-meta">
        {CHOICES.map(({ value, label }) => (
          <label key={value} className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === chosen}
              className="size-5"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
