import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { changeRoundtable } from "@/lib/capture/roundtable/commands/change-roundtable";
import { changeRoundtableState } from "@/lib/capture/session/commands/change-roundtable-state";
import {
  changeIdentity,
  changeParticipant,
  recordPermission,
} from "@/lib/capture/people/commands/change-participant";
import { editContribution } from "@/lib/capture/contribution/commands/edit-contribution";
import { planRoundtable } from "@/lib/capture/roundtable/commands/plan-roundtable";
import { recordContribution } from "@/lib/capture/contribution/commands/record-contribution";
import { registerParticipant } from "@/lib/capture/people/commands/register-participant";
import {
  getParticipant,
  listIdentities,
  listOtherPeople,
  listParticipants,
} from "@/lib/capture/people/queries/participants";
import { getRoundtable, listRoundtables } from "@/lib/capture/roundtable/queries/roundtables";
import { db } from "@/lib/platform/db";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeMember,
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

let planned = 0;
const plan = (over: object = {}) => ({
  reviewId: review.id,
  title: `Fellows’ roundtable ${++planned}`,
  heldOn: new Date("2025-05-14"),
  host: "The College",
  place: "London",
  online: false,
  confidentiality: "role_only" as const,
  questions: ["What works?", "What should change?"],
  ...over,
});

/** A plan as a change of it sends it. */
function detailsOf({ title, heldOn, host, place, online, confidentiality }: ReturnType<typeof plan>) {
  return { title, heldOn, host, place, online, confidentiality };
}

