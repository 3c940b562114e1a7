import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { amendContribution } from "@/lib/capture/contribution/commands/amend-contribution";
import { changeRoundtableState } from "@/lib/capture/session/commands/change-roundtable-state";
import { decideLate } from "@/lib/capture/session/commands/decide-late";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { listAmendments } from "@/lib/capture/contribution/queries/amendments";
import { countLate, getLateAt, listLate, listOwnLate } from "@/lib/capture/session/queries/late-entries";
import { getContribution } from "@/lib/capture/contribution/queries/contributions";
import { verifyRecord } from "@/lib/capture/contribution/queries/record";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeMember,
  makeReview,
  makeRoundtable,
  makeTheme,
  type TestContribution,
  type TestParticipant,
  type TestReview,
  type TestRoundtable,
} from "@/tests/support/worlds/factories";
import { registerStages } from "@/register-stages";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

let review: TestReview;
let lead: Viewer;
let facilitator: Viewer;
let roundtable: TestRoundtable;
let participant: TestParticipant;
let contribution: TestContribution;

/** A roundtable that was closed with one contribution in its record. */
beforeEach(async () => {
  ({ review, lead, facilitator, roundtable, participant, contribution } = await makeScene({
    members: ["lead", "facilitator"],
    roundtable: { state: "read_back" },
    participant: {},
    contribution: { text: "As it was typed" },
  }));
  await changeRoundtableState(lead, { id: roundtable.id, revision: roundtable.revision, to: "closed" });
});

async function keep(
  kind: "contribution" | "edit",
  payload: Prisma.InputJsonObject & { id: string },
  contributionId: string | null = null,
) {
  const { id } = payload;
  await db().lateEntry.create({
    data: {
      id,
      reviewId: review.id,
      roundtableId: roundtable.id,
      kind,
      contributionId,
      participantId: participant.id,
      payload,
      sentById: facilitator.userId,
    },
  });
  return id;
}

const keepContribution = (themeIds: string[] = []) =>
  keep("contribution", {
    do: "record",
    id: randomUUID(),
    roundtableId: roundtable.id,
    source: "identified",
    participantId: participant.id,
    wording: "gist",
    text: "Typed on the train",
    saidAt: "2025-05-14T14:00:00Z",
    sequence: 1,
    themeIds,
  });

const keepEdit = () =>
  keep(
    "edit",
    {
      do: "edit",
      id: randomUUID(),
      contributionId: contribution.id,
      revision: 1,
      source: "identified",
      participantId: participant.id,
      wording: "gist",
      text: "As it was meant",
    },
    contribution.id,
  );

const decide = (id: string, decision: "take" | "set-aside", reason = "") =>
  decideLate(lead, { id, decision, reason });
const standing = { verified: true, contributions: 1, struck: 0, erased: 0 };

