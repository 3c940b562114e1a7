import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { releaseFigures } from "@/lib/aggregate/publication/commands/publish-release";
import { listReleasedEvidence } from "@/lib/aggregate/publication/queries/released-evidence";
import { withdrawClearance } from "@/lib/capture/clearance/commands/clear-contribution";
import { changeWording } from "@/lib/capture/permission/commands/change-wording";
import { recordPermission } from "@/lib/capture/people/commands/change-participant";
import type { PermissionLevel } from "@/lib/capture/people/permission-choices";
import { applyRetention } from "@/lib/capture/protection/commands/apply-retention";
import { decideErasure } from "@/lib/capture/protection/commands/decide-erasure";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { leaveReview, returnToReview } from "@/lib/capture/protection/commands/leave-review";
import { endHold, setHold } from "@/lib/capture/protection/commands/set-hold";
import { setRetention } from "@/lib/capture/protection/commands/set-retention";
import { backUp } from "@/lib/platform/backup/backup";
import { wordsOfRestore } from "@/lib/platform/backup/backup-words";
import { db, ledgerFile, pool, transaction } from "@/lib/platform/db";
import type { Decision } from "@/lib/platform/ledger/decision";
import { insertEntries, listEntries } from "@/lib/platform/ledger/ledger";
import { copyLedger } from "@/lib/platform/ledger/ledger-copy";
import { reconcileLedger } from "@/lib/platform/ledger/reconcile";
import { restore } from "@/lib/platform/backup/restore";
import { appointLead } from "@/lib/review/member/commands/appoint-lead";
import { addMember, changeRole, removeMember } from "@/lib/review/member/commands/change-members";
import { listAudit } from "@/lib/review/audit/queries/audit-log";
import { registerStages } from "@/register-stages";
import { openTestDatabase, wasAskedOnServer } from "@/tests/support/database";
import {
  makeContribution,
  makeParticipant,
  makeTagging,
  type TestContribution,
  type TestParticipant,
  type TestReview,
  type TestRoundtable,
} from "@/tests/support/worlds/factories";
import { placesOf } from "@/tests/support/places-of";
import { makeScene } from "@/tests/support/worlds/scene";

const folder = mkdtempSync(path.join(os.tmpdir(), "npq-review-ledger-"));
const database = openTestDatabase({ ledgerIn: folder, sessions: 1 });
const file = path.join(folder, "before.backup");
const log = path.join(folder, "decisions.log");

beforeAll(() => registerStages());
afterAll(() => rm(folder, { recursive: true }));

let review: TestReview;
let roundtable: TestRoundtable;
let lead: Viewer;
let facilitator: Viewer;
let reviewer: Viewer;
let participant: TestParticipant;
let contribution: TestContribution;
let themeId: string;
/** In the name and the words of the person who decides, and nowhere else in the database. */
let sentinel: string;

/** Words of somebody who decides something after the backup. */
async function begin() {
  sentinel = `wombat${randomUUID()}`;
  const scene = await makeScene({
    members: ["lead", "facilitator", "reviewer"],
    roundtable: { state: "closed" },
    participant: { name: `Jo ${sentinel}` },
    contribution: { text: `The words of ${sentinel}` },
    theme: {},
  });
  ({ review, roundtable, lead, facilitator, reviewer, participant, contribution } = scene);
  themeId = scene.theme.id;
  await backUp(file, "plain");
}

/** Their words, and those of nine others, are released before the backup. */
async function beginReleased() {
  await begin();
  const theme = { id: themeId, reviewId: review.id };
  await makeTagging(contribution, theme, "ask");
  for (let n = 0; n < 9; n++) {
    const other = await makeParticipant(review, roundtable);
    await makeTagging(await makeContribution(roundtable, { participant: other }), theme, "ask");
  }
  await releaseFigures(lead, { reviewId: review.id });
  await backUp(file, "plain");
}

const permit = (level: PermissionLevel | null, of = participant) =>
  recordPermission(facilitator, { participantId: of.id, level, means: "facilitator" });
const permitted = async (of = participant) =>
  (await db().permission.findFirst({ where: { participantId: of.id, until: null } }))?.level ?? null;
const readByReviewer = async () => {
  const filter = { reviewId: review.id, releaseNumber: 1, themeId };
  return (await listReleasedEvidence(reviewer, filter)).contributions.map(({ text }) => text);
};
const kindsInFile = async () =>
  ((await ledgerFile()?.read())?.entries ?? []).map(({ decision }) => decision.kind);

