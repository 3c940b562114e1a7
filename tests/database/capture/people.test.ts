import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import type { AttendanceCells } from "@/lib/capture/registration/attendance";
import { newList } from "@/lib/capture/registration/attendance-list";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { leaveReview } from "@/lib/capture/protection/commands/leave-review";
import { matchPeople, markDifferentPeople } from "@/lib/capture/people/commands/match-people";
import { registerAttendance } from "@/lib/capture/registration/commands/register-attendance";
import { registerParticipant } from "@/lib/capture/people/commands/register-participant";
import { separatePerson } from "@/lib/capture/people/commands/separate-person";
import { readAttendanceList } from "@/lib/capture/registration/queries/attending";
import { listIdentities, listParticipants } from "@/lib/capture/people/queries/participants";
import { listMatches } from "@/lib/capture/people/queries/people";
import { db } from "@/lib/platform/db";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeMember,
  makeParticipant,
  makeReview,
  makeRoundtable,
  makeStranger,
  type TestReview,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

let review: TestReview;
let lead: Viewer;
let facilitator: Viewer;

beforeAll(async () => {
  ({ review, lead, facilitator } = await makeScene({ members: ["lead", "facilitator"] }));
});

/** A file as the page sends it. */
const listOf = (header: string, ...contributions: string[]) => ({
  fileName: "people.csv",
  header: header.split(","),
  rows: contributions.map((line, index) => ({ line: index + 2, cells: line.split(",") })),
});
const rowsOf = (...cells: AttendanceCells[]) => cells.map((one, index) => ({ line: index + 2, cells: one }));

