import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { FIELD_WORDS } from "@/lib/capture/attendance-columns";
import type { PlannedAttendee } from "@/lib/capture/attendance-plan";
import type { ReadList } from "@/lib/capture/attendance-state";
import { describe } from "@/lib/capture/participant";
import { countOf } from "@/lib/capture/words";

const OUTCOME = {
  new: { word: "Added", tone: "success" },
  there: { word: "There already", tone: "plain" },
  refused: { word: "Not added", tone: "danger" },
} as const;

/** Every row of a list, and what will happen with it. */
export function AttendancePlan({ list: { fileName, columns, unused, plan } }: { list: ReadList }) {
  const count = (outcome: PlannedAttendee["outcome"]) => plan.filter((one) => one.outcome === outcome).length;
  const used = columns.flatMap((field) => (field ? FIELD_WORDS[field] : []));
  return (
    <section aria-labelledby="plan" className="grid gap-4">
      <h2 id="plan">What will happen with each row</h2>
      <div role="status" className="max-w-measure">
        <p>
          {`${fileName}: ${countOf(count("new"), "row")} to add, ${count("there")} there already, ${count("refused")} that cannot be added. Nothing is saved yet.`}
        </p>
        <p className="mt-1 text-meta text-soft">
          {`Columns read: ${used.join(", ")}.`}
          {unused.length > 0 && ` Not used: ${unused.join(", ")}.`}
        </p>
      </div>
      <Table
        caption="Rows of the list"
        captionHidden
        columns={[
          { label: "Line of the list" },
          { label: "Who" },
          { label: "Described as" },
          { label: "What happens" },
        ]}
        rows={plan.map((one) => ({
          key: `${one.line}`,
          cells: [
            `Line ${one.line}`,
            whoOf(one),
            describe(one.attendee) || "Not described",
            <Outcome key="outcome" planned={one} />,
          ],
        }))}
      />
    </section>
  );
}

function Outcome({ planned: { outcome, because, attendee } }: { planned: PlannedAttendee }) {
  const { word, tone } = OUTCOME[outcome];
  return (
    <>
      <Tag tone={tone}>{word}</Tag>
      {because && <span className="ml-2">{because}</span>}
      {outcome === "new" &&
        attendee.notes.map((note) => (
          <span key={note} className="block text-warning sm:text-left">
            {note}
          </span>
        ))}
    </>
  );
}

function whoOf({ attendee: { name, label, organisation, host, present, seat } }: PlannedAttendee): string {
  return [
    name ?? label ?? "Nobody named",
    organisation,
    host && "host",
    !present && "not present",
    seat && `seat ${seat}`,
  ]
    .filter(Boolean)
    .join(", ");
}
