import { CellSelect } from "@/components/ui/form/cell-select";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { NEW_PERSON } from "@/lib/capture/registration/attendance-people";
import type { ListRow, ReadList } from "@/lib/capture/registration/attendance-state";
import { NO_PERMISSION, PERMISSION_WORDS } from "@/lib/capture/people/permission-level";

const OUTCOME = {
  new: { word: "Will be added", tone: "success" },
  there: { word: "Registered already", tone: "plain" },
  refused: { word: "Will not be added", tone: "danger" },
} as const;

/** Every row of a list, and what will happen with it. */
export function AttendancePlan({ rows, emptyLines }: Pick<ReadList, "rows" | "emptyLines">) {
  return (
    <section aria-labelledby="plan" className="grid gap-3">
      <h2 id="plan">What happens with each row</h2>
      <p className="max-w-measure text-meta text-soft">
        This is the list as it was last checked. If you change something, choose “Check again” to see what it
        does.
      </p>
      {emptyLines.length > 0 && (
        <p className="max-w-measure">{`${emptyLines.length === 1 ? "Line" : "Lines"} ${emptyLines.join(", ")} will not be added: the columns you chose are empty.`}</p>
      )}
      <Table
        caption="Rows of the list"
        captionHidden
        columns={[
          { label: "Line" },
          { label: "Who" },
          { label: "Described as" },
          { label: "Permission" },
          { label: "What happens" },
        ]}
        rows={rows.map((row) => ({
          key: `${row.line}`,
          cells: [
            <span key="line" className="whitespace-nowrap">{`Line ${row.line}`}</span>,
            <Who key="who" row={row} />,
            row.description || "Not described",
            row.attendee.host ? "Not asked of hosts" : permissionOf(row),
            <Outcome key="outcome" row={row} />,
          ],
        }))}
      />
    </section>
  );
}

function permissionOf({ attendee: { permission } }: ListRow): string {
  return permission === null ? NO_PERMISSION : PERMISSION_WORDS[permission];
}

function Who({ row }: { row: ListRow }) {
  const { line, outcome, offers, attendee } = row;
  const { name, label, organisation, host, present, seat } = attendee;
  const said = [name ?? label ?? "Nobody named", organisation, host && "host", !present && "not present"];
  return (
    <>
      {[...said, seat && `seat ${seat}`].filter(Boolean).join(", ")}
      {outcome === "new" && offers.length > 0 && (
        <span className="mt-1 block sm:text-left">
          <span className="block text-soft">
            Someone already registered? Their name, organisation and address stay as they are.
          </span>
          <CellSelect
            name={row.personName}
            label={`Line ${line} is`}
            groups={[
              {
                heading: null,
                options: offers.map(({ personId, label: offered }) => ({ value: personId, label: offered })),
              },
              { heading: null, options: [{ value: NEW_PERSON, label: "Someone new" }] },
            ]}
            defaultValue={attendee.personId ?? NEW_PERSON}
          />
        </span>
      )}
    </>
  );
}

function Outcome({ row: { outcome, because, attendee } }: { row: ListRow }) {
  const { word, tone } = OUTCOME[outcome];
  return (
    <>
      <Tag tone={tone}>{word}</Tag>
      {because && <span className="ml-2">{because}</span>}
      {outcome === "there" && <span className="block sm:text-left">Nothing about them changes.</span>}
      {outcome === "new" &&
        attendee.notes.map((note) => (
          <span key={note} className="block text-warning sm:text-left">
            {note}
          </span>
        ))}
    </>
  );
}
