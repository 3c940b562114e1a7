import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { recordPermission } from "@/lib/capture/people/commands/change-participant";
import { changeWording } from "@/lib/capture/permission/commands/change-wording";
import { choosePermission } from "@/lib/capture/permission/commands/choose-permission";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import {
  endPermissionLink,
  makePermissionLink,
  makePermissionSlips,
} from "@/lib/capture/permission/commands/make-permission-link";
import { permissionNarrowing } from "@/lib/capture/permission/permission-events";
import { getParticipant, listParticipants } from "@/lib/capture/people/queries/participants";
import {
  findPermissionPage,
  getLinkExpiry,
  previewNarrowing,
  previewOwnNarrowing,
} from "@/lib/capture/permission/queries/permission-links";
import { getWording, listWordings } from "@/lib/capture/permission/queries/permission-wording";
import { db } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeMember,
  makeParticipant,
  makeReview,
  makeRoundtable,
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

async function makeSpeaker(over: Parameters<typeof makeParticipant>[2] = { permission: null }) {
  const roundtable = await makeRoundtable(review);
  return { roundtable, participant: await makeParticipant(review, roundtable, over) };
}

async function makeToken(participantId: string): Promise<string> {
  return (await makePermissionLink(facilitator, { participantId })).token;
}

const choice = (token: string, over: Partial<Parameters<typeof choosePermission>[1]> = {}) => ({
  token,
  level: "verbatim" as const,
  wording: 1,
  means: "link" as const,
  ...over,
});

