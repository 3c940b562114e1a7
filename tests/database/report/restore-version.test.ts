import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { db } from "@/lib/platform/db";
import { getDraft } from "@/lib/report/check/queries/checked-draft";
import { blockOf, isGap, plainText } from "@/lib/report/draft/block";
import type { BlockType } from "@/lib/report/draft/document-kind";
import { getReport, type Report } from "@/lib/report/draft/queries/reports";
import { restoreVersion } from "@/lib/report/version/commands/restore-version";
import { saveVersion } from "@/lib/report/version/commands/save-version";
import { compareVersions, countChanges } from "@/lib/report/version/compare/compare";
import { getSnapshot } from "@/lib/report/version/queries/draft-snapshot";
import { getVersion, listVersions } from "@/lib/report/version/queries/versions";
import { registerStages } from "@/register-stages";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeMember,
  makeReview,
  type TestContribution,
  type TestParticipant,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

const QUOTE = "I would do it again tomorrow.";
let reviewId: string;
let facilitator: Viewer;
let lead: Viewer;
let fellow: Viewer;
let said: TestContribution;
let speaker: TestParticipant;
let report: Report;
let ids: { heading: string; quotation: string; claim: string };

beforeAll(async () => {
  registerStages();
  const scene = await makeScene({
    members: ["lead", "facilitator", "fellow"],
    roundtable: { state: "read_back" },
    participants: 1,
    contributions: [{ verbatim: true, text: QUOTE }],
  });
  ({ lead, facilitator, fellow } = scene);
  reviewId = scene.review.id;
  [[said], [speaker]] = [scene.contributions, scene.participants];
});

const claimed = (id: string) => ({ text: QUOTE, marks: [{ type: "claim" as const, attrs: { id } }] });

/** A draft of a heading and a quotation, saved as version 1 and then changed. */
beforeEach(async () => {
  ids = { heading: randomUUID(), quotation: randomUUID(), claim: randomUUID() };
  const slug = `report-${randomUUID().slice(-8)}`;
  const blocks: [string, BlockType, ReturnType<typeof blockOf>][] = [
    [ids.heading, "heading", blockOf("heading", [{ text: "Key asks", marks: [] }])],
    [ids.quotation, "quotation", blockOf("quotation", [claimed(ids.claim)])],
  ];
  const data = { reviewId, slug, title: "Restored", createdById: facilitator.userId };
  const { id: reportId } = await db().report.create({ data });
  for (const [position, [id, type, content]] of blocks.entries())
    await db().block.create({ data: { id, reportId, section: "asks", type, position, content } });
  const cites = { contributionId: said.id, bearing: "supports" as const, byId: facilitator.userId };
  const evidence = { create: cites };
  await db().claim.create({ data: { id: ids.claim, reviewId, blockId: ids.quotation, evidence } });
  report = await getReport(facilitator, reviewId, slug);
  await saveVersion(facilitator, { reportId, name: "Sent to Fellows" });
  const now = new Date();
  await db().claim.update({ where: { id: ids.claim }, data: { removedAt: now } });
  await db().claimEvidence.updateMany({ where: { claimId: ids.claim }, data: { until: now } });
  await db().block.update({ where: { id: ids.quotation }, data: { removedAt: now } });
  const content = blockOf("heading", [{ text: "What they ask for", marks: [] }]);
  await db().block.update({ where: { id: ids.heading }, data: { content, revision: 2 } });
  const added = { section: "asks", type: "paragraph", position: 3 } as const;
  const text = blockOf("paragraph", [{ text: "New since.", marks: [] }]);
  await db().block.create({ data: { id: randomUUID(), reportId, ...added, content: text } });
});

const texts = async () =>
  (await getDraft(facilitator, report)).blocks.map(({ content }) => plainText(content));
const version = (number: number) => getVersion(facilitator, report, number);
const restore = async (viewer: Viewer, number = 1) =>
  restoreVersion(viewer, { versionId: (await version(number)).id });

describe("restoring a version", () => {
  test("makes the draft read as it did, with its evidence, and loses nothing: it can be undone", async () => {
    const changed = ["What they ask for", "New since."];
    expect(await texts()).toEqual(changed);
    expect(await restore(facilitator)).toEqual({ number: 1, before: 2 });
    const { blocks, claims } = await getDraft(facilitator, report);
    expect(blocks.map(({ content }) => plainText(content))).toEqual(["Key asks", QUOTE]);
    expect(claims.get(ids.claim)?.supports.map(({ id }) => id)).toEqual([said.id]);
    const all = await listVersions(facilitator, report);
    expect(all.map(({ name }) => name)).toEqual(["Before version 1 was restored", "Sent to Fellows"]);
    const revisions = await db().blockRevision.findMany({ where: { blockId: ids.heading } });
    expect(revisions.map(({ revision }) => revision)).toEqual([2]);
    // Sent twice, it restores once and keeps no further version.
    expect(await restore(facilitator)).toEqual({ number: 1, before: 3 });
    expect(await restore(facilitator)).toEqual({ number: 1, before: 3 });
    await restore(facilitator, 2);
    expect(await texts()).toEqual(changed);
  });

  test("is for those who write reports, and for no other review", async () => {
    const elsewhere = await makeMember(await makeReview(), "lead");
    await expect(restore(elsewhere)).rejects.toMatchObject({ kind: "not-found" });
    await expect(restore(fellow)).rejects.toMatchObject({ kind: "not-found" });
    expect(await texts()).toEqual(["What they ask for", "New since."]);
    await expect(restore(lead)).resolves.toMatchObject({ number: 1 });
  });

  test("a comparison with the draft says what it would change, for those who write", async () => {
    const snapshot = await getSnapshot(facilitator, report);
    const changes = compareVersions(snapshot, (await version(1)).blocks, () => "");
    expect(countChanges(changes)).toBe(3);
    expect(() => getSnapshot(fellow, report)).toThrow();
    await restore(facilitator);
    const after = compareVersions(
      await getSnapshot(facilitator, report),
      (await version(1)).blocks,
      () => "",
    );
    expect(countChanges(after)).toBe(0);
  });

  // The last one: the speaker is gone afterwards.
  test("what was erased since stays a marked gap", async () => {
    await erasePerson(lead, { personId: speaker.personId });
    await restore(facilitator);
    const { blocks } = await getDraft(facilitator, report);
    expect(blocks.map(isGap)).toEqual([false, true]);
    expect(JSON.stringify(blocks)).not.toContain(QUOTE);
  });
});
