import { CellSelect } from "@/components/ui/form/cell-select";
import { ChoiceTable } from "@/components/ui/form/choice-table";
import { ATTENDANCE_FIELDS, FIELD_WORDS } from "@/lib/capture/registration/attendance-columns";
import type { ReadList } from "@/lib/capture/registration/attendance-state";

const FIELDS = [
  { heading: null, options: ATTENDANCE_FIELDS.map((value) => ({ value, label: FIELD_WORDS[value] })) },
];

/** What each column of the list holds: guessed from its heading until somebody chooses. */
export function AttendanceColumns({ columns }: { columns: ReadList["columns"] }) {
  return (
    <section aria-labelledby="columns">
      <h2 id="columns">What each column holds</h2>
      <p className="mt-1 mb-3 max-w-measure text-meta text-soft">
        If you change a column, choose “Check again” to see how it is read now.
      </p>
      <div className="max-w-200">
        <ChoiceTable
          caption="Columns of the list"
          captionHidden
          what="Column"
          choice="Holds"
          rows={columns.map(({ name, heading, examples, field }, index) => {
            const column = heading || `Column ${index + 1}`;
            return {
              key: name,
              what: column,
              about: examples.join(", ") || "Empty",
              choice: (
                <CellSelect
                  name={name}
                  label={`${column} holds`}
                  groups={FIELDS}
                  defaultValue={field ?? ""}
                  placeholder="Not used"
                />
              ),
            };
          })}
        />
      </div>
    </section>
  );
}
