import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { formatInstant } from "@/lib/platform/text/dates";
import type { PreviewRow } from "@/lib/capture/import/queries/import-preview";

const SHOWN = 160;

/** What will happen with each row. */
export function PreviewTable({ rows }: { rows: readonly PreviewRow[] }) {
  if (rows.length === 0) return <p className="mt-3 text-soft">There are no rows here.</p>;
  const asked = rows.some(({ question }) => question !== "");
  const timed = rows.some(({ saidAt }) => saidAt !== null);
  return (
    <div className="mt-3">
      <Table
        caption="Rows of the file"
        captionHidden
        columns={[
          { label: "Line of the file" },
          { label: "Words" },
          { label: "Speaker" },
          ...(asked ? [{ label: "Question" }] : []),
          ...(timed ? [{ label: "Time" }] : []),
          { label: "What happens" },
        ]}
        rows={rows.map(({ line, sheet, words, speaker, becomes, question, saidAt, out }, index) => ({
          key: String(index),
          cells: [
            `${sheet === "" ? "" : `${sheet}, `}Line ${line.toLocaleString("en-GB")}`,
            <span key="words" className="break-words">
              {Array.from(words.slice(0, 2 * SHOWN))
                .slice(0, SHOWN)
                .join("")}
              {words.length > SHOWN ? "…" : ""}
            </span>,
            speaker && becomes && speaker !== becomes ? `${speaker}: ${becomes}` : becomes || speaker,
            ...(asked ? [question] : []),
            ...(timed ? [saidAt ? formatInstant(saidAt) : ""] : []),
            out === null ? (
              <Tag key="in" tone="success">
                Import
              </Tag>
            ) : (
              <span key="out">
                <Tag tone="warning">Left out</Tag> {out}
              </span>
            ),
          ],
        }))}
      />
    </div>
  );
}
