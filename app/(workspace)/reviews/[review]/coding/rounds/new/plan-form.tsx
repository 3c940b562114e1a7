import { Link } from "@/components/ui/link";
import { Checkboxes } from "@/components/ui/form/checkboxes";
import { Form } from "@/components/ui/form/form";
import { TextInput } from "@/components/ui/form/text-input";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { countOf } from "@/lib/platform/text/count-words";
import { AXES, type Theme } from "@/lib/tag/codebook/theme";
import { plan } from "../actions";
import type { Draw } from "./read-draw";

type Props = {
  review: Review;
  home: string;
  draw: Draw;
  seed: number;
  themes: readonly Theme[];
  coders: readonly { userId: string; name: string }[];
};

/** Who codes the drawn contributions, and with which themes. */
export function PlanForm({ review, home, draw: { roundtableIds, stratifyBy, size }, ...rest }: Props) {
  const { seed, themes, coders } = rest;
  return (
    <section aria-labelledby="coding" className="mt-10 border-t border-line pt-6">
      <h2 id="coding" className="mb-4">
        Coding
      </h2>
      <Form
        action={plan}
        submitLabel={`Draw ${countOf(size, "contribution")} and begin`}
        actions={<Link href={home}>Cancel</Link>}
      >
        <input type="hidden" name="reviewId" value={review.id} />
        <input type="hidden" name="reviewSlug" value={review.slug} />
        <input type="hidden" name="size" value={size} />
        <input type="hidden" name="stratifyBy" value={stratifyBy ?? ""} />
        {roundtableIds.map((id) => (
          <input key={id} type="hidden" name="roundtableIds" value={id} />
        ))}
        <TextInput name="title" label="Title" hint="Such as “First pass over the spring roundtables”." />
        <Checkboxes
          name="themeIds"
          label="Themes"
          hint="Coders choose which of these apply to each contribution."
          options={themes.map(({ id, title, axis }) => ({
            value: id,
            label: axis === "theme" ? title : `${title} (${AXES[axis]})`,
          }))}
          defaultValue={themes.filter(({ axis }) => axis === "theme").map(({ id }) => id)}
        />
        <Checkboxes
          name="coderIds"
          label="Who codes"
          hint="Choose at least two. Each of them reads every contribution in the round."
          options={coders.map(({ userId, name }) => ({ value: userId, label: name }))}
        />
        <Checkboxes
          name="blind"
          label="Independent coding"
          options={[
            {
              value: "yes",
              label: "Blind until everybody has finished",
              hint: "Coders cannot see each other’s work or earlier themes. The agreement figures are only meaningful if the round is blind.",
            },
          ]}
          defaultValue={["yes"]}
        />
        <TextInput
          name="seed"
          label="Random seed"
          hint="The same seed always draws the same contributions. Leave it unless you want to repeat an earlier draw."
          inputMode="numeric"
          width="medium"
          defaultValue={String(seed)}
        />
      </Form>
    </section>
  );
}
