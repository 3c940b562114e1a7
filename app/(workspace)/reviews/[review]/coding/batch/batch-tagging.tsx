import NextForm from "next/form";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/form/select";
import { STANCE_ORDER, STANCES, type Stance } from "@/lib/capture/contribution/stance";
import { choiceWords, type Theme } from "@/lib/tag/codebook/theme";
import type { CodingAddress } from "@/lib/tag/coding/coding-address";

type Props = {
  here: string;
  search: CodingAddress;
  /** Those that can be set. */
  themes: readonly Theme[];
  theme: Theme | undefined;
  stance: Stance;
};

/** The theme and stance to set; the page is read again with what they would change. */
export function BatchTagging({ here, search, themes, theme, stance }: Props) {
  return (
    <NextForm action={here} className="grid max-w-field gap-4">
      {Object.entries(search).map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Select
        name="set"
        label="Theme"
        placeholder="Choose a theme"
        options={themes.map((one) => ({ value: one.id, label: choiceWords(one) }))}
        defaultValue={theme?.id ?? ""}
      />
      <Select
        name="stance"
        label="Stance"
        options={STANCE_ORDER.map((one) => ({ value: one, label: STANCES[one].word }))}
        defaultValue={stance}
      />
      <div>
        <Button type="submit" variant={theme ? "quiet" : "primary"}>
          Preview the change
        </Button>
      </div>
    </NextForm>
  );
}