describe("late entries", () => {
  test("an accepted contribution is kept outside the record, under the person who typed it", async () => {
    const id = await keepContribution();
    expect(await countLate(lead, roundtable.id)).toBe(1);
    expect(await listLate(lead, roundtable.id)).toMatchObject([
      {
        id,
        kind: "contribution",
        text: "Typed on the train",
        who: participant.label,
        decided: null,
        erased: false,
      },
    ]);
    await decide(id, "take");
    await decide(id, "set-aside");
    expect(await getContribution(lead, id)).toMatchObject({ text: "Typed on the train", clearance: null });
    expect(await getLateAt(lead, id)).toBeInstanceOf(Date);
    expect((await db().contribution.findUniqueOrThrow({ where: { id } })).recordedById).toBe(
      facilitator.userId,
    );
    expect(await countLate(lead, roundtable.id)).toBe(0);
    expect(await listLate(lead, roundtable.id)).toMatchObject([{ decided: { taken: true } }]);
    expect(await verifyRecord(lead, roundtable.id)).toEqual(standing);
    const counted = await db()
      .$queryRaw`SELECT 1 FROM counted_contribution WHERE contribution_id = ${id}::uuid`;
    expect(counted).toHaveLength(1);
  });

  test("an accepted contribution gets the themes typed with it, from the person who typed it", async () => {
    registerStages();
    const theme = await makeTheme(review);
    const retired = await makeTheme(review);
    await db().theme.update({ where: { id: retired.id }, data: { retiredAt: new Date() } });
    const id = await keepContribution([theme.id, retired.id]);
    expect(await listLate(lead, roundtable.id)).toMatchObject([
      { themes: { add: [theme.id, retired.id], remove: [] } },
    ]);
    await decide(id, "take");
    const taggings = await db().tagging.findMany({
      where: { contributionId: id },
      select: { themeId: true, stance: true, coder: { select: { userId: true } } },
    });
    expect(taggings).toEqual([
      { themeId: theme.id, stance: "observation", coder: { userId: facilitator.userId } },
    ]);
  });

  test("an accepted edit becomes an amendment", async () => {
    await decide(await keepEdit(), "take", "She said so.");
    expect((await getContribution(lead, contribution.id)).text).toBe("As it was typed");
    expect(await listAmendments(lead, contribution.id)).toMatchObject([
      { text: "As it was meant", reason: expect.stringContaining("She said so.") },
    ]);
    expect(await verifyRecord(lead, roundtable.id)).toEqual(standing);
  });

  test("what is set aside is kept, and counts nowhere", async () => {
    const id = await keepContribution();
    const own = { id, contributionId: id, kind: "contribution" };
    expect(await listOwnLate(facilitator, roundtable.id)).toEqual([{ ...own, state: "waits" }]);
    await decide(id, "set-aside");
    expect(await listOwnLate(facilitator, roundtable.id)).toEqual([{ ...own, state: "set-aside" }]);
    // What somebody else sent is the lead's page to show.
    expect(await listOwnLate(lead, roundtable.id)).toEqual([]);
    expect(await db().contribution.count({ where: { id } })).toBe(0);
    expect(await listLate(lead, roundtable.id)).toMatchObject([
      { text: "Typed on the train", decided: { taken: false } },
    ]);
  });

  test("another change is described in words, and can only be set aside", async () => {
    const id = await keep(
      "edit",
      { do: "strike", id: randomUUID(), contributionId: contribution.id, revision: 1 },
      contribution.id,
    );
    expect(await listLate(lead, roundtable.id)).toMatchObject([
      { kind: "other", change: "A request to strike out a contribution", text: null },
    ]);
    await expect(decide(id, "take")).rejects.toMatchObject({ kind: "invalid" });
    await decide(id, "set-aside");
  });

  test("an erasure empties what waits, and nothing of it can be accepted", async () => {
    const ids = [await keepContribution(), await keepEdit()];
    await erasePerson(lead, { personId: participant.personId });
    expect(await countLate(lead, roundtable.id)).toBe(0);
    expect(await listLate(lead, roundtable.id)).toMatchObject([
      { text: null, erased: true },
      { text: null, erased: true },
    ]);
    for (const id of ids) await expect(decide(id, "take")).rejects.toMatchObject({ kind: "invalid" });
  });

  test("only the lead decides", async () => {
    const id = await keepContribution();
    const decision = { id, decision: "take", reason: "" } as const;
    await expect(decideLate(facilitator, decision)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(listLate(facilitator, roundtable.id)).rejects.toMatchObject({ kind: "forbidden" });
    for (const viewer of [
      await makeMember(review, "reviewer"),
      await makeMember(await makeReview(), "lead"),
    ]) {
      await expect(decideLate(viewer, decision)).rejects.toMatchObject({ kind: "not-found" });
      await expect(listLate(viewer, roundtable.id)).rejects.toMatchObject({ kind: "not-found" });
      expect(await countLate(viewer, roundtable.id)).toBe(0);
    }
  });
});

describe("amendments", () => {
  const amend = (text: string, revision: number, viewer = facilitator) =>
    amendContribution(viewer, { id: contribution.id, revision, text, reason: "Misheard" });

  test("are kept next to the contribution, newest first, end its clearance, and leave the record verified", async () => {
    await amend("First correction", 1);
    expect((await getContribution(lead, contribution.id)).clearance).toBeNull();
    await amend("Second correction", 2, lead);
    expect((await listAmendments(lead, contribution.id)).map(({ text }) => text)).toEqual([
      "Second correction",
      "First correction",
    ]);
    expect((await getContribution(lead, contribution.id)).text).toBe("As it was typed");
    expect(await verifyRecord(lead, roundtable.id)).toEqual(standing);
  });

  test("sent twice are stored once, and an older one is refused", async () => {
    await amend("Correction", 1);
    await amend("Correction", 1);
    expect(await listAmendments(lead, contribution.id)).toHaveLength(1);
    await expect(amend("Another", 1)).rejects.toMatchObject({ kind: "stale" });
  });

  test("are for closed records, and for contributions that still count", async () => {
    const open = await makeContribution(await makeRoundtable(review));
    const input = { id: open.id, revision: 1, text: "Else", reason: "Why" };
    await expect(amendContribution(facilitator, input)).rejects.toMatchObject({ kind: "invalid" });
    await erasePerson(lead, { personId: participant.personId });
    await expect(amend("Else", 2)).rejects.toMatchObject({ kind: "invalid" });
  });

  test("are for facilitators of this review", async () => {
    for (const viewer of [await makeMember(review, "fellow"), await makeMember(await makeReview(), "lead")])
      await expect(amend("Else", 1, viewer)).rejects.toMatchObject({ kind: "not-found" });
    await expect(amend("Else", 1, lead)).resolves.toEqual({ id: contribution.id });
  });
});

describe("a closed record", () => {
  test("still verifies after an erasure, and says so", async () => {
    await erasePerson(lead, { personId: participant.personId });
    expect(await verifyRecord(facilitator, roundtable.id)).toEqual({
      verified: true,
      contributions: 1,
      struck: 0,
      erased: 1,
    });
  });

  test("does not verify once a contribution's words are not those that were hashed", async () => {
    await db().contribution.update({
      where: { id: contribution.id },
      data: { salt: Buffer.from("another salt") },
    });
    expect((await verifyRecord(facilitator, roundtable.id)).verified).toBe(false);
  });

  test("does not verify once its hash is another", async () => {
    await db().roundtable.update({
      where: { id: roundtable.id },
      data: { recordHash: Buffer.from("another") },
    });
    expect((await verifyRecord(facilitator, roundtable.id)).verified).toBe(false);
  });

  test("can be checked neither from another review nor while it is open", async () => {
    const elsewhere = await makeMember(await makeReview(), "lead");
    await expect(verifyRecord(elsewhere, roundtable.id)).rejects.toMatchObject({ kind: "not-found" });
    await expect(verifyRecord(lead, (await makeRoundtable(review)).id)).rejects.toMatchObject({
      kind: "not-found",
    });
  });
});
