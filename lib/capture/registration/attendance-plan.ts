import { personKey } from "@/lib/capture/people/person-match";
import type { School } from "@/lib/capture/people/school";
import type { Attendee } from "./attendance";

/** The roundtable's participants before a list is registered. */
export type Attending = {
  people: readonly { label: string; name: string | null; email: string | null; seat: string | null }[];
  tables: readonly { id: string; name: string }[];
  schools: ReadonlyMap<number, School>;
};

export type PlannedAttendee = {
  line: number;
  attendee: Attendee;
  /** "there" is left as it is; "refused" cannot be added. */
  outcome: "new" | "there" | "refused";
  /** The label they already have, or why they cannot be added. */
  because: string | null;
  tableId: string | null;
};

type Known = { label: string | null; where: string; key: string | null; email: string | null };

/**
 * What will happen with each row. A person is already there if their address is, or their name where no two
 * addresses differ; a row that occurs twice counts once. Pure, so that the page that shows the plan and the
 * command that carries it out cannot differ.
 */
export function planAttendance(attendees: readonly Attendee[], attending: Attending): PlannedAttendee[] {
  const known: Known[] = attending.people.map(({ label, name, email }) => ({
    label,
    where: `as ${label}`,
    key: name === null ? null : personKey(name),
    email: email?.toLowerCase() ?? null,
  }));
  const seats = new Set(attending.people.flatMap(({ seat }) => seat ?? []));
  const lineOfPerson = new Map<string, number>();
  return attendees.map((read) => {
    const attendee = withSchool(read, attending.schools);
    const notes = [...attendee.notes];
    const verdict = verdictOf(attendee, known, lineOfPerson);
    if (verdict.outcome === "new" && attendee.personId) lineOfPerson.set(attendee.personId, attendee.line);
    const table = attending.tables.find(({ name }) => name.toLowerCase() === attendee.table?.toLowerCase());
    if (verdict.outcome === "new") {
      known.push(asKnown(attendee));
      if (attendee.table && !table) notes.push(`Table “${attendee.table}” does not exist, and is left out.`);
      if (attendee.seat && seats.has(attendee.seat))
        notes.push(`Seat ${attendee.seat} is taken, and is left out.`);
    }
    const seat = attendee.seat && !seats.has(attendee.seat) ? attendee.seat : null;
    if (verdict.outcome === "new" && seat) seats.add(seat);
    return {
      line: attendee.line,
      attendee: { ...attendee, seat, notes },
      ...verdict,
      tableId: table?.id ?? null,
    };
  });
}

function asKnown({ line, name, email, label }: Attendee): Known {
  return {
    label,
    where: `in line ${line} of this list`,
    key: name === null ? null : personKey(name),
    email: email?.toLowerCase() ?? null,
  };
}

function verdictOf(
  attendee: Attendee,
  known: readonly Known[],
  lineOfPerson: ReadonlyMap<string, number>,
): Pick<PlannedAttendee, "outcome" | "because"> {
  const { name, label } = attendee;
  const email = attendee.email?.toLowerCase() ?? null;
  if (name === null && label === null)
    return { outcome: "refused", because: "It has neither a name nor a label." };
  const key = name === null ? null : personKey(name);
  const same = known.find(
    (one) =>
      (email !== null && one.email === email) ||
      (key !== null && one.key === key && (one.email === null || email === null)) ||
      (label !== null && one.label === label && (key === null || one.key === null)),
  );
  if (same) return { outcome: "there", because: same.where };
  const taken = label !== null && known.find((one) => one.label === label);
  if (taken) return { outcome: "refused", because: `Somebody else has the label ${label}.` };
  const line = attendee.personId === null ? undefined : lineOfPerson.get(attendee.personId);
  if (line !== undefined) return { outcome: "refused", because: `Line ${line} is the same person.` };
  return { outcome: "new", because: null };
}

/** Fills what the list leaves empty from the register of schools, where a school's number is given. */
function withSchool(attendee: Attendee, schools: Attending["schools"]): Attendee {
  if (attendee.urn === null) return attendee;
  const school = schools.get(attendee.urn);
  if (!school) {
    const note = `School number ${attendee.urn} is not in the register, and is left out.`;
    return { ...attendee, urn: null, notes: [...attendee.notes, note] };
  }
  return {
    ...attendee,
    organisation: attendee.organisation ?? school.name,
    phase: attendee.phase ?? school.phase,
    setting: attendee.setting ?? school.setting,
    region: attendee.region ?? school.region,
  };
}
