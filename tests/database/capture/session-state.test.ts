import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { arrangeTables, endTables } from "@/lib/capture/roundtable/commands/arrange-tables";
import { seatParticipant } from "@/lib/capture/people/commands/seat-participant";
import { announcePresence } from "@/lib/capture/session/commands/announce-presence";
import { listIdentities } from "@/lib/capture/people/queries/participants";
import { getSessionState } from "@/lib/capture/session/queries/session-state";
import { listShownContributions } from "@/lib/capture/session/queries/shown-contributions";
import { ArrangeTablesInput, SeatParticipantInput } from "@/lib/capture/roundtable/tables";
import { db } from "@/lib/platform/db";
import { startEvents, stopEvents, subscribe, type LiveEvent } from "@/lib/platform/events";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeMember,
  makeParticipant,
  makeRoundtable,
  makeStranger,
  makeTagging,
  makeTheme,
  type TestParticipant,
  type TestReview,
  type TestRoundtable,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

let review: TestReview;
let facilitator: Viewer;
let roundtable: TestRoundtable;
let people: TestParticipant[];

beforeAll(async () => {
  const attributes = { role: "headteacher" };
  ({
    review,
    facilitator,
    roundtable,
    participants: people,
  } = await makeScene({
    members: ["facilitator"],
    participants: [
      { name: "Sentinel Alpha", attributes },
      { name: "Sentinel Beta", attributes },
    ],
  }));
});
afterAll(() => stopEvents());

const id = (index: number) => people[index]?.id ?? "";

describe("break-out tables", () => {
  test("are named, have a facilitator and people, and end together", async () => {
    const input = ArrangeTablesInput.parse({
      roundtableId: roundtable.id,
      tableId: ["", "", ""],
      tableName: ["Window", "", "Door"],
      tableFacilitator: [facilitator.userId, "", ""],
      [`at-${id(0)}`]: "1",
      [`at-${id(1)}`]: "3",
    });
    const { tableIds } = await arrangeTables(facilitator, input);
    const seated = async () => {
      const { participants } = await getSessionState(facilitator, roundtable.id);
      return [id(0), id(1)].map((one) => participants.find((person) => person.id === one)?.tableId);
    };
    expect(await seated()).toEqual(tableIds);
    const { tables } = await getSessionState(facilitator, roundtable.id);
    expect(tables).toMatchObject([
      { name: "Window", facilitatorId: facilitator.userId, endedAt: null },
      { name: "Door", facilitatorId: null, endedAt: null },
    ]);
    const again = ArrangeTablesInput.parse({
      roundtableId: roundtable.id,
      tableId: tableIds[0],
      tableName: "Garden",
      tableFacilitator: "",
    });
    expect((await arrangeTables(facilitator, again)).tableIds).toEqual([tableIds[0]]);
    expect(await endTables(facilitator, { roundtableId: roundtable.id })).toEqual({ ended: 2 });
    expect(await endTables(facilitator, { roundtableId: roundtable.id })).toEqual({ ended: 0 });
    expect(await seated()).toEqual([null, null]);
    await expect(arrangeTables(facilitator, again)).rejects.toThrow(/has ended one of these tables/);
  });

  test("are refused without a name, with the same name, or with somebody from elsewhere", async () => {
    const form = (over: object) => ({
      roundtableId: roundtable.id,
      tableId: "",
      tableFacilitator: "",
      ...over,
    });
    expect(ArrangeTablesInput.safeParse(form({ tableName: "" })).success).toBe(false);
    const twins = form({ tableId: ["", ""], tableName: ["A", "a"], tableFacilitator: ["", ""] });
    expect(ArrangeTablesInput.safeParse(twins).success).toBe(false);
    const reviewer = await makeMember(review, "reviewer");
    const by = ArrangeTablesInput.parse(form({ tableName: "A", tableFacilitator: reviewer.userId }));
    await expect(arrangeTables(facilitator, by)).rejects.toThrow(/facilitators in this review/);
    const stranger = await makeParticipant(review, await makeRoundtable(review));
    const at = ArrangeTablesInput.parse(form({ tableName: "A", [`at-${stranger.id}`]: "1" }));
    await expect(arrangeTables(facilitator, at)).rejects.toThrow(/people at this roundtable/);
  });
});

