import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { editContribution } from "@/lib/capture/contribution/commands/edit-contribution";
import {
  restoreContribution,
  strikeContribution,
} from "@/lib/capture/contribution/commands/strike-contribution";
import { EditInput } from "@/lib/capture/contribution/contribution";
import { undoImport } from "@/lib/capture/import/commands/undo-import";
import { changeIdentity } from "@/lib/capture/people/commands/change-participant";
import { matchPeople } from "@/lib/capture/people/commands/match-people";
import { registerParticipant } from "@/lib/capture/people/commands/register-participant";
import { RegisterParticipantInput } from "@/lib/capture/people/participant";
import {
  endPermissionLink,
  makePermissionLink,
} from "@/lib/capture/permission/commands/make-permission-link";
import { findPermissionPage } from "@/lib/capture/permission/queries/permission-links";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { previewErasure } from "@/lib/capture/protection/queries/erasure-preview";
import { leaveReview } from "@/lib/capture/protection/commands/leave-review";
import { changeRoundtable } from "@/lib/capture/roundtable/commands/change-roundtable";
import type { Confidentiality } from "@/lib/capture/roundtable/roundtable";
import { backUp } from "@/lib/platform/backup/backup";
import { restore } from "@/lib/platform/backup/restore";
import { db, transaction } from "@/lib/platform/db";
import { listEntries } from "@/lib/platform/ledger/ledger";
import { registerStages } from "@/register-stages";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeFinding,
  makeParticipant,
  makeRoundtable,
  makeTheme,
  type TestContribution,
  type TestParticipant,
  type TestReview,
  type TestRoundtable,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

const folder = mkdtempSync(path.join(os.tmpdir(), "npq-review-decisions-"));
openTestDatabase({ ledgerIn: folder });
const file = path.join(folder, "before.backup");

beforeAll(() => registerStages());
afterAll(() => rm(folder, { recursive: true }));

let review: TestReview;
let roundtable: TestRoundtable;
let lead: Viewer;
let facilitator: Viewer;
let participant: TestParticipant;
let contribution: TestContribution;

/** A session that goes on after the backup. */
beforeEach(async () => {
  const scene = await makeScene({
    members: ["lead", "facilitator"],
    roundtable: { state: "in_session", confidentiality: "attributed" },
    participant: {},
    contribution: {},
  });
  ({ review, roundtable, lead, facilitator, participant, contribution } = scene);
  await backUp(file, "plain");
});

const stored = (id = contribution.id) => db().contribution.findUniqueOrThrow({ where: { id } });
const promised = async () =>
  (await db().roundtable.findUniqueOrThrow({ where: { id: roundtable.id } })).confidentiality;

async function promise(confidentiality: Confidentiality) {
  const { id, title, heldOn, host, place, revision } = await db().roundtable.findUniqueOrThrow({
    where: { id: roundtable.id },
  });
  const kept = { id, title, heldOn, host, place, revision, online: false, kept: [], questions: [] };
  await changeRoundtable(facilitator, { ...kept, confidentiality, heldOnConfirmed: true });
}

