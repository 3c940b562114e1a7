import { Form } from "@/components/ui/form/form";
import { Radios } from "@/components/ui/form/radios";
import type { Approach } from "@/lib/tag/rounds/coding-round";
import { declare } from "./actions";

const CHOICES = [
  {
    value: "agreement",
    label: "By the agreement between coders",
    hint: "Method notes give the figures from the latest blind round, or say that there has not been one.",
  },
  {
    value: "reflexive",
    label: "Reflexively",
    hint: "How coders came to their readings is part of the analysis. Method notes say this, and give no figures.",
  },
] as const satisfies { value: Approach; label: string; hint: string }[];

type Props = { reviewId: string; approach: Approach; mayDeclare: boolean };

/** How the review shows that its coding is reliable: to read, and for the lead to declare. */
export function ApproachSection({ reviewId, approach, mayDeclare }: Props) {
  const chosen = CHOICES.find(({ value }) => value === approach);
  return (
    <section aria-labelledby="approach" className="mt-12 border-t border-line pt-6">
      <h2 id="approach">How this review shows that its coding is reliable</h2>
      {mayDeclare ? (
        <Form action={declare} submitLabel="Save" submitVariant="quiet" className="mt-4">
          <input type="hidden" name="reviewId" value={reviewId} />
          <Radios
            key={approach}
            name="approach"
            label="What method notes say"
            options={CHOICES}
            defaultValue={approach}
          />
        </Form>
      ) : (
        <p className="mt-2 max-w-measure">
          <b>{chosen?.label}.</b> {chosen?.hint}
        </p>
      )}
    </section>
  );
}