describe("an attendance list", () => {
  test("adds each person once, however often it is sent", async () => {
    const { id: roundtableId } = await makeRoundtable(review);
    await registerParticipant(facilitator, { roundtableId, name: "Ada Byron" });
    const rows = rowsOf(
      { name: "Ada Byron", role: "Head" },
      { name: "Grace Murray", email: "grace@example.org", role: "SENCO", npqsTaken: "NPQH", seat: "4" },
      { name: "Host Person", host: "yes" },
      { name: "Late Person", present: "no", role: "Wizard", label: "P02" },
    );
    const seen = newList(roundtableId, listOf("Name", "Ada Byron", "Grace Murray"), {});
    const { list } = await readAttendanceList(facilitator, seen);
    expect(list.rows.map(({ outcome }) => outcome)).toEqual(["there", "new"]);
    expect(await listParticipants(facilitator, roundtableId)).toHaveLength(1);
    const input = { roundtableId, rows };
    expect(await registerAttendance(facilitator, input)).toEqual({ added: 3, there: 1, refused: 0 });
    expect(await registerAttendance(facilitator, input)).toEqual({ added: 0, there: 4, refused: 0 });
    const listed = await listParticipants(facilitator, roundtableId);
    expect(
      listed.map(({ label, role, present, seat, npqsTaken }) => [label, role, present, seat, npqsTaken]),
    ).toEqual([
      ["P01", null, true, null, []],
      ["P02", null, false, null, []],
      ["P03", "SENCO", true, "4", ["NPQH"]],
      ["H1", null, true, null, []],
    ]);
    const names = await listIdentities(facilitator, roundtableId);
    expect([...names.values()].map(({ name }) => name).sort()).toEqual([
      "Ada Byron",
      "Grace Murray",
      "Host Person",
      "Late Person",
    ]);
  });

  test("sent by two facilitators at once adds nobody twice", async () => {
    const { id: roundtableId } = await makeRoundtable(review);
    const rows = rowsOf({ name: "One Person" }, { name: "Two Person" });
    const both = await Promise.all([
      registerAttendance(facilitator, { roundtableId, rows }),
      registerAttendance(lead, { roundtableId, rows }),
    ]);
    expect(both.map(({ added }) => added).sort()).toEqual([0, 2]);
  });

  test("records what each permits, and takes somebody of another roundtable as the same person", async () => {
    const { review: own, facilitator: viewer } = await makeScene({ members: ["facilitator"] });
    const [before, now] = [await makeRoundtable(own), await makeRoundtable(own)];
    const ada = { name: "Ada Byron", organisation: "Ash School" };
    const { personId } = await registerParticipant(viewer, { ...ada, roundtableId: before.id });
    const input = newList(
      now.id,
      listOf("Name,School,Consent", "Ada Byron,Ash School,Verbatim", "Ben,,No"),
      {},
    );
    const { list, rows } = await readAttendanceList(viewer, input);
    expect(list.problems).toEqual({});
    expect(list.rows.map(({ offers }) => offers.map((one) => [one.personId, one.likely]))).toEqual([
      [[personId, true]],
      [],
    ]);
    const personOf = async (people: Record<string, string>) => {
      const read = await readAttendanceList(viewer, { ...input, people }, { suggesting: false });
      return read.rows[0]?.personId;
    };
    expect(await personOf({})).toBeUndefined();
    expect(await personOf({ "person-2": personId })).toBe(personId);
    const sent = { roundtableId: now.id, rows, means: "paper" as const };
    expect(await registerAttendance(viewer, sent)).toEqual({ added: 2, there: 0, refused: 0 });
    expect(await registerAttendance(viewer, sent)).toEqual({ added: 0, there: 2, refused: 0 });
    const listed = await listParticipants(viewer, now.id);
    expect(listed.map((one) => [one.personId === personId, one.permission, one.choice?.means])).toEqual([
      [true, "verbatim", "paper"],
      [false, "not_published", "paper"],
    ]);
  });

  test("takes nobody of another review, nobody who left, and no choice that was not offered", async () => {
    const { review: own, facilitator: viewer } = await makeScene({ members: ["facilitator"] });
    const other = await makeScene({ members: ["facilitator"], roundtable: {} });
    const { facilitator: stranger, roundtable: elsewhere } = other;
    const { personId } = await registerParticipant(stranger, { roundtableId: elsewhere.id, name: "Ada" });
    const [before, now] = [await makeRoundtable(own), await makeRoundtable(own)];
    const gone = await registerParticipant(viewer, { roundtableId: before.id, name: "Ada" });
    await leaveReview(viewer, { personId: gone.personId });
    const input = newList(now.id, listOf("Name", "Ada"), {});
    const { list, rows } = await readAttendanceList(viewer, { ...input, people: { "person-2": personId } });
    expect(list.rows[0]?.offers).toEqual([]);
    expect(rows).toEqual([{ line: 2, cells: { name: "Ada" } }]);
    for (const id of [personId, gone.personId])
      await expect(
        registerAttendance(viewer, {
          roundtableId: now.id,
          rows: [{ line: 2, cells: { name: "Ada" }, personId: id }],
        }),
      ).rejects.toMatchObject({ kind: "invalid" });
    expect(await listParticipants(viewer, now.id)).toEqual([]);
  });

  test.each(["reviewer", "fellow"] as const)("is not for a %s", async (role) => {
    const viewer = await makeMember(review, role);
    const { id: roundtableId } = await makeRoundtable(review);
    const rows = rowsOf({ name: "One Person" });
    await expect(
      readAttendanceList(viewer, newList(roundtableId, listOf("Name", "One Person"), {})),
    ).rejects.toMatchObject({ kind: "not-found" });
    await expect(registerAttendance(viewer, { roundtableId, rows })).rejects.toMatchObject({
      kind: "not-found",
    });
    await expect(registerAttendance(facilitator, { roundtableId, rows })).resolves.toMatchObject({
      added: 1,
    });
  });

  test("reading names twice within the time limit is recorded once", async () => {
    const { id: roundtableId } = await makeRoundtable(review);
    await readAttendanceList(facilitator, newList(roundtableId, listOf("Name", "One Person"), {}));
    await registerParticipant(facilitator, { roundtableId, name: "Ada" });
    await listIdentities(facilitator, roundtableId);
    await listIdentities(facilitator, roundtableId);
    const where = { action: "identity.read", subjectId: roundtableId };
    expect(await db().auditEntry.count({ where })).toBe(1);
    await listIdentities(lead, roundtableId);
    expect(await db().auditEntry.count({ where })).toBe(2);
  });
});

/** Two people of one name at two roundtables, each with a line. */
async function makeTwice(own: TestReview, name: string) {
  const tables = [await makeRoundtable(own), await makeRoundtable(own)] as const;
  const first = await makeParticipant(own, tables[0], { name });
  const second = await makeParticipant(own, tables[1], { name });
  await makeContribution(tables[0], { participant: first });
  await makeContribution(tables[1], { participant: second });
  return { first, second, roundtables: tables };
}

async function peopleCounted(reviewId: string): Promise<number> {
  const [row] = await db().$queryRaw<{ people: number }[]>`
    SELECT count(DISTINCT person_id)::int AS people FROM counted_contribution WHERE review_id = ${reviewId}::uuid`;
  return row?.people ?? 0;
}