test("nobody sits on another's seat", async () => {
  const seat = (participantId: string, value: string) =>
    seatParticipant(facilitator, SeatParticipantInput.parse({ participantId, seat: value }));
  await seat(id(0), " a3 ");
  await expect(seat(id(1), "A3")).rejects.toThrow(/is in seat A3/);
  await seat(id(0), "");
  await seat(id(1), "A3");
  const { participants } = await getSessionState(facilitator, roundtable.id);
  expect(participants.map((person) => person.seat)).toEqual([null, "A3"]);
  expect(SeatParticipantInput.safeParse({ participantId: id(0), seat: "by the door" }).success).toBe(false);
});

test("the session and the record bear no name, and are for facilitators alone", async () => {
  const contribution = await makeContribution(roundtable, { participant: { id: id(0) } });
  const session = await getSessionState(facilitator, roundtable.id);
  expect(session.participants[0]).toMatchObject({
    description: "Headteacher",
    contributions: 1,
    present: true,
  });
  const record = await listShownContributions(facilitator, roundtable.id, "all");
  expect(record.contributions.map((one) => one.id)).toContain(contribution.id);
  expect(JSON.stringify([session, record])).not.toMatch(/Sentinel/);
  for (const role of ["reviewer", "fellow"] as const) {
    const viewer = await makeMember(review, role);
    await expect(getSessionState(viewer, roundtable.id)).rejects.toMatchObject({ kind: "not-found" });
    await expect(listShownContributions(viewer, roundtable.id, "all")).rejects.toMatchObject({
      kind: "not-found",
    });
  }
  await expect(getSessionState(await makeStranger(), roundtable.id)).rejects.toMatchObject({
    kind: "not-found",
  });
});

test("contributions asked for by their ids come with their themes, and no other does", async () => {
  const own = await makeRoundtable(review);
  const [old, , tagged] = [
    await makeContribution(own),
    await makeContribution(own),
    await makeContribution(own),
  ];
  const theme = await makeTheme(review);
  await makeTagging(tagged, theme, "ask");
  const asked = await listShownContributions(facilitator, own.id, { ids: [old.id, tagged.id, randomUUID()] });
  expect(asked.contributions.map(({ themeIds }) => themeIds).flat()).toEqual([theme.id]);
  expect(asked.contributions.map(({ id }) => id).sort()).toEqual([old.id, tagged.id].sort());
});

test("names are recorded as read once within the time limit, for each reader and roundtable", async () => {
  const reader = await makeMember(review, "facilitator");
  const own = await makeRoundtable(review);
  await makeParticipant(review, own);
  const read = () =>
    db().auditEntry.count({ where: { action: "identity.read", actorId: reader.userId, subjectId: own.id } });
  await listIdentities(reader, own.id);
  await listIdentities(reader, own.id);
  expect(await read()).toBe(1);
  await listIdentities(facilitator, own.id);
  expect(await read()).toBe(1);
});

test("presence is announced with ids, stored nowhere, and not sent by people from elsewhere", async () => {
  await startEvents();
  const heard: LiveEvent[] = [];
  const unsubscribe = subscribe((event) => heard.push(event));
  const present = { roundtableId: roundtable.id, tableId: null, writingFor: id(0), leaving: false };
  const entries = await db().auditEntry.count();
  await announcePresence(facilitator, present);
  await expect
    .poll(() => heard.filter(({ kind }) => kind === "presence"))
    .toEqual([
      {
        kind: "presence",
        reviewId: review.id,
        roundtableId: roundtable.id,
        userId: facilitator.userId,
        participantId: id(0),
        tableId: null,
        leaving: false,
      },
    ]);
  unsubscribe();
  expect(await db().auditEntry.count()).toBe(entries);
  await expect(announcePresence(await makeStranger(), present)).rejects.toMatchObject({ kind: "not-found" });
});
