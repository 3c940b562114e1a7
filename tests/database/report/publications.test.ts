import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { db } from "@/lib/platform/db";
import { blockOf, plainText } from "@/lib/report/draft/block";
import type { BlockType } from "@/lib/report/draft/document-kind";
import { getReport } from "@/lib/report/draft/queries/reports";
import type { Audience } from "@/lib/report/draft/report";
import { toMarkdown } from "@/lib/report/export/markdown";
import { publishReport } from "@/lib/report/version/commands/publish-report";
import { withdrawVersion } from "@/lib/report/version/commands/withdraw-version";
import { readClaimCitations } from "@/lib/report/version/queries/claim-citations";
import { getPublication, standingClaims } from "@/lib/report/version/queries/publications";
import { exported, getVersion } from "@/lib/report/version/queries/versions";
import { registerStages } from "@/register-stages";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeMember,
  makeReview,
  makeStranger,
  type TestContribution,
  type TestParticipant,
  type TestReview,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

const QUOTE = "I would do it again tomorrow.";
let review: TestReview;
let lead: Viewer;
let facilitator: Viewer;
let reviewer: Viewer;
let fellow: Viewer;
let elsewhere: Viewer;
let release: { id: string };
let said: TestContribution;
let speaker: TestParticipant;

beforeAll(async () => {
  registerStages();
  const scene = await makeScene({
    members: ["lead", "facilitator", "reviewer", "fellow"],
    roundtable: { state: "read_back" },
    participants: 1,
    contributions: [{ verbatim: true, text: QUOTE }],
  });
  ({ review, lead, facilitator, reviewer, fellow } = scene);
  [[said], [speaker]] = [scene.contributions, scene.participants];
  const figures = { roundtable: null, roundtables: 1, present: 1, themes: [] };
  release = await db().release.create({
    data: {
      reviewId: review.id,
      number: 1,
      threshold: 5,
      breakdowns: [],
      checked: {},
      createdById: lead.userId,
      tables: { create: { figures } },
    },
    select: { id: true },
  });
  elsewhere = await makeMember(await makeReview(), "lead");
});

/** A report with a heading, and a quotation as a claim. */
async function makeReport() {
  const [id, claimId] = [randomUUID(), randomUUID()];
  const slug = `report-${id.slice(-8)}`;
  await db().report.create({
    data: {
      id,
      reviewId: review.id,
      slug,
      title: "What was said",
      releaseId: release.id,
      createdById: facilitator.userId,
    },
  });
  const blocks: [BlockType, ReturnType<typeof blockOf>][] = [
    ["heading", blockOf("heading", [{ text: "Key asks", marks: [] }])],
    [
      "quotation",
      blockOf("quotation", [{ text: QUOTE, marks: [{ type: "claim", attrs: { id: claimId } }] }]),
    ],
  ];
  for (const [index, [type, content]] of blocks.entries()) {
    const block = await db().block.create({
      data: { reportId: id, section: "asks", type, position: index + 1, content },
      select: { id: true },
    });
    if (type === "heading") continue;
    await db().claim.create({
      data: {
        id: claimId,
        reviewId: review.id,
        blockId: block.id,
        evidence: {
          create: { contributionId: said.id, bearing: "supports", byId: facilitator.userId },
        },
      },
    });
  }
  return { id, slug, claimId };
}

type TestReport = Awaited<ReturnType<typeof makeReport>>;

const open = (viewer: Viewer | null, { slug }: TestReport, number: number | null = null) =>
  getPublication(viewer, { review: review.slug, report: slug, number });

const published = async (report: TestReport, audience?: Audience) =>
  publishReport(lead, { reportId: report.id, ...(audience ? { audience } : {}) });

/** Publishes again with one more word. */
async function publishMore(report: TestReport, audience: Audience) {
  const content = blockOf("heading", [{ text: `Key asks ${randomUUID()}`, marks: [] }]);
  await db().block.updateMany({ where: { reportId: report.id, type: "heading" }, data: { content } });
  return published(report, audience);
}

const refused = { kind: "not-found" };

