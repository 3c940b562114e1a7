import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { applyRetention } from "@/lib/capture/protection/commands/apply-retention";
import { decideErasure } from "@/lib/capture/protection/commands/decide-erasure";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { matchPeople } from "@/lib/capture/people/commands/match-people";
import { endHold, setHold } from "@/lib/capture/protection/commands/set-hold";
import { setRetention } from "@/lib/capture/protection/commands/set-retention";
import {
  countProtectionTasks,
  listErasureRequests,
  listHolds,
  listLabelled,
  previewRetention,
} from "@/lib/capture/protection/queries/protection";
import { db } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeMember,
  makeParticipant,
  makeReview,
  makeRoundtable,
  type TestParticipant,
  type TestReview,
  type TestRoundtable,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

let review: TestReview;
let lead: Viewer;
let roundtable: TestRoundtable;
let participant: TestParticipant;

/** Held on 14 May 2025 and kept for 24 months. */
beforeEach(async () => {
  ({ review, lead, roundtable, participant } = await makeScene({
    members: ["lead"],
    roundtable: { state: "closed" },
    participant: { attributes: { role: "SENCO" } },
    contribution: { text: "Theirs" },
  }));
});

const at = (day: string) => applyRetention(new Date(`${day}T06:00:00Z`));
const textsOf = async (id = roundtable.id) =>
  (await db().contribution.findMany({ where: { roundtableId: id }, orderBy: { text: "asc" } })).map(
    ({ text }) => text,
  );
const noticeOf = () => db().retentionNotice.findUnique({ where: { roundtableId: roundtable.id } });

describe("personal data falls due", () => {
  test("the lead is notified thirty days before, and on the day the words, names and descriptions are deleted", async () => {
    await makeContribution(roundtable, { text: "Nobody's" });
    const file = {
      roundtableId: roundtable.id,
      fileName: "Jo.csv",
      fileDigest: sha256(randomUUID()),
      mapping: {},
    };
    await db().import.create({
      data: {
        ...file,
        speakers: { Jo: participant.id },
        state: "visible",
        rows: 1,
        createdById: lead.userId,
      },
    });
    await at("2027-04-13");
    expect(await noticeOf()).toBeNull();
    await at("2027-04-14");
    await at("2027-04-15");
    expect(await noticeOf()).toMatchObject({ dueOn: new Date("2027-05-14"), deletedAt: null });
    expect(await countProtectionTasks(lead, review.id)).toEqual({ due: 1, requests: 0 });
    await at("2027-05-13");
    expect(await textsOf()).toEqual(["Nobody's", "Theirs"]);

    await at("2027-05-14");
    expect(await textsOf()).toEqual(["", ""]);
    expect(await db().identity.count({ where: { personId: participant.personId } })).toBe(0);
    expect(await db().participantAttribute.count({ where: { participantId: participant.id } })).toBe(0);
    expect(await db().import.findFirst({ where: { roundtableId: roundtable.id } })).toMatchObject({
      fileName: "Removed",
      speakers: {},
    });
    expect((await noticeOf())?.deletedAt).not.toBeNull();
    expect(await countProtectionTasks(lead, review.id)).toEqual({ due: 0, requests: 0 });
    // They were present, and were not erased at their own request.
    expect(await db().participant.findUniqueOrThrow({ where: { id: participant.id } })).toMatchObject({
      present: true,
    });
    expect(await db().person.findUniqueOrThrow({ where: { id: participant.personId } })).toMatchObject({
      erasedAt: null,
    });

    await at("2027-05-15");
    const entries = await db().auditEntry.findMany({
      where: { reviewId: review.id, action: { startsWith: "retention." } },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    });
    expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["retention.notice", null],
      ["retention.delete", null],
    ]);
  });

  test("nothing of another roundtable is deleted, and people who came again keep their name", async () => {
    const later = await makeRoundtable(review);
    await db().roundtable.update({ where: { id: later.id }, data: { heldOn: new Date("2026-03-01") } });
    const again = await makeParticipant(review, later, { personId: participant.personId });
    await makeContribution(later, { participant: again, text: "Said later" });
    await at("2027-04-20");
    await at("2027-05-20");
    expect(await textsOf()).toEqual([""]);
    expect(await textsOf(later.id)).toEqual(["Said later"]);
    expect(await db().identity.count({ where: { personId: participant.personId } })).toBe(1);
    await at("2028-02-10");
    await at("2028-03-01");
    expect(await textsOf(later.id)).toEqual([""]);
    expect(await db().identity.count({ where: { personId: participant.personId } })).toBe(0);
  });

  test("where nobody could be notified in time, a week passes between the notice and the deletion", async () => {
    await at("2027-08-01");
    expect(await textsOf()).toEqual(["Theirs"]);
    await at("2027-08-07");
    expect(await textsOf()).toEqual(["Theirs"]);
    await at("2027-08-08");
    expect(await textsOf()).toEqual([""]);
  });

  test("the lead may set fewer months, and more again before anything was deleted", async () => {
    await setRetention(lead, { reviewId: review.id, months: 12 });
    await at("2026-04-20");
    expect(await noticeOf()).toMatchObject({ dueOn: new Date("2026-05-14") });
    await setRetention(lead, { reviewId: review.id, months: 24 });
    await at("2026-05-20");
    expect(await noticeOf()).toBeNull();
    expect(await textsOf()).toEqual(["Theirs"]);
  });

  test("the preview says when and how much, also for another length", async () => {
    expect(await previewRetention(lead, review.id)).toMatchObject({
      months: 24,
      roundtables: [{ dueOn: new Date("2027-05-14"), contributions: 1, people: 1, held: 0, noticedAt: null }],
    });
    expect((await previewRetention(lead, review.id, 6)).roundtables[0]?.dueOn).toEqual(
      new Date("2025-11-14"),
    );
  });
});

