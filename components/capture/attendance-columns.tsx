import { CellSelect } from "@/components/ui/cell-select";
import { Table } from "@/components/ui/table";
import { ATTENDANCE_FIELDS, FIELD_WORDS } from "@/lib/capture/attendance-columns";
import type { ReadList } from "@/lib/capture/attendance-state";

const FIELDS = [
  { heading: null, options: ATTENDANCE_FIELDS.map((value) => ({ value, label: FIELD_WORDS[value] })) },
];

/** Which column of the list holds what, by its heading until somebody chooses. */
export function AttendanceColumns({ columns }: { columns: ReadList["columns"] }) {
  return (
    <section aria-labelledby="columns">
      <h2 id="columns">What each column holds</h2>
      <p className="mt-1 mb-3 max-w-measure text-meta text-soft">
        If you change a column, choose “Check again” to see what is understood of it.
      </p>
      <Table
        caption="Columns of the list"
        captionHidden
        columns={[{ label: "Column" }, { label: "For example", prose: true }, { label: "Holds" }]}
        rows={columns.map(({ name, heading, examples, field }, index) => ({
          key: name,
          cells: [
            heading || `Column ${index + 1}`,
            <span key="examples" className="block max-w-measure truncate text-soft">
              {examples.join(", ") || "Empty"}
            </span>,
            <CellSelect
              key="holds"
              name={name}
              label={`${heading || `Column ${index + 1}`} holds`}
              groups={FIELDS}
              defaultValue={field ?? ""}
              placeholder="Not used"
            />,
          ],
        }))}
      />
    </section>
  );
}
