import { Form } from "@/components/ui/form/form";
import { formatInstant } from "@/lib/platform/text/dates";
import type { OpenCell } from "@/lib/synthesise/matrix/queries/matrix-cell";
import { restore } from "../../../actions";

/** What the summary said before, each with a button that uses it again. */
export function SummaryHistory({ open: { cell, revisions, dates } }: { open: OpenCell }) {
  const { summary } = cell;
  const combined = dates?.combined ?? [];
  if (!summary || revisions.length + combined.length === 0) return null;
  return (
    <section aria-labelledby="history" className="mt-8 border-t border-line pt-4 print:hidden">
      <h2 id="history" className="text-subheading">
        What it said before
      </h2>
      <ol className="mt-1">
        {revisions.map(({ revision, text, endedAt, endedBy }) => (
          <li key={revision} className="border-b border-faint py-3">
            <p className="max-w-measure whitespace-pre-line">{text === "" ? "No summary" : text}</p>
            <p className="mt-1 text-sm text-soft">
              Until {formatInstant(endedAt)}, changed by {endedBy}
            </p>
            <Form
              action={restore}
              submitLabel={text === "" ? "Take the summary away again" : "Use these words again"}
              submitVariant="quiet"
              className="[&_button]:min-h-8 [&_button]:px-3 [&_button]:py-1 [&_button]:text-sm [&>div]:mt-1"
            >
              <input type="hidden" name="id" value={summary.id} />
              <input type="hidden" name="revision" value={summary.revision} />
              <input type="hidden" name="from" value={revision} />
            </Form>
          </li>
        ))}
        {combined.map(({ id, text }) => (
          <li key={id} className="border-b border-faint py-3">
            <p className="max-w-measure whitespace-pre-line">{text}</p>
            <p className="mt-1 text-sm text-soft">In a cell that has become part of this one</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
