import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { previewErasure } from "@/lib/capture/protection/queries/erasure-preview";
import { chainAuditEntries, firstBrokenEntry } from "@/lib/platform/audit/audit-chain";
import { backUp } from "@/lib/platform/backup/backup";
import { restore } from "@/lib/platform/backup/restore";
import { db, transaction } from "@/lib/platform/db";
import { saltedDigest, sha256 } from "@/lib/platform/digest";
import { enqueue } from "@/lib/platform/jobs";
import { queueMail } from "@/lib/platform/mail/mail";
import { blockOf, GAP, plainText } from "@/lib/report/draft/block";
import { BlockContent } from "@/lib/report/draft/content/block-content";
import { claimMarks } from "@/lib/report/draft/passages";
import { canonicalJson } from "@/lib/platform/canonical-json";
import { verifyBlocks, versionHash } from "@/lib/report/version/version";
import { registerStages } from "@/register-stages";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeFinding,
  makeParticipant,
  makeRoundtable,
  makeTheme,
  makeUser,
  type TestReview,
  type TestRoundtable,
} from "@/tests/support/worlds/factories";
import { placesOf } from "@/tests/support/places-of";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

const SENTINEL = "wombatsentinel";
const WORDS = `My ${SENTINEL} assessor never once opened the portfolio that I had sent in`;
const OTHERS = "Somebody else said that the coaching was worth every hour of it";

let review: TestReview;
let lead: Viewer;
let roundtable: TestRoundtable;

beforeAll(async () => {
  registerStages();
  ({ review, lead } = await makeScene({ members: ["lead"] }));
});

/** A version of a report with a paragraph for each of the texts; the first quotes the contribution. */
async function makeVersion(contribution: { id: string }, texts: readonly string[]) {
  const report = await db().report.create({
    data: { reviewId: review.id, slug: randomUUID(), title: "A report", createdById: lead.userId },
  });
  const blocks = [];
  for (const [index, text] of texts.entries()) {
    const claimId = randomUUID();
    const content = blockOf("quotation", [{ text, marks: claimMarks(claimId) }]);
    const block = await db().block.create({
      data: { reportId: report.id, section: "strengths", type: "quotation", position: index + 1, content },
    });
    const evidence = index === 0 ? { create: { contributionId: contribution.id, byId: lead.userId } } : {};
    await db().claim.create({ data: { id: claimId, reviewId: review.id, blockId: block.id, evidence } });
    const digested = saltedDigest(canonicalJson(content));
    const past = { blockId: block.id, revision: 9, content, endedById: lead.userId, ...digested };
    await db().blockRevision.create({ data: past });
    blocks.push({
      blockId: block.id,
      section: block.section,
      type: block.type,
      position: index + 1,
      content,
      ...digested,
    });
  }
  return db().version.create({
    data: {
      reportId: report.id,
      number: 1,
      hash: versionHash(blocks),
      createdById: lead.userId,
      publishedAt: new Date(),
      publishedById: lead.userId,
      blocks: { create: blocks },
    },
    include: { blocks: true },
  });
}

/**
 * A file that is being imported, one that is undone with its contributions in the database, and who spoke
 * in them.
 */
async function makeImports(participant: { id: string }) {
  const common = { roundtableId: roundtable.id, mapping: {}, rows: 1, createdById: lead.userId };
  const speakers = {
    list: [{ name: `${SENTINEL} Name`, contributions: 1, as: "new" }],
    settled: true,
    made: [],
  };
  const problems = [
    { line: 3, reason: `No speaker ${SENTINEL} Name` },
    { line: 4, reason: "Empty" },
  ];
  const staged = await db().import.create({
    data: {
      ...common,
      state: "staged",
      fileName: `${SENTINEL} Name.csv`,
      fileDigest: sha256(randomUUID()),
      speakers,
      problems,
      chunks: { create: { position: 0, bytes: Buffer.from(WORDS, "utf16le") } },
    },
  });
  const undone = await db().import.create({
    data: { ...common, state: "undone", fileName: "talk.csv", fileDigest: sha256(randomUUID()), speakers },
  });
  for (const importId of [staged.id, undone.id]) {
    const hidden = await makeContribution(roundtable, { participant, text: `Hidden ${SENTINEL}` });
    await db().contribution.update({ where: { id: hidden.id }, data: { importId } });
  }
  return staged.id;
}

