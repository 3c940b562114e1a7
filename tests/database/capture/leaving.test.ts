import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { editContribution } from "@/lib/capture/contribution/commands/edit-contribution";
import { leaveReview, returnToReview } from "@/lib/capture/protection/commands/leave-review";
import { matchPeople } from "@/lib/capture/people/commands/match-people";
import { setPermission } from "@/lib/capture/people/commands/participant-rows";
import { recordContribution } from "@/lib/capture/contribution/commands/record-contribution";
import { separatePerson } from "@/lib/capture/people/commands/separate-person";
import { registerParticipant } from "@/lib/capture/people/commands/register-participant";
import { sendOperations } from "@/lib/capture/session/commands/send-operations";
import { Batch } from "@/lib/capture/session/operation";
import { getContribution } from "@/lib/capture/contribution/queries/contributions";
import { previewLeaving } from "@/lib/capture/protection/queries/leaving-preview";
import { listOtherPeople } from "@/lib/capture/people/queries/participants";
import { db, transaction } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeMember,
  makeParticipant,
  makeReview,
  makeRoundtable,
  makeUser,
  type TestContribution,
  type TestParticipant,
  type TestReview,
  type TestRoundtable,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

let review: TestReview;
let facilitator: Viewer;
let roundtable: TestRoundtable;
let participant: TestParticipant;
let contribution: TestContribution;

beforeEach(async () => {
  ({ review, facilitator, roundtable, participant, contribution } = await makeScene({
    members: ["facilitator"],
    participant: { userId: (await makeUser()).id },
    contribution: { text: "Said before" },
  }));
  await db().identity.update({
    where: { personId: participant.personId },
    data: { email: "them@example.org" },
  });
  await db().permissionLink.create({
    data: {
      participantId: participant.id,
      tokenHash: sha256(randomUUID()),
      byId: facilitator.userId,
      expiresAt: new Date(Date.now() + 60_000),
    },
  });
});

const theirs = () => ({
  id: randomUUID(),
  roundtableId: roundtable.id,
  source: "identified" as const,
  wording: "gist" as const,
  text: "Said after",
  participantId: participant.id,
});

/** As a browser that had no network sends it: by when it was said. */
async function sent(saidAt: Date) {
  const operation = { ...theirs(), do: "record", saidAt: saidAt.toISOString(), sequence: 100 };
  const batch = Batch.parse({
    version: 1,
    asUserId: facilitator.userId,
    sentAt: operation.saidAt,
    operations: [operation],
  });
  return (await sendOperations(facilitator, batch, async () => null)).results[0];
}

const levels = async () =>
  (await db().permission.findMany({ where: { participantId: participant.id, until: null } })).map(
    ({ level }) => level,
  );

describe("leaving the review", () => {
  test("is previewed, ends what binds them to it, and leaves their contributions counted", async () => {
    const { personId } = participant;
    expect(await previewLeaving(facilitator, personId)).toMatchObject({
      contributions: 1,
      links: 1,
      email: true,
      account: true,
      leftAt: null,
    });
    await leaveReview(facilitator, { personId });
    await leaveReview(facilitator, { personId });
    expect(await previewLeaving(facilitator, personId)).toMatchObject({
      links: 0,
      email: false,
      account: false,
    });
    expect(await levels()).toEqual(["not_published"]);
    expect((await getContribution(facilitator, contribution.id)).text).toBe("Said before");
    expect(await db().identity.count({ where: { personId } })).toBe(1);
    const counted = await db()
      .$queryRaw`SELECT contribution_id FROM counted_contribution WHERE contribution_id = ${contribution.id}::uuid`;
    expect(counted).toHaveLength(1);
  });

  test("nothing more is attributed to them, and their contributions can still be corrected", async () => {
    const other = await makeParticipant(review, roundtable);
    const others = await makeContribution(roundtable, { participant: other });
    await leaveReview(facilitator, { personId: participant.personId });
    await expect(recordContribution(facilitator, theirs())).rejects.toMatchObject({ kind: "invalid" });
    const onto = { ...theirs(), id: others.id, revision: 1 };
    expect(await sent(new Date())).toMatchObject({
      outcome: "refused",
      message: expect.stringContaining("left the review"),
    });
    expect(await sent(new Date(Date.now() - 60_000))).toMatchObject({ outcome: "saved" });
    await expect(editContribution(facilitator, onto)).rejects.toMatchObject({ kind: "invalid" });
    const mended = await editContribution(facilitator, {
      ...theirs(),
      id: contribution.id,
      text: "Said before.",
      revision: 1,
    });
    expect(mended).toMatchObject({ revision: 2 });
  });

  test("they cannot be registered anywhere until it is undone", async () => {
    const { personId } = participant;
    const roundtableId = (await makeRoundtable(review)).id;
    const isOffered = async () =>
      (await listOtherPeople(facilitator, review.id, roundtableId)).some((one) => one.personId === personId);
    expect(await isOffered()).toBe(true);
    await leaveReview(facilitator, { personId });
    expect(await isOffered()).toBe(false);
    await expect(registerParticipant(facilitator, { roundtableId, personId })).rejects.toThrow(
      "This person has left the review",
    );
    await returnToReview(facilitator, { personId });
    await expect(registerParticipant(facilitator, { roundtableId, personId })).resolves.toMatchObject({
      personId,
    });
  });

  test("can be undone: their earlier permission applies again, the address must be typed again", async () => {
    const { personId } = participant;
    await leaveReview(facilitator, { personId });
    await returnToReview(facilitator, { personId });
    await returnToReview(facilitator, { personId });
    expect(await levels()).toEqual(["verbatim"]);
    expect((await db().identity.findUniqueOrThrow({ where: { personId } })).email).toBeNull();
    await expect(recordContribution(facilitator, theirs())).resolves.toMatchObject({ created: true });
  });

  test("may be recorded by facilitators of this review only", async () => {
    const { personId } = participant;
    for (const viewer of [
      await makeMember(review, "reviewer"),
      await makeMember(await makeReview(), "lead"),
    ]) {
      await expect(leaveReview(viewer, { personId })).rejects.toMatchObject({ kind: "not-found" });
      await expect(returnToReview(viewer, { personId })).rejects.toMatchObject({ kind: "not-found" });
      await expect(previewLeaving(viewer, personId)).rejects.toMatchObject({ kind: "not-found" });
    }
  });
});

describe("leaving of somebody who was found to be the same", () => {
  test("removes both addresses, and undoing the match does not undo the leaving", async () => {
    const elsewhere = await makeRoundtable(review);
    const other = await makeParticipant(review, elsewhere);
    await db().identity.update({ where: { personId: other.personId }, data: { email: "too@example.org" } });
    await matchPeople(facilitator, { personId: participant.personId, otherId: other.personId });
    await leaveReview(facilitator, { personId: participant.personId });
    expect(
      await db().identity.count({ where: { person: { reviewId: review.id }, email: { not: null } } }),
    ).toBe(0);
    await separatePerson(facilitator, { personId: other.personId });
    const { leftAt } = await db().person.findUniqueOrThrow({ where: { id: other.personId } });
    expect(leftAt).not.toBeNull();
  });

  test("a choice that was being made waits for it: nothing is opened afterwards", async () => {
    await leaveReview(facilitator, { personId: participant.personId });
    const place = { participantId: participant.id, reviewId: review.id };
    const choice = { level: "verbatim", means: "link" } as const;
    await expect(transaction((tx) => setPermission(tx, place, choice, null))).rejects.toThrow();
    expect(await levels()).toEqual(["not_published"]);
  });
});