/** Most ask nothing of the embedded database that these do not. */
const onceIsEnough = test.skipIf(wasAskedOnServer);

describe.skipIf(wasAskedOnServer)("a restore of an older backup does not take back", () => {
  beforeEach(beginReleased);

  test("a permission that was narrowed: reviewers do not read the words again", async () => {
    expect(await readByReviewer()).toContain(contribution.text);
    await permit("not_published");
    await restore(file);
    expect(await permitted()).toBe("not_published");
    expect(await readByReviewer()).not.toContain(contribution.text);
    expect(await readByReviewer()).toHaveLength(9);
  });

  test("the last permission where several were given, the wider one too", async () => {
    await permit("not_published");
    await permit("paraphrase");
    await restore(file);
    expect(await permitted()).toBe("paraphrase");
    await permit("not_published");
    await permit("verbatim");
    await restore(file);
    expect(await permitted()).toBe("verbatim");
  });

  test("a permission under a wording that the backup lacks, unless it is wider", async () => {
    const [other] = await db().participant.findMany({
      where: { roundtableId: roundtable.id, id: { not: participant.id } },
      orderBy: { label: "asc" },
    });
    if (!other) throw new Error("Nobody else is there.");
    await permit("paraphrase", other);
    await backUp(file, "plain");
    await changeWording(lead, {
      reviewId: review.id,
      version: 1,
      text: "Another wording of what is allowed.",
    });
    await permit("paraphrase");
    await permit("verbatim", other);
    const restored = await restore(file);
    expect(await permitted()).toBe("paraphrase");
    expect(await permitted(other)).toBe("paraphrase");
    expect(restored.reviews).toMatchObject([{ applied: { "permission.set": 1 }, absent: 1 }]);
  });

  test("a permission, where the backup has no ledger, as earlier versions wrote it", async () => {
    await permit("paraphrase");
    const text = gunzipSync(await readFile(file)).toString();
    const earlier = path.join(folder, "earlier.backup");
    await writeFile(earlier, gzipSync(text.slice(0, text.indexOf("#ledger.decision"))));
    await restore(earlier);
    expect(await permitted()).toBe("paraphrase");
    expect(await readByReviewer()).toHaveLength(9);
  });

  test("a clearance that was withdrawn", async () => {
    await withdrawClearance(facilitator, { id: contribution.id });
    await restore(file);
    expect(await readByReviewer()).not.toContain(contribution.text);
  });

  test("a leaving, and a return after it", async () => {
    await db().identity.update({ where: { personId: participant.personId }, data: { email: "a@b.example" } });
    await backUp(file, "plain");
    await leaveReview(facilitator, { personId: participant.personId });
    await restore(file);
    const left = await db().person.findUniqueOrThrow({
      where: { id: participant.personId },
      include: { identity: true },
    });
    expect(left.leftAt).toBeInstanceOf(Date);
    expect(left.identity?.email).toBeNull();
    expect(await permitted()).toBe("not_published");
    await returnToReview(facilitator, { personId: participant.personId });
    await restore(file);
    expect(await db().person.findUnique({ where: { id: participant.personId } })).toMatchObject({
      leftAt: null,
    });
    expect(await permitted()).toBe("verbatim");
  });

  test("the removal of a member, and another role", async () => {
    const membershipOf = (viewer: Viewer) =>
      db().membership.findFirst({ where: { reviewId: review.id, userId: viewer.userId } });
    await removeMember(lead, { membershipId: (await membershipOf(reviewer))?.id ?? "" });
    await changeRole(lead, { membershipId: (await membershipOf(facilitator))?.id ?? "", role: "fellow" });
    await restore(file);
    expect(await membershipOf(reviewer)).toBeNull();
    expect(await membershipOf(facilitator)).toMatchObject({ role: "fellow" });
    expect(await membershipOf(lead)).toMatchObject({ role: "lead" });
  });

  test("the removal of a lead whose successor the backup does not know, and it says so", async () => {
    const next = { reviewId: review.id, name: "Next", email: "next@school.example", role: "lead" } as const;
    await addMember(lead, next);
    const membership = await db().membership.findFirstOrThrow({ where: { userId: lead.userId } });
    await removeMember(lead, { membershipId: membership.id });
    const restored = await restore(file);
    expect(await db().membership.count({ where: { userId: lead.userId } })).toBe(0);
    expect(restored.withoutLead).toContain(review.slug);
    expect(wordsOfRestore(restored, "a.backup")).toContain(`npm run db:lead -- ${review.slug}`);
    await transaction((tx) => appointLead(tx, review.slug, next.email));
    const where = { reviewId: review.id, role: "lead" } as const;
    expect(await db().membership.findMany({ where, include: { user: true } })).toMatchObject([
      { user: { email: next.email } },
    ]);
    await expect(transaction((tx) => appointLead(tx, review.slug, "b@school.example"))).rejects.toThrow(
      "has a lead",
    );
  });

  test("a hold that was set, an erasure that waits for it, and a hold that was ended", async () => {
    const { personId } = participant;
    const { id } = await setHold(lead, { reviewId: review.id, personId, reason: "A complaint" });
    await erasePerson(lead, { personId });
    await restore(file);
    expect(await db().hold.findMany({ where: { reviewId: review.id } })).toMatchObject([
      { id, personId, until: null, reason: expect.stringContaining("after a restore") as string },
    ]);
    const [request] = await db().erasureRequest.findMany({ where: { personId } });
    expect(request).toMatchObject({ decidedAt: null });
    await decideErasure(lead, { requestId: request?.id ?? "", decision: "refuse", reason: "Under dispute" });
    await backUp(file, "plain");
    await endHold(lead, { id });
    await restore(file);
    expect((await db().hold.findUniqueOrThrow({ where: { id } })).until).toBeInstanceOf(Date);
    expect(await db().erasureRequest.findMany({ where: { personId } })).toMatchObject([{ erased: false }]);
  });

  test("a retention period, and what was deleted because it was due", async () => {
    await setRetention(lead, { reviewId: review.id, months: 12 });
    await applyRetention(new Date("2026-04-20T06:00:00Z"));
    await applyRetention(new Date("2026-05-20T06:00:00Z"));
    expect(await placesOf(sentinel)).toEqual([]);
    await restore(file);
    expect(await db().review.findUnique({ where: { id: review.id } })).toMatchObject({ retentionMonths: 12 });
    expect(await placesOf(sentinel)).toEqual([]);
    expect(await db().retentionNotice.findFirst({ where: { roundtableId: roundtable.id } })).toMatchObject({
      dueOn: new Date("2026-05-14"),
      deletedAt: expect.any(Date) as Date,
    });
    expect(await db().contribution.count({ where: { roundtableId: roundtable.id, erasedAt: null } })).toBe(0);
  });
});

