import { Notice } from "@/components/ui/notice";
import { formatInstant } from "@/lib/platform/text/dates";
import { changesInWords } from "@/lib/synthesise/matrix/basis";
import type { OpenCell } from "@/lib/synthesise/matrix/queries/matrix-cell";

/** What the summary says now, who wrote it, and what has changed since. */
export function SummaryNow({ open: { cell, dates } }: { open: OpenCell }) {
  const { summary, brought } = cell;
  return (
    <div className="mt-2 grid gap-3">
      {summary && summary.text !== "" && dates && (
        <div>
          <p className="max-w-measure whitespace-pre-line">{summary.text}</p>
          <p className="mt-1 text-sm text-soft">
            Written {formatInstant(dates.writtenAt)} by {dates.writtenBy}
            {dates.confirmedAt &&
              `. Still right on ${formatInstant(dates.confirmedAt)}, said ${dates.confirmedBy}`}
          </p>
        </div>
      )}
      {brought.map(({ id, text }) => (
        <div key={id} className="border-l-2 border-line pl-3">
          <p className="text-sm text-soft">From a cell that has become part of this one</p>
          <p className="max-w-measure whitespace-pre-line">{text}</p>
        </div>
      ))}
      {brought.length > 0 && (
        <Notice tone="warning" title="combine these summaries">
          Two people were matched, or two themes were merged. Write one summary from both. Each text is kept.
        </Notice>
      )}
      {summary && summary.changes.length > 0 && (
        <Notice tone="warning" title="to check">
          Since it was written or confirmed: {changesInWords(summary.changes)}. Read what was said, then
          change the summary, or say that it is still right.
        </Notice>
      )}
    </div>
  );
}