describe("a participant's own link", () => {
  test("opens their choice without a name, and stores means, wording and no author", async () => {
    const { roundtable, participant } = await makeSpeaker({ permission: null, name: "Ada Sentinel" });
    const token = await makeToken(participant.id);
    const page = await findPermissionPage(token);
    expect(page).toMatchObject({ label: participant.label, chosen: null, wording: { version: 1 } });
    expect(JSON.stringify(page)).not.toContain("Sentinel");
    await choosePermission(null, choice(token, { means: "qr_code" }));
    await choosePermission(null, choice(token, { means: "qr_code" }));
    const now = await getParticipant(facilitator, roundtable.id, participant.id);
    expect(now).toMatchObject({
      permission: "verbatim",
      choice: { means: "qr_code", wording: 1, older: false },
      permissions: [{ by: null, means: "qr_code" }],
    });
    const entries = await db().auditEntry.findMany({
      where: { action: "permission.choose", subjectId: participant.id },
    });
    expect(entries).toMatchObject([{ actorId: null, reviewId: review.id }]);
    await choosePermission(null, choice(token, { level: "not_published" }));
    expect((await findPermissionPage(token))?.chosen?.level).toBe("not_published");
  });

  test("is stored only as a hash", async () => {
    const { participant } = await makeSpeaker();
    const token = await makeToken(participant.id);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const row = await db().permissionLink.findFirstOrThrow({ where: { participantId: participant.id } });
    expect(row.tokenHash).toEqual(sha256(token));
    expect(JSON.stringify(row)).not.toContain(token);
    const audited = await db().auditEntry.findMany({ where: { subjectId: participant.id } });
    expect(
      JSON.stringify(audited, (_key, value: unknown) => (typeof value === "bigint" ? "" : value)),
    ).not.toContain(token);
  });

  test("stops working when it is replaced, ended or expired, or its person is erased or has left", async () => {
    const { participant } = await makeSpeaker();
    const refused = async (token: string) => {
      expect(await findPermissionPage(token)).toBeNull();
      await expect(choosePermission(null, choice(token))).rejects.toMatchObject({ kind: "not-found" });
    };
    const first = await makeToken(participant.id);
    const second = await makeToken(participant.id);
    await refused(first);
    expect(await findPermissionPage(second)).not.toBeNull();
    await endPermissionLink(facilitator, { participantId: participant.id });
    expect(await getLinkExpiry(facilitator, participant.id)).toBeNull();
    await refused(second);
    const third = await makeToken(participant.id);
    expect(await getLinkExpiry(facilitator, participant.id)).not.toBeNull();
    await db().permissionLink.updateMany({
      where: { tokenHash: sha256(third) },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    await refused(third);
    const { personId } = participant;
    const fourth = await makeToken(participant.id);
    await db().person.update({ where: { id: personId }, data: { leftAt: new Date() } });
    await refused(fourth);
    await db().person.update({ where: { id: personId }, data: { leftAt: null } });
    expect(await findPermissionPage(fourth)).not.toBeNull();
    await erasePerson(lead, { personId });
    await refused(fourth);
    await expect(makeToken(participant.id)).rejects.toMatchObject({ kind: "invalid" });
    for (const token of ["", "short", "x".repeat(43), "ä".repeat(43)]) await refused(token);
  });

  test("is not for hosts, and cannot be made by other roles or reviews", async () => {
    const { participant } = await makeSpeaker();
    const { participant: host } = await makeSpeaker({ host: true, permission: null });
    await expect(makeToken(host.id)).rejects.toThrow(/do not choose/);
    const others = [
      await makeMember(review, "reviewer"),
      await makeMember(review, "fellow"),
      await makeMember(await makeReview(), "lead"),
    ];
    for (const viewer of others) {
      const input = { participantId: participant.id };
      await expect(makePermissionLink(viewer, input)).rejects.toMatchObject({ kind: "not-found" });
      await expect(endPermissionLink(viewer, input)).rejects.toMatchObject({ kind: "not-found" });
      await expect(previewNarrowing(viewer, participant.id, "paraphrase")).rejects.toMatchObject({
        kind: "not-found",
      });
      expect(await getLinkExpiry(viewer, participant.id)).toBeNull();
    }
    await expect(makePermissionLink(facilitator, { participantId: participant.id })).resolves.toBeDefined();
  });
});

describe("slips for a roundtable", () => {
  test("keep valid links, unless new ones are asked for all", async () => {
    const roundtable = await makeRoundtable(review);
    const [first] = [await makeParticipant(review, roundtable), await makeParticipant(review, roundtable)];
    await makeParticipant(review, roundtable, { host: true });
    const token = await makeToken(first.id);
    const make = (whose: "missing" | "all" | "none") =>
      makePermissionSlips(facilitator, { roundtableId: roundtable.id, whose });
    expect(await make("none")).toMatchObject([{ token: null }, { token: null }]);
    expect(await make("missing")).toHaveLength(1);
    expect(await findPermissionPage(token)).not.toBeNull();
    expect(await make("missing")).toEqual([]);
    const all = await make("all");
    expect(all).toHaveLength(2);
    expect(await findPermissionPage(token)).toBeNull();
    for (const slip of all)
      expect(await findPermissionPage(slip.token ?? "")).toMatchObject({ label: slip.label });
  });
});

describe("the wording", () => {
  test("has versions; a choice keeps its own, and nobody chooses under one they have not read", async () => {
    const {
      review: own,
      lead: owner,
      facilitator: helper,
      roundtable,
      participant,
    } = await makeScene({ members: ["lead", "facilitator"], participant: { permission: "verbatim" } });
    const { token } = await makePermissionLink(helper, { participantId: participant.id });
    const next = { reviewId: own.id, version: 1, text: "Another wording." };
    await expect(changeWording(helper, next)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(listWordings(helper, own.id)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(changeWording(lead, next)).rejects.toMatchObject({ kind: "not-found" });
    expect(await changeWording(owner, next)).toEqual({ version: 2 });
    await expect(changeWording(owner, { ...next, text: "A third." })).rejects.toMatchObject({
      kind: "stale",
    });
    await expect(changeWording(owner, { ...next, version: 2 })).rejects.toThrow(
      /already the current wording/,
    );
    expect(await getWording(helper, own.id)).toEqual({ version: 2, text: "Another wording." });
    expect(await listWordings(owner, own.id)).toMatchObject([
      { version: 2, choices: 0 },
      { version: 1, choices: 1 },
    ]);
    const [listed] = await listParticipants(helper, roundtable.id);
    expect(listed?.choice).toEqual({ means: "facilitator", wording: 1, older: true });
    await expect(choosePermission(null, choice(token))).rejects.toMatchObject({ kind: "stale" });
    // The same choice again, under the new wording, is one of its own.
    await choosePermission(null, choice(token, { wording: 2 }));
    const now = await getParticipant(helper, roundtable.id, participant.id);
    expect(now.choice).toEqual({ means: "link", wording: 2, older: false });
    expect(now.permissions.map(({ wording, older }) => [wording, older])).toEqual([
      [2, false],
      [1, true],
    ]);
  });
});

describe("a permission recorded by a facilitator", () => {
  test("does not replace what the participant chose since the page was made", async () => {
    const { roundtable, participant } = await makeSpeaker({ permission: "verbatim" });
    const { id: participantId } = participant;
    await choosePermission(null, choice(await makeToken(participantId), { level: "not_published" }));
    const recorded = { participantId, level: "verbatim", means: "facilitator" } as const;
    await expect(recordPermission(facilitator, { ...recorded, seen: "verbatim" })).rejects.toMatchObject({
      kind: "stale",
    });
    const level = async () => (await getParticipant(facilitator, roundtable.id, participantId)).permission;
    expect(await level()).toBe("not_published");
    await recordPermission(facilitator, { ...recorded, seen: "not_published" });
    expect(await level()).toBe("verbatim");
  });
});

describe("narrowing", () => {
  test("shows what it changes, in this stage and in later ones, and changes nothing yet", async () => {
    const { roundtable, participant } = await makeSpeaker({ permission: "verbatim" });
    await makeContribution(roundtable, { participant });
    await makeContribution(roundtable, { participant, cleared: false });
    permissionNarrowing.handledBy({
      test: (_tx, { to }) =>
        Promise.resolve([
          { what: "sentences that quote them", count: to === "paraphrase" ? 2 : 3, undone: true },
          { what: "nothing", count: 0, undone: true },
        ]),
    });
    const expected = [
      expect.objectContaining({ count: 1, undone: true }),
      expect.objectContaining({ count: 2 }),
    ];
    expect(await previewNarrowing(facilitator, participant.id, "paraphrase")).toEqual(expected);
    const page = await findPermissionPage(await makeToken(participant.id));
    if (!page) throw new Error("The link does not open.");
    expect(await previewOwnNarrowing(page, "paraphrase")).toEqual(expected);
    permissionNarrowing.handledBy({});
    const before = await getParticipant(facilitator, roundtable.id, participant.id);
    expect(before.permission).toBe("verbatim");
    await recordPermission(facilitator, {
      participantId: participant.id,
      level: "paraphrase",
      means: "paper",
    });
    const after = await getParticipant(facilitator, roundtable.id, participant.id);
    expect(after.permissions[0]).toMatchObject({ level: "paraphrase", means: "paper", by: facilitator.name });
  });
});
