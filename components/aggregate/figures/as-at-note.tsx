import { Notice } from "@/components/ui/notice";
import { formatDate } from "@/lib/platform/text/dates";

type Props = { on: Date | null };

/** Says which day the figures are from, and which parts are current instead. */
export function AsAtNote({ on }: Props) {
  if (on === null) return null;
  return (
    <div className="mb-6">
      <Notice title={`As at the end of ${formatDate(on)}`}>
        These figures use contributions logged and themes set by that date. They use what we know now about
        who was present and who spoke, and leave out anything erased since. A contribution that was struck out
        and restored since then is counted.
      </Notice>
    </div>
  );
}