describe("who may open a published version", () => {
  test("its review's members, where it is for members, and nobody else", async () => {
    const report = await makeReport();
    await published(report);
    for (const viewer of [lead, facilitator, reviewer, fellow])
      expect((await open(viewer, report)).version.number).toBe(1);
    for (const viewer of [null, elsewhere, await makeStranger()])
      await expect(open(viewer, report, 1)).rejects.toMatchObject(refused);
  });

  test("everybody, where it is public", async () => {
    const report = await makeReport();
    await published(report, "public");
    for (const viewer of [null, elsewhere, reviewer])
      expect((await open(viewer, report, 1)).version.blocks.map(({ content }) => plainText(content))).toEqual(
        ["Key asks", QUOTE],
      );
  });

  test("nobody, before it is published, and a version that there is not", async () => {
    const report = await makeReport();
    await expect(open(lead, report)).rejects.toMatchObject(refused);
    await published(report, "public");
    await expect(open(lead, report, 2)).rejects.toMatchObject(refused);
  });

  test("the lead alone publishes, once for each audience that is said", async () => {
    const report = await makeReport();
    await expect(publishReport(facilitator, { reportId: report.id })).rejects.toMatchObject({
      kind: "forbidden",
    });
    await published(report);
    await published(report, "public");
    await published(report, "public");
    expect((await open(null, report)).all).toHaveLength(1);
    const entries = await db().auditEntry.findMany({
      where: { action: "version.publish", reviewId: review.id },
      orderBy: { position: "asc" },
    });
    const own = entries.filter(({ detail }) => JSON.stringify(detail).includes(report.id));
    expect(own.map(({ detail }) => detail)).toHaveLength(2);
  });
});

describe("superseded and withdrawn", () => {
  test("a later version supersedes for those who may open it; the earlier address stays", async () => {
    const report = await makeReport();
    await published(report, "public");
    await publishMore(report, "members");
    expect((await open(null, report)).all.map(({ number }) => number)).toEqual([1]);
    const { version, all } = await open(reviewer, report, 1);
    expect([version.number, all.map(({ number }) => number)]).toEqual([1, [2, 1]]);
    expect((await open(reviewer, report)).version.number).toBe(2);
  });

  test("a withdrawn version keeps its address and shows its notice, and no text but to facilitators", async () => {
    const report = await makeReport();
    await published(report, "public");
    const versionId = (await open(null, report)).version.id;
    const asked = { versionId, notice: "A figure was wrong." };
    await expect(withdrawVersion(facilitator, asked)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(withdrawVersion(elsewhere, asked)).rejects.toMatchObject(refused);
    await withdrawVersion(lead, asked);
    await withdrawVersion(lead, { versionId, notice: "Later." });
    const { version } = await open(null, report, 1);
    expect(version).toMatchObject({ notice: "A figure was wrong.", blocks: [] });
    const whole = await getReport(lead, review.id, report.slug);
    await expect(getVersion(reviewer, whole, 1)).rejects.toMatchObject(refused);
    expect((await getVersion(facilitator, whole, 1)).blocks).toHaveLength(2);
    // The same words again are a version of their own.
    expect(await published(report, "public")).toEqual({ number: 2 });
    expect((await open(null, report)).version.withdrawnAt).toBeNull();
  });

  test("what is not published cannot be withdrawn", async () => {
    const report = await makeReport();
    const { id } = await db().version.create({
      data: { reportId: report.id, number: 1, hash: new Uint8Array(32), createdById: lead.userId },
    });
    await expect(withdrawVersion(lead, { versionId: id, notice: "No." })).rejects.toMatchObject({
      kind: "invalid",
    });
  });
});

describe("evidence of a published version", () => {
  test("facilitators follow a claim to contributions, by label; others are refused", async () => {
    const report = await makeReport();
    await published(report, "public");
    const { report: whole, version } = await open(facilitator, report);
    expect(await standingClaims(facilitator, whole, [report.claimId])).toEqual(new Set([report.claimId]));
    const citations = await readClaimCitations(facilitator, whole, version);
    expect(citations.get(report.claimId)?.supports).toEqual([
      expect.objectContaining({ id: said.id, label: speaker.label }),
    ]);
    for (const viewer of [reviewer, fellow]) {
      await expect(readClaimCitations(viewer, whole, version)).rejects.toMatchObject({ kind: "forbidden" });
      await expect(standingClaims(viewer, whole, [])).rejects.toMatchObject({ kind: "forbidden" });
    }
    expect(JSON.stringify(exported(whole, version))).not.toContain(said.id);
  });

  // The last one: the speaker is gone afterwards.
  test("an erasure leaves a marked gap, at its address and in its files", async () => {
    const report = await makeReport();
    await published(report, "public");
    await erasePerson(lead, { personId: speaker.personId });
    const { report: whole, version } = await open(null, report, 1);
    expect(toMarkdown(exported(whole, version))).toContain("> Removed at the speaker’s request");
    expect(toMarkdown(exported(whole, version))).not.toContain(QUOTE);
    expect(version).toMatchObject({ verified: true, gaps: 1 });
  });
});
