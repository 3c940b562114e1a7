import { Notice } from "@/components/ui/notice";
import { formatDate } from "@/lib/platform/dates";

type Props = { on: Date | null; problem: string | null };

/** Says of which day figures are, and what of them is not of that day. */
export function AsAtNote({ on, problem }: Props) {
  if (problem !== null)
    return (
      <div className="mb-6">
        <Notice tone="warning" title="The date was not used">
          {problem} These are the figures as they stand now.
        </Notice>
      </div>
    );
  if (on === null) return null;
  return (
    <div className="mb-6">
      <Notice title={`As at the end of ${formatDate(on)}`}>
        The lines that were logged by then, under the themes that were set by then. Who was present and who
        said a line is as known now, and what was erased since is in no figure. A line struck out and restored
        since counts as if it had stood.
      </Notice>
    </div>
  );
}