/** Somebody whose every trace holds the sentinel, somebody found to be the same, and somebody else. */
async function makeStory() {
  roundtable = await makeRoundtable(review, { state: "read_back" });
  const account = await makeUser();
  await db().membership.create({ data: { reviewId: review.id, userId: account.id, role: "fellow" } });
  const name = `${SENTINEL} Name`;
  const participant = await makeParticipant(review, roundtable, {
    name,
    attributes: { role: SENTINEL },
    userId: account.id,
  });
  const { personId } = participant;
  await db().identity.update({
    where: { personId },
    data: { organisation: `${SENTINEL} School`, email: `${SENTINEL}@example.org`, schoolUrn: 123456 },
  });
  const same = await db().person.create({
    data: { reviewId: review.id, sameAsId: personId, identity: { create: { name: `Other ${SENTINEL}` } } },
  });
  await db().participant.update({
    where: { id: participant.id },
    data: { seat: `${SENTINEL}`.slice(0, 20) },
  });
  const other = await makeParticipant(review, roundtable);
  const contribution = await makeContribution(roundtable, { participant, text: WORDS, verbatim: true });
  const others = await makeContribution(roundtable, { participant: other, text: OTHERS, verbatim: true });
  const parted = await makeContribution(roundtable, { participant: other, text: "What is left" });
  await db().contribution.update({ where: { id: contribution.id }, data: { splitFromId: parted.id } });
  const revision = { revision: 1, wording: "gist", source: "identified", endedById: lead.userId } as const;
  await db().contributionRevision.create({
    data: {
      ...revision,
      contributionId: contribution.id,
      text: `Earlier ${SENTINEL}`,
      participantId: participant.id,
      ...saltedDigest("x"),
    },
  });
  await db().contributionRevision.create({
    data: {
      ...revision,
      contributionId: parted.id,
      text: `What is left. ${WORDS}`,
      participantId: other.id,
      ...saltedDigest("x"),
    },
  });
  await db().amendment.create({
    data: {
      reviewId: review.id,
      contributionId: contribution.id,
      text: `Rather ${SENTINEL}`,
      reason: `${SENTINEL} misheard`,
      byId: lead.userId,
      ...saltedDigest("x"),
    },
  });
  const late = { reviewId: review.id, roundtableId: roundtable.id, sentById: lead.userId };
  await db().lateEntry.createMany({
    data: [
      {
        ...late,
        id: randomUUID(),
        kind: "contribution",
        participantId: participant.id,
        payload: { text: `Late ${SENTINEL}` },
      },
      {
        ...late,
        id: randomUUID(),
        kind: "edit",
        contributionId: contribution.id,
        payload: { text: `Mended ${SENTINEL}` },
      },
    ],
  });
  const importId = await makeImports(participant);
  const theme = await makeTheme(review);
  await db().theme.update({ where: { id: theme.id }, data: { includes: `For example: ${WORDS}.` } });
  await db().themeRevision.create({
    data: {
      themeId: theme.id,
      revision: 7,
      title: "T",
      definition: WORDS,
      includes: "",
      excludes: "",
      signalWords: "",
      endedById: lead.userId,
    },
  });
  const finding = await makeFinding(theme, [contribution, others], { text: `As one said, ${WORDS}.` });
  const version = await makeVersion(contribution, [WORDS, OTHERS]);
  const block = version.blocks.find(({ position }) => position === 2);
  const comment = {
    id: randomUUID(),
    reportId: version.reportId,
    versionId: version.id,
    blockId: block?.blockId ?? "",
    authorId: account.id,
    role: "fellow",
    body: `I am ${SENTINEL}`,
  } as const;
  const past = { create: { revision: 1, body: `I was ${SENTINEL}` } };
  await db().comment.create({ data: { ...comment, revisions: past } });
  const repeating = {
    ...comment,
    id: randomUUID(),
    authorId: lead.userId,
    role: "lead",
    body: `Is “${WORDS}” theirs?`,
  } as const;
  await db().comment.create({ data: repeating });
  await transaction(async (tx) => {
    await queueMail(tx, {
      to: `${SENTINEL}@example.org`,
      subject: "Your choice",
      text: `Dear ${SENTINEL} Name`,
    });
    await enqueue(tx, { kind: "waiting", payload: { contributions: [{ text: WORDS }] } });
    await enqueue(tx, { kind: "waiting", payload: { contributions: [{ text: OTHERS }] } });
  });
  await db().verificationToken.create({
    data: {
      identifier: `${SENTINEL}@example.org`,
      token: randomUUID(),
      expires: new Date(Date.now() + 60_000),
    },
  });
  await db().hold.create({
    data: {
      reviewId: review.id,
      reason: `Asked for by ${SENTINEL} Name`,
      byId: lead.userId,
      until: new Date(),
      from: new Date(0),
    },
  });
  return {
    participant,
    personId,
    samePersonId: same.id,
    contribution,
    others,
    finding,
    version,
    repeatingId: repeating.id,
    importId,
  };
}