describe("a restore of an older backup does not take back", () => {
  test("the end of a permission link, or a new link in its place", async () => {
    const whose = { participantId: participant.id };
    const { token } = await makePermissionLink(facilitator, whose);
    await backUp(file, "plain");
    await endPermissionLink(facilitator, whose);
    await restore(file);
    expect(await findPermissionPage(token ?? "")).toBeNull();
    const next = await makePermissionLink(facilitator, whose);
    await backUp(file, "plain");
    expect(await findPermissionPage(next.token ?? "")).not.toBeNull();
    await makePermissionLink(facilitator, whose);
    await restore(file);
    expect(await findPermissionPage(next.token ?? "")).toBeNull();
  });

  test("a promise of more confidentiality, the last where there were several", async () => {
    await promise("role_only");
    await promise("chatham_house");
    const restored = await restore(file);
    expect(await promised()).toBe("chatham_house");
    expect(restored.reviews).toMatchObject([{ applied: { "confidentiality.set": 2 }, absent: 0 }]);
  });

  test("a name that was removed", async () => {
    const { personId } = participant;
    await changeIdentity(facilitator, { personId, name: null, organisation: null, email: null });
    await restore(file);
    expect(await db().identity.findUnique({ where: { personId } })).toBeNull();
  });

  test("a contribution that was struck out, or that counts again after it", async () => {
    const { revision } = await strikeContribution(facilitator, { id: contribution.id, revision: 1 });
    await restore(file);
    expect((await stored()).struckAt).toBeInstanceOf(Date);
    expect((await stored()).struckById).toBe(facilitator.userId);
    await restoreContribution(facilitator, { id: contribution.id, revision });
    await restore(file);
    expect((await stored()).struckAt).toBeNull();
  });

  test("that an import was undone", async () => {
    const { id } = await db().import.create({
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
    await backUp(file, "plain");
    await undoImport(facilitator, { importId: id });
    await restore(file);
    expect(await db().import.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "undone",
      mapping: {},
    });
  });
});

describe("an erasure after the backup removes words", () => {
  const attribute = async (id: string, participantId: string) => {
    const { text, wording } = await stored(id);
    const source = { source: `identified:${participantId}`, text, wording };
    await editContribution(facilitator, EditInput.parse({ ...source, id, revision: 1 }));
  };
  let unknown: TestContribution;

  beforeEach(async () => {
    unknown = await makeContribution(roundtable);
    await backUp(file, "plain");
  });

  test("that the backup does not know to be theirs", async () => {
    await attribute(unknown.id, participant.id);
    await erasePerson(lead, { personId: participant.personId });
    await restore(file);
    expect(await stored(unknown.id)).toMatchObject({ text: "", erasedAt: expect.any(Date) as Date });
  });

  test("of somebody whom the backup does not know at all", async () => {
    const input = RegisterParticipantInput.parse({ roundtableId: roundtable.id, name: "Somebody New" });
    const { id } = await registerParticipant(facilitator, input);
    await attribute(unknown.id, id);
    const { personId } = await db().participant.findUniqueOrThrow({ where: { id } });
    await erasePerson(lead, { personId });
    await restore(file);
    expect(await stored(unknown.id)).toMatchObject({ text: "", erasedAt: expect.any(Date) as Date });
    expect((await stored()).text).toBe(contribution.text);
  });
});

test("an erasure keeps to what was decided about each trace in other people's texts", async () => {
  const theme = await makeTheme(review);
  const { id } = await makeFinding(theme, [], { text: "Isolde is a play by Quendlemarsh." });
  const { personId } = participant;
  const named = { name: "Isolde Quendlemarsh", organisation: null, email: null };
  await changeIdentity(facilitator, { personId, ...named });
  const told = () => db().finding.findUniqueOrThrow({ where: { id } });
  await backUp(file, "plain");
  const { traces } = await previewErasure(lead, personId);
  const mine = traces.filter(({ owner }) => owner === id);
  expect(mine.map(({ words, proposed }) => [words, proposed])).toEqual([
    ["Isolde", false],
    ["Quendlemarsh", true],
  ]);
  const keys = mine.map(({ key }) => key);
  // Against what was proposed, both ways.
  await erasePerson(lead, { personId, shown: keys, masked: keys.slice(0, 1) });
  const { text } = await told();
  expect(text).toBe("[name removed] is a play by Quendlemarsh.");
  const entries = JSON.stringify(await transaction(listEntries));
  await restore(file);
  expect((await told()).text).toBe(text);
  // Nor can a guessed name be told from what the ledger holds.
  for (const key of keys) expect(entries).not.toContain(key);
  const erased = await db().person.findUniqueOrThrow({ where: { id: personId } });
  expect(erased.traceSecret).toBeNull();
});

test("leaving applies to both of two people who were matched after the backup", async () => {
  const elsewhere = await makeRoundtable(review);
  const other = await makeParticipant(review, elsewhere);
  await backUp(file, "plain");
  const { personId } = await matchPeople(facilitator, {
    personId: participant.personId,
    otherId: other.personId,
  });
  await leaveReview(facilitator, { personId });
  await restore(file);
  const left = await db().person.findMany({ where: { id: { in: [participant.personId, other.personId] } } });
  expect(left.map(({ leftAt }) => leftAt)).toEqual([expect.any(Date), expect.any(Date)]);
});