describe("the ledger", () => {
  beforeEach(begin);

  onceIsEnough("is complete after a restore, and applying it a second time changes nothing", async () => {
    await permit("paraphrase");
    const before = await transaction(listEntries);
    await restore(file);
    expect(await transaction(listEntries)).toEqual(before);
    const permissions = await db().permission.count();
    const again = await restore(file);
    expect(await db().permission.count()).toBe(permissions);
    expect(again.reviews).toMatchObject([{ applied: { "permission.set": 1 }, absent: 0 }]);
  });

  onceIsEnough("says in each review's log and in words what a restore applied again", async () => {
    await permit("paraphrase");
    await erasePerson(lead, { personId: participant.personId });
    const restored = await restore(file);
    const everything = { kind: null, who: null, roundtableId: null, from: null, to: null };
    const { entries } = await listAudit(lead, { reviewId: review.id, filter: everything, people: [] });
    expect(entries.find(({ action }) => action === "database.restore")).toMatchObject({
      actor: "Command line",
    });
    const entry = await db().auditEntry.findFirstOrThrow({
      where: { reviewId: review.id, action: "database.restore" },
    });
    expect(entry.detail).toMatchObject({
      by: "command line",
      "permission.set": 1,
      "person.erase": 1,
      absent: 0,
    });
    expect(wordsOfRestore(restored, "a.backup")).toContain(
      "Applied again what people decided since then: 1 erasure, 1 permission.",
    );
  });

  onceIsEnough("holds no words and no names", async () => {
    await setHold(lead, { reviewId: review.id, personId: participant.personId, reason: `${sentinel} sued` });
    expect(await placesOf(`${sentinel} sued`)).toEqual(["hold.reason"]);
    expect(await readFile(log, "utf8")).not.toMatch(/wombat/);
  });

  test("is append-only", async () => {
    await permit("paraphrase");
    for (const change of [
      "UPDATE ledger.decision SET at = now()",
      "DELETE FROM ledger.decision",
      "TRUNCATE ledger.decision",
    ])
      await expect(pool().query(change), change).rejects.toThrow(/append-only/);
  });

  test("holds nothing of a decision that was rolled back, on disk neither", async () => {
    const before = await kindsInFile();
    const decision: Decision = { kind: "person.leave", reviewId: review.id, personId: review.id, byId: null };
    await expect(
      transaction(async (tx) => {
        await leaveReview.within(tx, facilitator, { personId: participant.personId });
        throw new Error("Rolled back");
      }),
    ).rejects.toThrow("Rolled back");
    expect(await kindsInFile()).toEqual(before);
    expect((await transaction(listEntries)).map((entry) => entry.decision)).not.toContainEqual(decision);
  });

  test("has its copy on disk when the decision is acknowledged", async () => {
    await leaveReview(facilitator, { personId: participant.personId });
    expect((await kindsInFile()).slice(-2)).toEqual(["person.leave", "permission.set"]);
  });

  test("is enough on disk when the database is lost", async () => {
    await beginReleased();
    await permit("not_published");
    await database.lose();
    await reconcileLedger();
    await restore(file);
    expect(await permitted()).toBe("not_published");
    expect(await readByReviewer()).not.toContain(contribution.text);
  });

  test("is applied at the start to a database that was put back by other means", async () => {
    await erasePerson(lead, { personId: participant.personId });
    const kept = await readFile(log);
    // As a copy of the data folder from before the erasure: its ledger does not know of it.
    await rm(log);
    await database.lose();
    await restore(file);
    expect(await placesOf(sentinel)).not.toEqual([]);
    await writeFile(log, kept);
    await reconcileLedger();
    expect(await placesOf(sentinel)).toEqual([]);
    expect(
      await db().auditEntry.count({ where: { reviewId: review.id, action: "decisions.apply-again" } }),
    ).toBe(1);
    await reconcileLedger();
    expect(await db().auditEntry.count({ where: { action: "decisions.apply-again" } })).toBe(1);
  });

  onceIsEnough("is written again on disk from the database", async () => {
    await permit("paraphrase");
    const before = await kindsInFile();
    await rm(log);
    await copyLedger();
    expect(await kindsInFile()).toEqual(before);
  });

  test("is copied later where its file could not be written, and the decision stands", async () => {
    const before = await kindsInFile();
    const kept = await readFile(log);
    await rm(log);
    await mkdir(log);
    await permit("not_published");
    expect(await permitted()).toBe("not_published");
    await rm(log, { recursive: true });
    await writeFile(log, kept);
    await copyLedger();
    expect(await kindsInFile()).toEqual([...before, "permission.set"]);
  });

  onceIsEnough("takes entries that are there already once", async () => {
    await permit("paraphrase");
    const entries = await transaction(listEntries);
    await transaction((tx) => insertEntries(tx, entries));
    expect(await transaction(listEntries)).toEqual(entries);
  });
});

