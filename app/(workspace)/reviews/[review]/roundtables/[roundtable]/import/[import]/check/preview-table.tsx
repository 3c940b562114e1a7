import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { PreviewRow } from "@/lib/capture/import/queries/import-preview";

const SHOWN = 160;

/** What will happen with each row. */
export function PreviewTable({ rows }: { rows: readonly PreviewRow[] }) {
  if (rows.length === 0) return <p className="mt-3 text-soft">There are no rows here.</p>;
  const asked = rows.some(({ question }) => question !== "");
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
          { label: "What happens" },
        ]}
        rows={rows.map(({ line, words, speaker, becomes, question, out }) => ({
          key: String(line),
          cells: [
            `Line ${line.toLocaleString("en-GB")}`,
            <span key="words" className="break-words">
              {Array.from(words.slice(0, 2 * SHOWN))
                .slice(0, SHOWN)
                .join("")}
              {words.length > SHOWN ? "…" : ""}
            </span>,
            speaker && becomes && speaker !== becomes ? `${speaker}: ${becomes}` : becomes || speaker,
            ...(asked ? [question] : []),
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
