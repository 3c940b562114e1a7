import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { Checkboxes } from "@/components/ui/form/checkboxes";
import { FilterForm } from "@/components/ui/form/filter-form";
import { Radios } from "@/components/ui/form/radios";
import type { ToRelease } from "@/lib/aggregate/publication/queries/release-input";
import type { ReleaseChoices } from "@/lib/aggregate/publication/release-choices";
import { countOf } from "@/lib/platform/text/count-words";
import type { Review } from "@/lib/review/settings/queries/reviews";

type Props = { review: Review; choices: ReleaseChoices; toRelease: ToRelease };

/** What the lead can choose: the page checks again with it. */
export function ChoicesForm({ review, choices, toRelease }: Props) {
  const { fresh, findings } = toRelease;
  const without = choices.withoutFindings;
  return (
    <FilterForm action={`/reviews/${review.slug}/dashboard/release`} label="Choices" refusal={null}>
      <div className="grid gap-6">
        <Radios
          name="tables"
          label="Figures of single roundtables"
          hint="Fewer figures are left out where roundtables are shown only together."
          defaultValue={choices.tables}
          options={[
            { value: "each", label: "Show each roundtable on its own, too" },
            { value: "together", label: "Show roundtables only together" },
          ]}
        />
        {fresh.length > 0 && (
          <Checkboxes
            name="waiting"
            label="New roundtables that wait for a later release"
            optional
            defaultValue={choices.waiting}
            options={fresh.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
        {findings.length > 0 && (
          <Details
            summary={`Leave findings out (${without.length} of ${countOf(findings.length, "finding")})`}
            open={without.length > 0}
          >
            <Checkboxes
              name="withoutFindings"
              label="Findings to leave out"
              optional
              defaultValue={without}
              options={findings.map(({ id, text }) => ({ value: id, label: text }))}
            />
          </Details>
        )}
      </div>
      <Button type="submit" variant="quiet" className="mt-5">
        Check again
      </Button>
    </FilterForm>
  );
}

/** The choices in the form that releases, as they were checked. */
export function ChoiceInputs({ choices }: { choices: ReleaseChoices }) {
  return (
    <>
      <input type="hidden" name="tables" value={choices.tables} />
      {choices.waiting.map((id) => (
        <input key={id} type="hidden" name="waiting" value={id} />
      ))}
      {choices.withoutFindings.map((id) => (
        <input key={id} type="hidden" name="withoutFindings" value={id} />
      ))}
    </>
  );
}

/** A page with the same choices: the check, or what reviewers will see. */
export function choicesHref(
  review: string,
  choices: ReleaseChoices,
  page: "release" | "release/preview",
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({ tables: choices.tables, ...more });
  for (const id of choices.waiting) query.append("waiting", id);
  for (const id of choices.withoutFindings) query.append("withoutFindings", id);
  return `/reviews/${review}/dashboard/${page}?${query.toString()}`;
}
