import { requireCan, type Viewer } from "@/lib/access/policy";
import { findPerson } from "@/lib/capture/people/commands/find-person";
import { schoolOfName, setAttributes, setPermission } from "@/lib/capture/people/commands/participant-rows";
import { labeller, type ToldMeans } from "@/lib/capture/people/participant";
import { findRoundtable, lockRoundtable } from "@/lib/capture/roundtable/commands/find-roundtable";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { publish } from "@/lib/platform/events";
import { readAttendee, type Attendee, type RegisterAttendanceInput } from "../attendance";
import { planAttendance, type PlannedAttendee } from "../attendance-plan";
import { readAttending } from "../queries/attending";

type Place = { reviewId: string; roundtableId: string; byId: string; means: ToldMeans };

/**
 * Registers the people of an attendance list who are not there yet. The plan is made again under the
 * roundtable's lock, so that a list sent twice, or by two facilitators at once, adds nobody twice.
 */
export const registerAttendance = command(async (tx, viewer: Viewer, input: RegisterAttendanceInput) => {
  const { roundtableId } = input;
  const { reviewId } = await findRoundtable(tx, viewer, roundtableId);
  requireCan(viewer, "participant.register", { reviewId });
  requireCan(viewer, "identity.read", { reviewId });
  await lockRoundtable(tx, roundtableId);
  const attendees = input.rows.map(readAttendee);
  const attending = await readAttending(tx, roundtableId, attendees);
  const plan = planAttendance(attendees, attending);
  const added = plan.filter(({ outcome }) => outcome === "new");
  // Labels that the list gives are reserved for those people.
  const given = added.flatMap(({ attendee }) => attendee.label ?? []);
  const nextLabel = labeller([...attending.people.map(({ label }) => label), ...given]);
  const means = input.means ?? "facilitator";
  const place = { reviewId, roundtableId, byId: viewer.userId, means };
  const participantIds: string[] = [];
  for (const one of added) {
    const label = one.attendee.label ?? nextLabel(one.attendee.host);
    participantIds.push(await add(tx, place, one, label));
  }
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "attendance.register",
    subjectType: "roundtable",
    subjectId: roundtableId,
    detail: { participantIds },
  });
  if (added.length > 0) await publish(tx, { kind: "participant.changed", reviewId, roundtableId });
  const there = plan.filter(({ outcome }) => outcome === "there").length;
  return { added: added.length, there, refused: plan.length - added.length - there };
});

async function add(tx: Tx, place: Place, { attendee, tableId }: PlannedAttendee, label: string) {
  const { reviewId, roundtableId, byId, means } = place;
  const { host, present, seat } = attendee;
  const personId = attendee.personId
    ? await findPerson(tx, reviewId, roundtableId, attendee.personId)
    : await makePerson(tx, reviewId, attendee);
  const { id } = await tx.participant.create({
    data: { reviewId, roundtableId, personId, label, host, present, seat, tableId, createdById: byId },
    select: { id: true },
  });
  await setAttributes(tx, id, attendee, byId);
  const choice = { level: attendee.permission, means };
  if (choice.level !== null) await setPermission(tx, { participantId: id, reviewId }, choice, byId);
  return id;
}

async function makePerson(tx: Tx, reviewId: string, { name, organisation, email, urn }: Attendee) {
  const schoolUrn = await schoolOfName(tx, urn, organisation);
  const identity = name === null ? {} : { create: { name, organisation, email, schoolUrn } };
  const { id } = await tx.person.create({ data: { reviewId, identity }, select: { id: true } });
  return id;
}
