import { CellSelect } from "@/components/ui/cell-select";
import { Select } from "@/components/ui/select";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { FIELD_WORDS } from "@/lib/capture/attendance-columns";
import type { FileValue } from "@/lib/capture/attendance-mapping";
import type { MappedGroup, ReadList } from "@/lib/capture/attendance-state";
import { countOf, MEANS_WORDS } from "@/lib/capture/words";

/** Every distinct value of the list with what it is taken for. */
export function AttendanceValues({ groups, means }: Pick<ReadList, "groups" | "means">) {
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="values" className="grid gap-6">
      <h2 id="values">What the values mean</h2>
      {groups.map((group) => (
        <div key={group.field} className="grid gap-4">
          <ValueTable group={group} />
          {group.field === "permission" && (
            <Select
              name="means"
              label="How these permissions were given"
              options={(["facilitator", "paper"] as const).map((value) => ({
                value,
                label: MEANS_WORDS[value],
              }))}
              defaultValue={means}
            />
          )}
        </div>
      ))}
    </section>
  );
}

function ValueTable({ group: { field, heading, values, options, why } }: { group: MappedGroup }) {
  const word = FIELD_WORDS[field];
  return (
    <Table
      caption={
        heading && heading.toLowerCase() !== word.toLowerCase() ? `${word}: column “${heading}”` : word
      }
      columns={[{ label: "In the list" }, { label: "Who" }, { label: "Means" }, { label: "Why" }]}
      rows={values.map((value) => ({
        key: value.name,
        cells: [
          <span key="text" className="break-words">
            {value.text}
          </span>,
          <Lines key="lines" lines={value.lines} />,
          <CellSelect
            key="means"
            name={value.name}
            label={`${word} “${value.text}” means`}
            groups={options}
            defaultValue={value.choice ?? ""}
            placeholder={value.understood === null ? "Choose" : undefined}
          />,
          <Why key="why" value={value} why={why[value.text]} />,
        ],
      }))}
    />
  );
}

const LISTED_LINES = 6;

function Lines({ lines }: { lines: readonly number[] }) {
  const listed = lines.slice(0, LISTED_LINES).join(", ");
  const more = lines.length - LISTED_LINES;
  return (
    <>
      {countOf(lines.length, "person", "people")}
      <span className="block text-soft">
        {`${lines.length === 1 ? "line" : "lines"} ${listed}${more > 0 ? ` and ${more} more` : ""}`}
      </span>
    </>
  );
}

function Why({ value: { understood, choice }, why }: { value: FileValue; why: string | undefined }) {
  if (choice !== null && choice !== understood) return <Tag tone="plain">Your choice</Tag>;
  if (understood !== null) return <Tag tone="success">Understood</Tag>;
  return (
    <>
      <Tag tone="warning">Not understood</Tag>
      <span className="block">{why}</span>
    </>
  );
}
