import NextForm from "next/form";
import { Button } from "@/components/ui/button";
import { Checkboxes } from "@/components/ui/form/checkboxes";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import { formatDate } from "@/lib/platform/text/dates";
import { STRATIFIERS } from "@/lib/tag/rounds/round-sample";
import type { Draw } from "./read-draw";

type Props = {
  here: string;
  roundtables: readonly { id: string; title: string; heldOn: Date }[];
  chosen: Draw;
};

const BY = {
  role: "Role of the speaker",
  phase: "Phase",
  setting: "Type of setting",
  region: "Region",
} as const satisfies Record<(typeof STRATIFIERS)[number], string>;

/** Which contributions to draw, and how many; the page then says how wide the intervals will be. */
export function DrawForm({ here, roundtables, chosen: { roundtableIds, stratifyBy, size } }: Props) {
  return (
    <section aria-labelledby="contributions" className="mb-6">
      <h2 id="contributions">Contributions</h2>
      <NextForm action={here} className="mt-3 grid gap-6">
        <Checkboxes
          name="roundtable"
          label="Roundtables"
          options={roundtables.map(({ id, title, heldOn }) => ({
            value: id,
            label: title,
            hint: formatDate(heldOn),
          }))}
          defaultValue={roundtableIds}
        />
        <Select
          name="by"
          label="What should the sample be in proportion to?"
          hint="Each roundtable always gives its share of the contributions. If you add an attribute of the speaker, such as phase, each group of speakers gives its share too."
          placeholder="Roundtable only"
          options={STRATIFIERS.map((value) => ({ value, label: BY[value] }))}
          defaultValue={stratifyBy ?? ""}
        />
        <TextInput
          key={size}
          name="size"
          label="How many contributions to draw"
          inputMode="numeric"
          width="short"
          defaultValue={String(size)}
        />
        <div>
          <Button type="submit" variant="quiet">
            Estimate precision
          </Button>
        </div>
      </NextForm>
    </section>
  );
}