describe("a hold", () => {
  const hold = (personId: string | null) =>
    setHold(lead, { reviewId: review.id, personId, reason: "A request under FOI" });

  test("of the review pauses the deletion, and it goes on when the hold ends", async () => {
    const { id } = await hold(null);
    await at("2027-04-20");
    await at("2027-05-20");
    expect(await textsOf()).toEqual(["Theirs"]);
    await endHold(lead, { id });
    await endHold(lead, { id });
    await at("2027-05-21");
    expect(await textsOf()).toEqual([""]);
  });

  test("of a person keeps their words and name, and nobody else's", async () => {
    const other = await makeParticipant(review, roundtable);
    await makeContribution(roundtable, { participant: other, text: "Another's" });
    await hold(participant.personId);
    await at("2027-04-20");
    await at("2027-05-20");
    expect(await textsOf()).toEqual(["", "Theirs"]);
    expect(await db().identity.count({ where: { personId: participant.personId } })).toBe(1);
    expect(await db().identity.count({ where: { personId: other.personId } })).toBe(0);
    expect((await noticeOf())?.deletedAt).toBeNull();
  });

  test("is set once, on somebody of the review", async () => {
    await hold(participant.personId);
    await expect(hold(participant.personId)).rejects.toMatchObject({ kind: "invalid" });
    const stranger = await makeParticipant(
      await makeReview(),
      await makeRoundtable(await makeReview()),
    ).catch(() => null);
    await expect(hold(stranger?.personId ?? randomUUID())).rejects.toMatchObject({ kind: "invalid" });
    expect(await listHolds(lead, review.id)).toMatchObject([
      { person: { personId: participant.personId }, reason: "A request under FOI", until: null },
    ]);
  });

  test("sends an erasure to the lead to decide, who refuses with a reason that is kept", async () => {
    await hold(null);
    const { personId } = participant;
    expect(await erasePerson(lead, { personId })).toEqual({ personId, contributions: 0, held: true });
    expect(await erasePerson(lead, { personId })).toMatchObject({ held: true });
    expect(await textsOf()).toEqual(["Theirs"]);
    const [request] = await listErasureRequests(lead, review.id);
    expect(await countProtectionTasks(lead, review.id)).toMatchObject({ requests: 1 });
    const requestId = request?.id ?? "";
    await decideErasure(lead, { requestId, decision: "refuse", reason: "A court asked for it" });
    expect(await listErasureRequests(lead, review.id)).toMatchObject([
      { erased: false, reason: "A court asked for it" },
    ]);
    expect(await textsOf()).toEqual(["Theirs"]);
    // It may be asked for again.
    expect(await erasePerson(lead, { personId })).toMatchObject({ held: true });
    const [again] = await listErasureRequests(lead, review.id);
    await decideErasure(lead, { requestId: again?.id ?? "", decision: "erase", reason: "" });
    await decideErasure(lead, { requestId: again?.id ?? "", decision: "erase", reason: "" });
    expect(await textsOf()).toEqual([""]);
    expect((await listErasureRequests(lead, review.id)).every(({ decidedAt }) => decidedAt !== null)).toBe(
      true,
    );
  });
});