describe("one person at several roundtables", () => {
  test("counts as one once a facilitator says so, and as two again when they are separated", async () => {
    const { review: own, facilitator: viewer } = await makeScene({ members: ["facilitator"] });
    const { first, second } = await makeTwice(own, "Jo Bloggs");
    expect(await peopleCounted(own.id)).toBe(2);
    const before = await listMatches(viewer, own.id);
    expect(before.possible).toMatchObject([{ reasons: ["name"] }]);
    const pair = { personId: second.personId, otherId: first.personId };
    expect(await matchPeople(viewer, pair)).toEqual({ personId: first.personId });
    expect(await peopleCounted(own.id)).toBe(1);
    const matched = await listMatches(viewer, own.id);
    expect(matched).toMatchObject({ possible: [], matched: [{ id: second.personId, name: "Jo Bloggs" }] });
    const person = await db().person.findUniqueOrThrow({
      where: { id: second.personId },
      include: { identity: true },
    });
    expect(person).toMatchObject({ sameAsId: first.personId, identity: { name: "Jo Bloggs" } });
    await expect(matchPeople(viewer, pair)).rejects.toThrow(/just decided about one of these people/);
    await separatePerson(viewer, { personId: second.personId });
    await separatePerson(viewer, { personId: second.personId });
    expect(await peopleCounted(own.id)).toBe(2);
    const back = await db().participant.findUniqueOrThrow({ where: { id: second.id } });
    expect(back.personId).toBe(second.personId);
    expect(await listMatches(viewer, own.id)).toMatchObject({
      possible: [],
      matched: [],
      differentPeople: [{}],
    });
    // Whoever changes their mind can say so.
    await expect(matchPeople(viewer, pair)).resolves.toBeDefined();
  });

  test("a chain of three comes apart in any order", async () => {
    const { review: own, facilitator: viewer } = await makeScene({ members: ["facilitator"] });
    const { first, second } = await makeTwice(own, "Jo Bloggs");
    const third = await makeParticipant(own, await makeRoundtable(own), { name: "Jo Bloggs" });
    await matchPeople(viewer, { personId: second.personId, otherId: third.personId });
    await matchPeople(viewer, { personId: first.personId, otherId: second.personId });
    const at = async (id: string) => (await db().participant.findUniqueOrThrow({ where: { id } })).personId;
    expect(await at(third.id)).toBe(first.personId);
    await separatePerson(viewer, { personId: third.personId });
    expect(await at(third.id)).toBe(third.personId);
    expect(await at(second.id)).toBe(first.personId);
    await separatePerson(viewer, { personId: second.personId });
    expect(await at(second.id)).toBe(second.personId);
    expect(await at(third.id)).toBe(third.personId);
  });

  test("is refused for two at one roundtable, for strangers, and for the erased", async () => {
    const scene = await makeScene({ members: ["lead", "facilitator"] });
    const { review: own, lead: owner, facilitator: viewer } = scene;
    const { first, second, roundtables } = await makeTwice(own, "Jo Bloggs");
    const alongside = await makeParticipant(own, roundtables[0], { name: "Jo Bloggs" });
    const pair = { personId: first.personId, otherId: alongside.personId };
    await expect(matchPeople(viewer, pair)).rejects.toThrow(/Both were at/);
    const elsewhere = await makeReview();
    const far = await makeParticipant(elsewhere, await makeRoundtable(elsewhere), { name: "Jo Bloggs" });
    await expect(
      matchPeople(viewer, { personId: first.personId, otherId: far.personId }),
    ).rejects.toMatchObject({ kind: "not-found" });
    const good = { personId: first.personId, otherId: second.personId };
    const others = [
      await makeMember(own, "reviewer"),
      await makeMember(own, "fellow"),
      await makeMember(elsewhere, "lead"),
      await makeStranger(),
    ];
    for (const other of others) {
      await expect(matchPeople(other, good)).rejects.toMatchObject({ kind: "not-found" });
      await expect(markDifferentPeople(other, good)).rejects.toMatchObject({ kind: "not-found" });
      await expect(separatePerson(other, good)).rejects.toMatchObject({ kind: "not-found" });
      await expect(listMatches(other, own.id)).rejects.toBeDefined();
    }
    await markDifferentPeople(viewer, good);
    const { possible, differentPeople } = await listMatches(viewer, own.id);
    expect([possible.length, differentPeople.length]).toEqual([1, 1]);
    await matchPeople(viewer, good);
    await erasePerson(owner, { personId: first.personId });
    await expect(separatePerson(viewer, { personId: second.personId })).rejects.toThrow(/erased/);
    await expect(
      matchPeople(viewer, { personId: first.personId, otherId: alongside.personId }),
    ).rejects.toThrow(/erased/);
  });
});
