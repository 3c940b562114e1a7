import { Select } from "@/components/ui/form/select";
import type { Finding } from "@/lib/synthesise/finding/finding";
import type { Theme } from "@/lib/tag/codebook/theme";
import { StatementFields } from "./statement-fields";

type Props = { themes: readonly Theme[]; themeId?: string; finding?: Pick<Finding, "text" | "stance"> };

/** The fields of a finding, new or existing. */
export function FindingFields({ themes, themeId, finding }: Props) {
  return (
    <>
      <StatementFields finding={finding} />
      <Select
        name="themeId"
        label="Theme"
        defaultValue={themeId}
        placeholder="Choose a theme"
        options={themes.map(({ id, title }) => ({ value: id, label: title }))}
      />
    </>
  );
}
