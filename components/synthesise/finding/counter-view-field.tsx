import { Textarea } from "@/components/ui/form/textarea";
import { STATEMENT_LIMIT } from "@/lib/synthesise/finding/finding";

/** What those who contradict a finding say. */
export function CounterViewField({ counterView }: { counterView: string }) {
  return (
    <Textarea
      name="counterView"
      label="Counter-view"
      optional
      hint="What do those who contradict it say? Use one sentence, without names or numbers."
      limit={STATEMENT_LIMIT}
      rows={2}
      voice
      defaultValue={counterView}
    />
  );
}
