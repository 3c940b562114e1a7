import { CellSelect } from "@/components/ui/form/cell-select";
import { ChoiceTable } from "@/components/ui/form/choice-table";
import { Select } from "@/components/ui/form/select";
import { Tag } from "@/components/ui/tag";
import { FIELD_WORDS } from "@/lib/capture/registration/attendance-columns";
import type { FileValue } from "@/lib/capture/registration/attendance-mapping";
import type { MappedGroup, ReadList } from "@/lib/capture/registration/attendance-state";
import { TOLD_MEANS } from "@/lib/capture/people/permission-choices";
import { countOf } from "@/lib/platform/text/count-words";
import { MEANS_WORDS } from "@/lib/capture/people/permission-level";

/** Every distinct value of the list with its meaning. */
export function AttendanceValues({ groups, means }: Pick<ReadList, "groups" | "means">) {
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="values">
      <h2 id="values">What the values mean</h2>
      <p className="mt-1 mb-4 max-w-measure text-meta text-soft">
        We have filled in what we understood. Change anything that is not right.
      </p>
      <div className="grid gap-x-12 gap-y-7 lg:grid-cols-2">
        {groups.map((group) => (
          <div key={group.field} className="grid content-start gap-4">
            <ValueTable group={group} />
            {group.field === "permission" && (
              <Select
                name="means"
                label="How these permissions were given"
                options={TOLD_MEANS.map((value) => ({
                  value,
                  label: MEANS_WORDS[value],
                }))}
                defaultValue={means}
              />
            )}
          </div>
        ))}
      </div>
    </section>
  );
}

function ValueTable({ group: { field, heading, values, options, why } }: { group: MappedGroup }) {
  const word = FIELD_WORDS[field];
  return (
    <ChoiceTable
      caption={
        heading && heading.toLowerCase() !== word.toLowerCase() ? `${word}: column “${heading}”` : word
      }
      what="In the list"
      choice="Means"
      rows={values.map((value) => ({
        key: value.name,
        what: value.text,
        about: whom(value.lines),
        choice: (
          <>
            <CellSelect
              name={value.name}
              label={`${word} “${value.text}” means`}
              groups={options}
              defaultValue={value.choice ?? ""}
              placeholder={value.understood === null ? "Choose" : undefined}
            />
            <State value={value} why={why[value.text]} />
          </>
        ),
      }))}
    />
  );
}

const LISTED_LINES = 6;

/** "2 people, lines 4, 5" */
function whom(lines: readonly number[]): string {
  const listed = lines.slice(0, LISTED_LINES).join(", ");
  const more = lines.length - LISTED_LINES;
  const where = `${lines.length === 1 ? "line" : "lines"} ${listed}${more > 0 ? ` and ${more} more` : ""}`;
  return `${countOf(lines.length, "person", "people")}, ${where}`;
}

/** Values that were not recognised, and choices; recognised values are not listed. */
function State({ value: { understood, choice }, why }: { value: FileValue; why: string | undefined }) {
  if (choice === understood) return understood === null ? <NotUnderstood why={why} /> : null;
  return <span className="text-sm text-soft">Your choice</span>;
}

function NotUnderstood({ why }: { why: string | undefined }) {
  return (
    <span className="mt-1 block text-sm">
      <Tag tone="warning">Not understood</Tag> {why}
    </span>
  );
}
