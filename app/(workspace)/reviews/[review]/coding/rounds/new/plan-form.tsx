import Link from "next/link";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Form } from "@/components/ui/form";
import { TextInput } from "@/components/ui/text-input";
import type { Review } from "@/lib/capture/queries";
import { countOf } from "@/lib/capture/words";
import { AXES, type Theme } from "@/lib/tag/theme";
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

/** Who codes the lines drawn, and by which themes. */
export function PlanForm({ review, home, draw: { roundtableIds, stratifyBy, size }, ...rest }: Props) {
  const { seed, themes, coders } = rest;
  return (
    <section aria-labelledby="coding" className="mt-10 border-t border-line pt-6">
      <h2 id="coding" className="mb-4">
        Coding
      </h2>
      <Form
        action={plan}
        submitLabel={`Draw ${countOf(size, "line")} and begin`}
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
          hint="Coders say of each line which of these are on it."
          options={themes.map(({ id, title, axis }) => ({
            value: id,
            label: axis === "theme" ? title : `${title} (${AXES[axis]})`,
          }))}
          defaultValue={themes.filter(({ axis }) => axis === "theme").map(({ id }) => id)}
        />
        <Checkboxes
          name="coderIds"
          label="Who codes"
          hint="At least two. Each reads every line of the round."
          options={coders.map(({ userId, name }) => ({ value: userId, label: name }))}
        />
        <Checkboxes
          name="blind"
          label="Apart from one another"
          options={[
            {
              value: "yes",
              label: "Blind until each has finished",
              hint: "Nobody sees what another coder sets, and coders see no themes set before. Only then do the figures of agreement say what they seem to.",
            },
          ]}
          defaultValue={["yes"]}
        />
        <TextInput
          name="seed"
          label="Seed of the draw"
          hint="The same seed draws the same lines. Leave it unless you want to draw them again."
          inputMode="numeric"
          width="medium"
          defaultValue={String(seed)}
        />
      </Form>
    </section>
  );
}
