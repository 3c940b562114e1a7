"use client";

import { useForm } from "@/components/ui/form/form-context";
import { shownText } from "@/components/ui/form/form-values";

const CHOICES = [
  { value: "stays", label: "Stays" },
  { value: "goes", label: "Goes" },
  { value: "both", label: "Both" },
] as const;

/** Where one contribution of a theme goes when the theme is split. */
export function ContributionChoice({ contributionId }: { contributionId: string }) {
  const { id, state } = useForm();
  const name = `contribution.${contributionId}`;
  const chosen = shownText(state, name, "stays");
  return (
    <fieldset>
      <legend className="sr-only">Where does this contribution go?</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {CHOICES.map(({ value, label }) => (
          <label
            key={value}
            htmlFor={`${id}-${name}-${value}`}
            className="inline-flex min-h-8 items-center gap-2 pointer-coarse:min-h-11"
          >
            <input
              id={`${id}-${name}-${value}`}
              type="radio"
              name={name}
              value={value}
              defaultChecked={chosen === value}
              className="size-5 rounded-full"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
