import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleRoundtables } from "@/lib/access/scope";
import { transaction, type Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { readAttendee, type SentRow } from "../attendance";
import { planAttendance, type Attending, type PlannedAttendee } from "../attendance-plan";
import { noteReading } from "./person-reading";

/** What will happen with each row of a list; nothing is changed. It compares names, and so is a reading of them. */
export async function previewAttendance(
  viewer: Viewer,
  roundtableId: string,
  rows: readonly SentRow[],
): Promise<PlannedAttendee[]> {
  return transaction(async (tx) => {
    const roundtable = await tx.roundtable.findFirst({
      where: { AND: [{ id: roundtableId }, visibleRoundtables(viewer)] },
      select: { reviewId: true },
    });
    if (!roundtable) throw notFound("roundtable");
    requireCan(viewer, "participant.register", roundtable);
    requireCan(viewer, "identity.read", roundtable);
    const { reviewId } = roundtable;
    await noteReading(tx, viewer, { reviewId, subjectType: "roundtable", subjectId: roundtableId });
    const attendees = rows.map(readAttendee);
    return planAttendance(attendees, await readAttending(tx, roundtableId, attendees));
  });
}

/** Who is at the roundtable, its tables, and the schools that the list names by number. */
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
  const tables = await tx.breakoutTable.findMany({
    where: { roundtableId, endedAt: null },
    select: { id: true, name: true },
  });
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
