import { Details } from "@/components/ui/details";
import { Table } from "@/components/ui/table";
import { IMPORT_FIELDS, type ImportField } from "@/lib/capture/import-columns";

export const COLUMN_WORDS: Record<ImportField, { label: string; holds: string }> = {
  text: { label: "Words", holds: "What was said. The only column that every file needs." },
  speaker: {
    label: "Speaker",
    holds: "A label such as P07, or a name. Empty for a participant who is not known.",
  },
  question: { label: "Question", holds: "The discussion question’s number, or its exact words." },
  stance: { label: "Stance", holds: "strength, improvement, ask or observation." },
  kind: {
    label: "Note or verbatim",
    holds: "note for the gist, verbatim for word for word. Empty means note.",
  },
  source: { label: "Source", holds: "identified, unidentified, room, host or note." },
  time: { label: "Time", holds: "14:32 on the day of the roundtable, or 2025-05-14 14:32." },
};

const TEMPLATE = `data:text/csv;charset=utf-8,${encodeURIComponent(
  "text,speaker,question,stance,kind,source,time\r\n",
)}`;

/** What a file may hold, and an empty one to fill in. */
export function ColumnsExplained() {
  return (
    <div className="max-w-field">
      <p>
        The first line names the columns, each line below is one contribution. Everything is imported or
        nothing: a row that cannot be read is named, and you mend the file.
      </p>
      <div className="mt-3">
        <Details summary="Which columns are understood">
          <Table
            caption="Columns"
            captionHidden
            columns={[{ label: "Column" }, { label: "What it holds" }]}
            rows={IMPORT_FIELDS.map((field) => ({
              key: field,
              cells: [field, COLUMN_WORDS[field].holds],
            }))}
          />
          <p className="mt-3">
            <a href={TEMPLATE} download="contributions.csv">
              Download an empty file with these columns
            </a>
          </p>
        </Details>
      </div>
    </div>
  );
}
