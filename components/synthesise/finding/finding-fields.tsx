import { Radios } from "@/components/ui/form/radios";
import { Select } from "@/components/ui/form/select";
import { Textarea } from "@/components/ui/form/textarea";
import { STATEMENT_LIMIT, type Finding } from "@/lib/synthesise/finding/finding";
import { STANCE_ORDER, STANCES } from "@/lib/capture/contribution/stance";
import type { Theme } from "@/lib/tag/codebook/theme";

type Props = { themes: readonly Theme[]; themeId?: string; finding?: Pick<Finding, "text" | "stance"> };

/** The fields of a finding, new or existing. */
export function FindingFields({ themes, themeId, finding }: Props) {
  return (
    <>
      <Textarea
        name="text"
        label="Statement"
        hint="Use one sentence that participants would recognise, without names or numbers. The evidence gives the numbers."
        limit={STATEMENT_LIMIT}
        rows={3}
        voice
        defaultValue={finding?.text}
      />
      <Radios
        name="stance"
        label="Stance"
        defaultValue={finding?.stance}
        options={STANCE_ORDER.map((stance) => ({
          value: stance,
          label: `${STANCES[stance].sign} ${STANCES[stance].word}`,
        }))}
      />
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
