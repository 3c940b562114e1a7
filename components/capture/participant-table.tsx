import Link from "next/link";
import { Table } from "@/components/ui/table";
import type { IdentityOf, Participant } from "@/lib/capture/participant";
import { MEANS_WORDS, NO_PERMISSION, PERMISSION_WORDS } from "@/lib/capture/words";

type Props = {
  participants: readonly Participant[];
  /** Shown when somebody asked for them. */
  names: ReadonlyMap<string, IdentityOf> | null;
  /** The page of the people, which each one's page lies under. */
  here: string;
};

/** Who was there, where they sat, what they permit and how often they were recorded. */
export function ParticipantTable({ participants, names, here }: Props) {
  const seated = participants.some(({ seat }) => seat !== null);
  const atTables = participants.some(({ table }) => table !== null);
  return (
    <Table
      caption="People at this roundtable"
      captionHidden
      columns={[
        { label: "Label" },
        ...(names ? [{ label: "Name" }] : []),
        { label: "Who they are" },
        ...(seated ? [{ label: "Seat" }] : []),
        ...(atTables ? [{ label: "Table" }] : []),
        { label: "Permits" },
        { label: "Lines", numeric: true },
      ]}
      rows={participants.map((one) => ({
        key: one.id,
        cells: [
          <Link key="label" href={`${here}/${one.id}`}>
            {one.label}
          </Link>,
          ...(names ? [nameOf(names.get(one.id))] : []),
          standing(one),
          ...(seated ? [one.seat ?? "None"] : []),
          ...(atTables ? [one.table ?? "None"] : []),
          <Permits key="permits" participant={one} />,
          one.lines,
        ],
      }))}
    />
  );
}

function Permits({ participant: { permission, choice, host } }: { participant: Participant }) {
  if (host && !permission) return <>Not asked</>;
  if (!permission || !choice) return <>{NO_PERMISSION}</>;
  return (
    <>
      {PERMISSION_WORDS[permission]}
      <span className="block text-sm text-soft sm:text-left">
        {MEANS_WORDS[choice.means]}
        {choice.older && `, under wording ${choice.wording}, which has changed since`}
      </span>
    </>
  );
}

function nameOf(identity: IdentityOf | undefined): string {
  if (!identity) return "Not given";
  return identity.organisation ? `${identity.name}, ${identity.organisation}` : identity.name;
}

function standing({ host, present, erased, description }: Participant): string {
  if (erased) return "Erased at their request";
  return [host && "Host or official", description || (host ? "" : "Not described"), !present && "not present"]
    .filter(Boolean)
    .join(", ");
}
