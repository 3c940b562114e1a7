import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withdrawClearance } from "@/lib/capture/clearance/commands/clear-contribution";
import {
  restoreContribution,
  strikeContribution,
} from "@/lib/capture/contribution/commands/strike-contribution";
import { undoImport } from "@/lib/capture/import/commands/undo-import";
import { changeIdentity, recordPermission } from "@/lib/capture/people/commands/change-participant";
import {
  endPermissionLink,
  makePermissionLink,
} from "@/lib/capture/permission/commands/make-permission-link";
import { applyRetention } from "@/lib/capture/protection/commands/apply-retention";
import { decideErasure } from "@/lib/capture/protection/commands/decide-erasure";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { leaveReview, returnToReview } from "@/lib/capture/protection/commands/leave-review";
import { endHold, setHold } from "@/lib/capture/protection/commands/set-hold";
import { setRetention } from "@/lib/capture/protection/commands/set-retention";
import { changeRoundtable } from "@/lib/capture/roundtable/commands/change-roundtable";
import { backUp } from "@/lib/platform/backup/backup";
import { restore } from "@/lib/platform/backup/restore";
import { db, ledgerFile, pool, transaction } from "@/lib/platform/db";
import { listEntries } from "@/lib/platform/ledger/ledger";
import { reconcileLedger } from "@/lib/platform/ledger/reconcile";
import { empty } from "@/prisma/migrate";
import type { DecisionKind } from "@/lib/platform/ledger/decision";
import { addMember, changeRole, removeMember } from "@/lib/review/member/commands/change-members";
import { withdrawVersion } from "@/lib/report/version/commands/withdraw-version";
import { registerStages } from "@/register-stages";
import { openTestDatabase } from "@/tests/support/database";
import { DECIDED_OTHERWISE, DECIDES } from "@/tests/support/decision-table";
import {
  makeContribution,
  makeMember,
  makeParticipant,
  makeRoundtable,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

const folder = mkdtempSync(path.join(os.tmpdir(), "npq-review-kinds-"));
openTestDatabase({ ledgerIn: folder });
beforeAll(() => registerStages());
afterAll(() => rm(folder, { recursive: true }));

/** Roundtables with somebody for each kind of decision, and what it is about. */
async function makeWorld() {
  const scene = await makeScene({
    members: ["lead", "facilitator"],
    roundtable: { state: "read_back" },
    participants: 4,
    contributions: 3,
  });
  const { review, facilitator, roundtable, participants } = scene;
  const [permitting, leaver, erased, unnamed] = participants;
  const userId = (await makeMember(review, "fellow")).userId;
  const membership = await db().membership.findFirstOrThrow({ where: { userId }, include: { user: true } });
  const [, , struck] = scene.contributions;
  await db().contribution.update({ where: { id: struck.id }, data: { struckAt: new Date() } });
  const imported = await db().import.create({
    data: {
      roundtableId: roundtable.id,
      fileName: "lines.csv",
      fileDigest: new Uint8Array(32),
      mapping: { text: "text" },
      state: "visible",
      rows: 1,
      createdById: facilitator.userId,
    },
  });
  await makePermissionLink(facilitator, { participantId: permitting.id });
  const due = await makeRoundtable(review, { state: "closed" });
  const old = await makeParticipant(review, due);
  await makeContribution(due, { participant: old });
  await db().roundtable.update({ where: { id: due.id }, data: { heldOn: new Date("2025-01-14") } });
  const version = await makePublishedVersion(review.id, scene.lead.userId);
  const planned = await makeRoundtable(review, { state: "planned" });
  return { ...scene, permitting, leaver, erased, unnamed, membership, struck, imported, planned, version };
}

async function makePublishedVersion(reviewId: string, createdById: string) {
  const report = await db().report.create({
    data: { reviewId, slug: "withdrawn", title: "Withdrawn", state: "published", createdById },
  });
  const [publishedAt, hash] = [new Date(), new Uint8Array(32)];
  const data = { reportId: report.id, number: 1, hash, createdById, publishedAt, publishedById: createdById };
  return db().version.create({ data });
}

type World = Awaited<ReturnType<typeof makeWorld>>;

const removeFellow = ({ lead, membership: { id } }: World) => removeMember(lead, { membershipId: id });
const held = ({ erased: { personId } }: World) => ({ personId });
const hold = (world: World) => ({ ...held(world), reviewId: world.review.id, reason: "A request" });

/** How each kind of decision is made, in an order in which each can be. */
const MADE: Record<DecisionKind, (world: World) => Promise<unknown>> = {
  "member.role": ({ lead, membership: { id } }) => changeRole(lead, { membershipId: id, role: "reviewer" }),
  "member.remove": removeFellow,
  "member.add": ({ lead, review, membership: { user } }) =>
    addMember(lead, { reviewId: review.id, role: "fellow", name: "Back", email: user.email }),
  "permission.set": ({ facilitator, permitting: { id } }) =>
    recordPermission(facilitator, { participantId: id, level: "paraphrase", means: "paper" }),
  "link.end": ({ facilitator, permitting: { id } }) => endPermissionLink(facilitator, { participantId: id }),
  "confidentiality.set": ({ lead, planned: { id, title, heldOn, host, place, revision } }) =>
    changeRoundtable(lead, {
      id,
      title,
      heldOn,
      host,
      place,
      revision,
      online: false,
      heldOnConfirmed: true,
      kept: [],
      questions: [],
      confidentiality: "chatham_house",
    }),
  "identity.remove": ({ facilitator, unnamed: { personId } }) =>
    changeIdentity(facilitator, { personId, name: null, organisation: null, email: null }),
  "contribution.strike": ({ facilitator, contributions: [{ id }] }) =>
    strikeContribution(facilitator, { id, revision: 1 }),
  "contribution.restore": ({ facilitator, struck: { id } }) =>
    restoreContribution(facilitator, { id, revision: 1 }),
  "clearance.end": ({ facilitator, contributions: [, { id }] }) => withdrawClearance(facilitator, { id }),
  "import.undo": ({ facilitator, imported: { id } }) => undoImport(facilitator, { importId: id }),
  "person.leave": ({ facilitator, leaver: { personId } }) => leaveReview(facilitator, { personId }),
  "person.return": ({ facilitator, leaver: { personId } }) => returnToReview(facilitator, { personId }),
  "hold.set": (world) => setHold(world.lead, hold(world)),
  "erasure.ask": (world) => erasePerson(world.lead, held(world)),
  "erasure.refuse": async ({ lead }) => {
    const { id } = await db().erasureRequest.findFirstOrThrow();
    await decideErasure(lead, { requestId: id, decision: "refuse", reason: "A court asked" });
  },
  "hold.end": async ({ lead }) => endHold(lead, { id: (await db().hold.findFirstOrThrow()).id }),
  "person.erase": (world) => erasePerson(world.lead, held(world)),
  "version.withdraw": ({ lead, version: { id } }) =>
    withdrawVersion(lead, { versionId: id, notice: "A figure was wrong." }),
  "retention.set": ({ lead, review }) => setRetention(lead, { reviewId: review.id, months: 6 }),
  "retention.apply": async () => {
    await applyRetention(new Date("2025-07-01T06:00:00Z"));
    await applyRetention(new Date("2025-08-15T06:00:00Z"));
  },
};

test("every kind of decision is made by a command or job that says so, and applied again by a restore", async () => {
  const world = await makeWorld();
  const file = path.join(folder, "before.backup");
  await backUp(file, "plain");
  for (const make of Object.values(MADE)) await make(world);
  const { reviews } = await restore(file);
  expect(reviews.map(({ applied }) => Object.keys(applied).sort())).toEqual([Object.keys(MADE).sort()]);
  expect(reviews.map(({ absent }) => absent)).toEqual([0]);
  const version = await db().version.findUniqueOrThrow({ where: { id: world.version.id } });
  expect(version.withdrawnAt).not.toBeNull();
  expect(version.notice).toMatch(/^This version was withdrawn/);
  const declared = [...Object.values(DECIDES).flat(), ...Object.keys(DECIDED_OTHERWISE)];
  expect([...new Set(declared)].sort()).toEqual(Object.keys(MADE).sort());
});

test("a database that is emptied on purpose keeps its ledger, in the database and on disk", async () => {
  const before = await transaction(listEntries);
  expect(before.length).toBeGreaterThan(0);
  await empty(pool());
  expect(await db().review.count()).toBe(0);
  expect(await transaction(listEntries)).toEqual(before);
  await reconcileLedger();
  expect((await ledgerFile()?.read())?.entries).toEqual(before);
});