test("holds, requests and retention are only for the lead", async () => {
  const facilitator = await makeMember(review, "facilitator");
  const elsewhere = await makeMember(await makeReview(), "lead");
  const { id } = await setHold(lead, { reviewId: review.id, personId: null, reason: "Why" });
  await erasePerson(lead, { personId: participant.personId });
  const [request] = await listErasureRequests(lead, review.id);
  const decision = { requestId: request?.id ?? "", decision: "refuse", reason: "Why" } as const;
  for (const [viewer, kind] of [
    [facilitator, "forbidden"],
    [elsewhere, "not-found"],
  ] as const) {
    const refused = { kind };
    await expect(listHolds(viewer, review.id)).rejects.toMatchObject(refused);
    await expect(listErasureRequests(viewer, review.id)).rejects.toMatchObject(refused);
    await expect(listLabelled(viewer, review.id)).rejects.toMatchObject(refused);
    await expect(previewRetention(viewer, review.id)).rejects.toMatchObject(refused);
    await expect(endHold(viewer, { id })).rejects.toMatchObject(refused);
    await expect(decideErasure(viewer, decision)).rejects.toMatchObject(refused);
    await expect(setRetention(viewer, { reviewId: review.id, months: 1 })).rejects.toMatchObject(refused);
    await expect(
      setHold(viewer, { reviewId: review.id, personId: null, reason: "Why" }),
    ).rejects.toMatchObject(refused);
  }
  expect(await listLabelled(lead, review.id)).toMatchObject([{ personId: participant.personId }]);
});

describe("somebody who was found to be the same", () => {
  let other: TestParticipant;

  beforeEach(async () => {
    const elsewhere = await makeRoundtable(review, { state: "closed" });
    other = await makeParticipant(review, elsewhere);
    await makeContribution(elsewhere, { participant: other, text: "Theirs elsewhere" });
  });
  const match = () => matchPeople(lead, { personId: participant.personId, otherId: other.personId });

  test("keeps no name when the last of the roundtables is deleted", async () => {
    await match();
    await at("2027-04-14");
    await at("2027-05-14");
    expect(await textsOf(other.roundtableId)).toEqual([""]);
    expect(await db().identity.count({ where: { person: { reviewId: review.id } } })).toBe(0);
  });

  test("is held by a hold on either, from before the match", async () => {
    await setHold(lead, { reviewId: review.id, personId: other.personId, reason: "A complaint" });
    await match();
    await at("2027-04-14");
    await at("2027-05-14");
    expect(await textsOf(other.roundtableId)).toEqual(["Theirs elsewhere"]);
    expect(await textsOf()).toEqual(["Theirs"]);
    const { roundtables } = await previewRetention(lead, review.id);
    expect(roundtables.map(({ held }) => held)).toEqual([1, 1]);
  });
});
