import { requireCan, type Viewer } from "@/lib/access/policy";
import { noteNames } from "@/lib/access/reading";
import { visibleIdentities, visibleRoundtables } from "@/lib/access/scope";
import { tookPartElsewhere } from "@/lib/capture/people/queries/registrable";
import { transaction, type Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { readAttendee, type SentRow } from "../attendance";
import type { ListInput } from "../attendance-list";
import { listView } from "../attendance-list-view";
import { mapRows } from "../attendance-mapping";
import {
  likelyPerson,
  NEW_PERSON,
  offersFor,
  personName,
  type KnownPerson,
  type Offer,
} from "../attendance-people";
import { planAttendance, type Attending } from "../attendance-plan";
import type { ReadList } from "../attendance-state";

/**
 * A list of people with everything that was recognised in it, and the rows as they would be registered;
 * nothing is changed. It compares names, and records that they were read.
 */
export async function readAttendanceList(
  viewer: Viewer,
  input: ListInput,
  /** False when people are added: then only a person who was seen and chosen on the page is used. */
  { suggesting = true } = {},
): Promise<{ list: ReadList; rows: SentRow[] }> {
  const { roundtableId, file, columns, choices } = input;
  return transaction(async (tx) => {
    const reviewId = await requireRegistering(tx, viewer, roundtableId);
    const tables = (await readTables(tx, roundtableId)).map(({ name }) => name);
    const mapping = { columns, choices, tables };
    const { rows: mapped, leftOut } = mapRows(file.rows, mapping);
    const known = await readKnownPeople(tx, viewer, reviewId, roundtableId);
    const offers = new Map(mapped.map((row) => [row.line, offersFor(readAttendee(row), known)] as const));
    // Names from other roundtables are shown in the rows.
    if ([...offers.values()].some(({ length }) => length > 0))
      await noteNames(viewer, { reviewId, subjectType: "review", subjectId: reviewId }, tx);
    const rows = mapped.map((row) => withPerson(row, offers.get(row.line) ?? [], input, suggesting));
    const attendees = rows.map(readAttendee);
    const plan = planAttendance(attendees, await readAttending(tx, roundtableId, attendees));
    return { list: listView(input, { plan, offers, tables, leftOut }), rows };
  });
}

/**
 * The person chosen for the row, if it was one of those offered; otherwise the likely person, as a
 * suggestion.
 */
function withPerson(
  row: SentRow,
  offers: readonly Offer[],
  { people }: ListInput,
  suggesting: boolean,
): SentRow {
  const chosen = people[personName(row.line)];
  if (chosen === NEW_PERSON) return row;
  const offered = offers.find(({ personId }) => personId === chosen)?.personId;
  const personId = offered ?? (suggesting ? likelyPerson(offers) : null);
  return personId === null ? row : { ...row, personId };
}

async function requireRegistering(tx: Tx, viewer: Viewer, roundtableId: string): Promise<string> {
  const roundtable = await tx.roundtable.findFirst({
    where: { AND: [{ id: roundtableId }, visibleRoundtables(viewer)] },
    select: { reviewId: true },
  });
  if (!roundtable) throw notFound("roundtable");
  requireCan(viewer, "participant.register", roundtable);
  requireCan(viewer, "identity.read", roundtable);
  const { reviewId } = roundtable;
  await noteNames(viewer, { reviewId, subjectType: "roundtable", subjectId: roundtableId }, tx);
  return reviewId;
}

/** Named people of the review who have not left, were not erased and are not at this roundtable yet. */
async function readKnownPeople(
  tx: Tx,
  viewer: Viewer,
  reviewId: string,
  roundtableId: string,
): Promise<KnownPerson[]> {
  const rows = await tx.identity.findMany({
    where: {
      AND: [{ person: tookPartElsewhere(reviewId, roundtableId) }, visibleIdentities(viewer)],
    },
    orderBy: { personId: "asc" },
    select: {
      personId: true,
      name: true,
      organisation: true,
      email: true,
      person: {
        select: { participants: { select: { label: true, roundtable: { select: { title: true } } } } },
      },
    },
  });
  return rows.map(({ person, ...identity }) => ({
    ...identity,
    places: person.participants.map(({ label, roundtable }) => `${label} at ${roundtable.title}`),
  }));
}

function readTables(tx: Tx, roundtableId: string): Promise<{ id: string; name: string }[]> {
  return tx.breakoutTable.findMany({
    where: { roundtableId, endedAt: null },
    orderBy: { position: "asc" },
    select: { id: true, name: true },
  });
}

/** Who is at the roundtable, its tables, and the schools that the list gives by number. */
export async function readAttending(
  tx: Tx,
  roundtableId: string,
  attendees: readonly { urn: number | null }[],
): Promise<Attending> {
  const people = await tx.participant.findMany({
    where: { roundtableId },
    select: {
      label: true,
      seat: true,
      person: { select: { identity: { select: { name: true, email: true } } } },
    },
  });
  const tables = await readTables(tx, roundtableId);
  const schools = await tx.school.findMany({
    where: { urn: { in: attendees.flatMap(({ urn }) => urn ?? []) } },
  });
  return {
    people: people.map(({ label, seat, person: { identity } }) => ({
      label,
      seat,
      name: identity?.name ?? null,
      email: identity?.email ?? null,
    })),
    tables,
    schools: new Map(schools.map((school) => [school.urn, school])),
  };
}