describe("an erasure reaches everything", () => {
  test("the preview says what is removed, what cannot be called back, and who repeated their words", async () => {
    const { personId, finding, repeatingId } = await makeStory();
    const preview = await previewErasure(lead, personId);
    expect(preview).toMatchObject({
      contributions: 3,
      amendments: 1,
      lateEntries: 2,
      openImports: 1,
      sameAs: 1,
      held: false,
    });
    const repeats = preview.traces.filter(
      ({ kind, what }) => kind === "words" && !what.includes("paragraph"),
    );
    expect(repeats.map(({ owner }) => owner)).toEqual(expect.arrayContaining([finding.id, repeatingId]));
    expect(preview.consequences.filter(({ undone }) => !undone)).toMatchObject([
      { what: expect.stringContaining("published versions"), count: 1 },
    ]);
    await erasePerson(lead, { personId });
  });

  test("no column of any table contains their words or name, and everybody else's remain", async () => {
    const story = await makeStory();
    const { personId, samePersonId, contribution, others, version } = story;
    await chainAuditEntries();
    await erasePerson(lead, { personId });

    expect(await placesOf(SENTINEL)).toEqual([]);
    expect(
      await placesOf(Buffer.from(SENTINEL, "utf16le").toString("latin1").replaceAll("\0", "\\000")),
    ).toEqual([]);
    expect(await db().importChunk.count({ where: { importId: story.importId } })).toBe(0);
    const people = await db().person.findMany({ where: { id: { in: [personId, samePersonId] } } });
    expect(people.map(({ erasedAt, userId }) => [erasedAt !== null, userId])).toEqual([
      [true, null],
      [true, null],
    ]);

    expect((await db().contribution.findUniqueOrThrow({ where: { id: others.id } })).text).toBe(OTHERS);
    const waiting = await db().job.findMany({ where: { kind: "waiting", state: "queued" } });
    expect(new Set(waiting.map(({ payload }) => JSON.stringify(payload)))).toEqual(
      new Set([JSON.stringify({ contributions: [{ text: OTHERS }] })]),
    );
    expect((await db().import.findUniqueOrThrow({ where: { id: story.importId } })).problems).toEqual([
      { line: 4, reason: "Empty" },
    ]);
    const gone = await db().contribution.findUniqueOrThrow({ where: { id: contribution.id } });
    expect(gone.digest).toEqual(contribution.digest);
    const blocks = await db().versionBlock.findMany({
      where: { versionId: version.id },
      orderBy: { position: "asc" },
    });
    const read = blocks.map((block) => ({ ...block, content: BlockContent.parse(block.content) }));
    expect(read.map(({ content }) => plainText(content))).toEqual([GAP, OTHERS]);
    expect(verifyBlocks(version.hash, read)).toEqual({ verified: true, gaps: 1, brokenBlocks: [] });
    await chainAuditEntries();
    expect(await transaction((tx) => firstBrokenEntry(tx))).toBeNull();
  });

  test("a finding and a comment keep the repeated words where the person who erases left them", async () => {
    const { personId, finding } = await makeStory();
    const { traces } = await previewErasure(lead, personId);
    const shown = traces.map(({ key }) => key);
    const left = traces.filter(({ owner }) => owner === finding.id).map(({ key }) => key);
    await erasePerson(lead, { personId, shown, masked: shown.filter((key) => !left.includes(key)) });
    expect((await placesOf(SENTINEL)).sort()).toEqual(["finding.text", "finding.words"]);
    const entry = await db().auditEntry.findFirstOrThrow({
      where: { action: "person.erase", subjectId: personId },
    });
    expect(entry.detail).toMatchObject({ left: [`finding.text ${finding.id}`] });
    await db().finding.update({ where: { id: finding.id }, data: { text: "In other words." } });
  });

  test("restoring an earlier backup brings nothing back", async () => {
    const { personId } = await makeStory();
    const folder = await mkdtemp(path.join(os.tmpdir(), "npq-review-erased-"));
    const file = path.join(folder, "before.backup");
    await backUp(file, "plain");
    await erasePerson(lead, { personId });
    await restore(file);
    await rm(folder, { recursive: true });
    expect(await placesOf(SENTINEL)).toEqual([]);
  });
});
