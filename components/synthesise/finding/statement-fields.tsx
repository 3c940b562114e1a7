import { Radios } from "@/components/ui/form/radios";
import { Textarea } from "@/components/ui/form/textarea";
import { STANCE_ORDER, STANCES } from "@/lib/capture/contribution/stance";
import { STATEMENT_LIMIT, type Finding } from "@/lib/synthesise/finding/finding";

type Props = { label?: string; rows?: number; finding?: Partial<Pick<Finding, "text" | "stance">> };

/** What a finding says, and its stance. */
export function StatementFields({ label = "Statement", rows = 3, finding }: Props) {
  return (
    <>
      <Textarea
        name="text"
        label={label}
        hint="Use one sentence that participants would recognise, without names or numbers. The evidence gives the numbers."
        limit={STATEMENT_LIMIT}
        rows={rows}
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
    </>
  );
}