describe.skipIf(wasAskedOnServer)("the ledger's file", () => {
  beforeEach(async () => {
    await begin();
    await permit("paraphrase");
    await permit("not_published");
  });

  test("with a cut last line serves a restore, which says so, and is mended by the next decision", async () => {
    const whole = await readFile(log);
    const before = await kindsInFile();
    await writeFile(log, whole.subarray(0, whole.length - 20));
    const restored = await restore(file);
    expect(restored.cut).toBe(true);
    expect(wordsOfRestore(restored, "a.backup")).toContain("was cut short");
    // The table had the entry whose line was cut.
    expect(await permitted()).toBe("not_published");
    expect(await kindsInFile()).toEqual(before);
    expect((await readFile(log)).equals(whole)).toBe(true);
  });

  test("with a changed, missing or inserted line refuses a restore and the start, and nothing changes", async () => {
    const whole = await readFile(log, "utf8");
    const lines = whole.split("\n");
    const bad = {
      changed: whole.replaceAll('"paraphrase"', '"verbatim"'),
      missing: lines.filter((_, index) => index !== lines.length - 3).join("\n"),
      inserted: [...lines.slice(0, -2), lines[0], ...lines.slice(-2)].join("\n"),
    };
    for (const [name, text] of Object.entries(bad)) {
      await writeFile(log, text);
      await expect(restore(file), name).rejects.toThrow(/Line \d+ of .*decisions\.log is damaged/);
      await expect(reconcileLedger(), name).rejects.toThrow(/is damaged/);
      expect(await permitted()).toBe("not_published");
      expect(await readFile(log, "utf8")).toBe(text);
    }
    await writeFile(log, whole);
  });
});