describe("planning a roundtable", () => {
  test("gives it a slug made from its title, and the same title on another day a second one", async () => {
    const first = await planRoundtable(facilitator, plan({ title: "Heads" }));
    expect(first.slug).toBe("heads");
    await expect(planRoundtable(facilitator, plan({ title: "Heads" }))).rejects.toThrow(/already/);
    const second = await planRoundtable(
      facilitator,
      plan({ title: "Heads", heldOn: new Date("2025-06-01") }),
    );
    expect(second.slug).toBe("heads-2");
    expect(await getRoundtable(facilitator, review.id, "heads")).toMatchObject({
      state: "planned",
      questions: [{ position: 1, text: "What works?" }, { position: 2 }],
    });
  });

  test("asks about a day outside the review, once, and then accepts it", async () => {
    const outside = { heldOn: new Date("2062-06-12") };
    await expect(planRoundtable(facilitator, plan(outside))).rejects.toMatchObject({
      fieldErrors: {
        heldOn:
          "12 June 2062 is after the review ends on 31 July 2026. Check the year, or confirm that it is right",
      },
    });
    await expect(
      planRoundtable(facilitator, plan({ heldOn: new Date("2026-07-31") })),
    ).resolves.toBeDefined();
    const details = plan({ ...outside, heldOnConfirmed: true });
    const { id } = await planRoundtable(facilitator, details);
    const change = { ...detailsOf(details), id, kept: [], questions: [] };
    await changeRoundtable(facilitator, { ...change, revision: 1 });
    await expect(
      changeRoundtable(facilitator, { ...change, revision: 2, heldOn: new Date("2016-06-12") }),
    ).rejects.toThrow(/is before the review begins on 1 January 2025/);
  });

  test.each(["reviewer", "fellow"] as const)("is not for a %s, nor are its lists", async (role) => {
    const viewer = await makeMember(review, role);
    await expect(planRoundtable(viewer, plan())).rejects.toMatchObject({ kind: "forbidden" });
    await expect(listRoundtables(viewer, review.id)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(listRoundtables(lead, review.id)).resolves.toBeDefined();
  });

  test("of another review does not exist for its lead", async () => {
    const elsewhere = await makeMember(await makeReview(), "lead");
    const { slug } = await planRoundtable(lead, plan());
    for (const viewer of [elsewhere, await makeStranger()]) {
      await expect(planRoundtable(viewer, plan())).rejects.toMatchObject({ kind: "not-found" });
      await expect(getRoundtable(viewer, review.id, slug)).rejects.toMatchObject({ kind: "not-found" });
    }
    await expect(getRoundtable(lead, review.id, slug)).resolves.toMatchObject({ slug });
  });
});

async function planAndStart(over: object = {}) {
  const made = await planRoundtable(facilitator, plan(over));
  await changeRoundtableState(facilitator, { id: made.id, revision: 1, to: "in_session" });
  return { ...made, roundtable: await getRoundtable(facilitator, review.id, made.slug) };
}

describe("changing a roundtable", () => {
  const asKept = (questions: readonly { id: string; text: string }[]) =>
    questions.map(({ id, text }) => ({ id, text }));

  test("rewords, adds and removes questions, but none with contributions under it", async () => {
    const { roundtable, id } = await planAndStart();
    const [first, second] = roundtable.questions;
    await recordContribution(facilitator, {
      id: crypto.randomUUID(),
      roundtableId: id,
      source: "note",
      wording: "gist",
      text: "Noted",
      questionId: first?.id ?? null,
    });
    const details = detailsOf(plan());
    const change = { ...details, id, revision: 2, questions: ["A third?"] };
    const without = (gone?: string) =>
      asKept(roundtable.questions).map((one) => (one.id === gone ? { ...one, text: "" } : one));
    await expect(changeRoundtable(facilitator, { ...change, kept: without(first?.id) })).rejects.toThrow(
      /1 contribution under it/,
    );
    await changeRoundtable(facilitator, { ...change, kept: without(second?.id) });
    const changed = await getRoundtable(facilitator, review.id, roundtable.slug);
    expect(changed.questions.map(({ text }) => text)).toEqual(["What works?", "A third?"]);
    const late = changeRoundtable(facilitator, { ...change, kept: [], title: "Late" });
    await expect(late).rejects.toMatchObject({ kind: "stale" });
  });

  test("cannot loosen the promise under which people spoke", async () => {
    const { roundtable, id } = await planAndStart({ confidentiality: "chatham_house" });
    const details = detailsOf(plan());
    const change = { ...details, id, revision: roundtable.revision, kept: [], questions: [] };
    await expect(changeRoundtable(lead, { ...change, confidentiality: "attributed" })).rejects.toThrow(
      /stricter/,
    );
    await expect(
      changeRoundtable(lead, { ...change, confidentiality: "chatham_house" }),
    ).resolves.toBeDefined();
  });
});

describe("states", () => {
  test("only a lead closes, which freezes the record for good and hashes it", async () => {
    const { id, slug } = await planAndStart();
    const contribution = {
      id: crypto.randomUUID(),
      roundtableId: id,
      source: "note" as const,
      wording: "gist" as const,
      text: "Words",
    };
    await recordContribution(facilitator, contribution);
    const close = { id, revision: 2, to: "closed" as const };
    await expect(changeRoundtableState(facilitator, close)).rejects.toMatchObject({ kind: "forbidden" });
    await changeRoundtableState(lead, close);
    await changeRoundtableState(lead, close);
    const closed = await getRoundtable(lead, review.id, slug);
    expect(closed).toMatchObject({ state: "closed", revision: 3 });
    expect(closed.recordHash).toMatch(/^[0-9a-f]{64}$/);
    await expect(
      editContribution(facilitator, { ...contribution, text: "Others", revision: 1 }),
    ).rejects.toThrow(/closed, so you cannot change its record/);
    await expect(changeRoundtableState(lead, { id, revision: 3, to: "read_back" })).rejects.toMatchObject({
      kind: "invalid",
    });
    // The database enforces the rule as well, whatever the code does.
    await expect(db().roundtable.update({ where: { id }, data: { state: "read_back" } })).rejects.toThrow();
    await expect(
      db().contribution.update({ where: { id: contribution.id }, data: { text: "Others" } }),
    ).rejects.toThrow();
  });

  test("refuse a step that is not in the table, and one from an older page", async () => {
    const { id } = await planAndStart();
    await expect(changeRoundtableState(lead, { id, revision: 2, to: "planned" })).rejects.toThrow(
      /cannot go/,
    );
    await expect(changeRoundtableState(lead, { id, revision: 1, to: "read_back" })).rejects.toMatchObject({
      kind: "stale",
    });
  });
});

describe("participants", () => {
  const person = {
    role: "headteacher",
    phase: "Primary",
    region: "London",
    npqsTaken: ["NPQH", "NPQSL"],
  } as const;

  test("get a label, and their name is stored separately, whose reading is recorded", async () => {
    const { id: roundtableId } = await planRoundtable(facilitator, plan());
    const input = {
      ...person,
      npqsTaken: [...person.npqsTaken],
      roundtableId,
      name: "Ada Sentinel",
      permission: "verbatim" as const,
    };
    const made = await registerParticipant(facilitator, input);
    expect(made.label).toBe("P01");
    const [listed] = await listParticipants(facilitator, roundtableId);
    expect(listed).toMatchObject({
      label: "P01",
      permission: "verbatim",
      npqsTaken: ["NPQH", "NPQSL"],
      contributions: 0,
    });
    expect(JSON.stringify(listed)).not.toContain("Sentinel");
    const names = await listIdentities(facilitator, roundtableId);
    expect(names.get(made.id)?.name).toBe("Ada Sentinel");
    const entries = await db().auditEntry.findMany({
      where: { action: "identity.read", subjectId: roundtableId },
    });
    expect(entries).toHaveLength(1);
    const elsewhere = await planRoundtable(facilitator, plan());
    expect(await listOtherPeople(facilitator, review.id, elsewhere.id)).toContainEqual(
      expect.objectContaining({ personId: made.personId, label: "P01" }),
    );
    const again = await registerParticipant(facilitator, {
      roundtableId: elsewhere.id,
      personId: made.personId,
    });
    expect(again.personId).toBe(made.personId);
    await expect(
      registerParticipant(facilitator, { roundtableId: elsewhere.id, personId: made.personId }),
    ).rejects.toThrow(/already at the roundtable, as P01/);
  });

  test("keep the attributes and the permission they had before", async () => {
    const { id: roundtableId } = await planRoundtable(facilitator, plan());
    const { id } = await registerParticipant(facilitator, {
      ...person,
      npqsTaken: ["NPQH"],
      roundtableId,
      permission: "verbatim",
    });
    await changeParticipant(facilitator, {
      ...person,
      npqsTaken: ["NPQH"],
      id,
      role: "executive head",
      absent: true,
    });
    await recordPermission(facilitator, { participantId: id, level: "paraphrase", means: "paper" });
    await recordPermission(facilitator, { participantId: id, level: "paraphrase", means: "paper" });
    const rows = await db().participantAttribute.findMany({
      where: { participantId: id, attribute: "role" },
      orderBy: { from: "asc" },
    });
    expect(rows.map(({ value, until }) => [value, until === null])).toEqual([
      ["headteacher", false],
      ["executive head", true],
    ]);
    expect(await db().participantAttribute.count({ where: { participantId: id } })).toBe(5);
    const now = await getParticipant(facilitator, roundtableId, id);
    expect(now).toMatchObject({ present: false, role: "executive head", permission: "paraphrase" });
    expect(now.permissions.map(({ level, until }) => [level, until === null])).toEqual([
      ["paraphrase", true],
      ["verbatim", false],
    ]);
    await recordPermission(facilitator, { participantId: id, level: null, means: "facilitator" });
    expect((await getParticipant(facilitator, roundtableId, id)).permission).toBeNull();
  });

  test.each(["reviewer", "fellow"] as const)("are not for a %s", async (role) => {
    const viewer = await makeMember(review, role);
    const roundtable = await makeRoundtable(review);
    const { id, personId } = await registerParticipant(facilitator, {
      roundtableId: roundtable.id,
      name: "Ada",
    });
    await expect(registerParticipant(viewer, { roundtableId: roundtable.id })).rejects.toMatchObject({
      kind: "not-found",
    });
    await expect(
      recordPermission(viewer, { participantId: id, level: null, means: "paper" }),
    ).rejects.toMatchObject({ kind: "not-found" });
    await expect(changeIdentity(viewer, { personId, name: "Eve" })).rejects.toMatchObject({
      kind: "not-found",
    });
    expect(await listParticipants(viewer, roundtable.id)).toEqual([]);
    expect(await listIdentities(viewer, roundtable.id)).toEqual(new Map());
    expect(await listParticipants(facilitator, roundtable.id)).toHaveLength(1);
    await expect(changeIdentity(facilitator, { personId, name: "Eve" })).resolves.toEqual({ id });
  });
});
