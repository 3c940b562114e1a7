import { randomUUID } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { releaseFigures } from "@/lib/aggregate/publication/commands/publish-release";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { db } from "@/lib/platform/db";
import { GAP, passagesOf, plainText } from "@/lib/report/draft/block";
import { addBlock, moveBlock, removeBlock, restoreBlock } from "@/lib/report/draft/commands/arrange-blocks";
import { bindRelease } from "@/lib/report/draft/commands/bind-release";
import { editBlock } from "@/lib/report/draft/commands/edit-block";
import { endWaiver, waiveCheck } from "@/lib/report/check/commands/waive-check";
import { checkKey } from "@/lib/report/check/waiver";
import { listFindingsNotTold } from "@/lib/report/draft/queries/findings-not-told";
import { getNewerRelease } from "@/lib/report/draft/queries/newer-release";
import { generateDraft } from "@/lib/report/draft/commands/generate-draft";
import { openForComments, publishReport } from "@/lib/report/version/commands/publish-report";
import { saveVersion } from "@/lib/report/version/commands/save-version";
import { setClaimEvidence } from "@/lib/report/draft/commands/set-claim-evidence";
import { toDocx } from "@/lib/report/export/docx";
import { toMarkdown } from "@/lib/report/export/markdown";
import { getClaim } from "@/lib/report/draft/queries/claim-page";
import { getDraft, toldFindings } from "@/lib/report/check/queries/checked-draft";
import { getReport, listReports, type Block } from "@/lib/report/draft/queries/reports";
import { exported, getVersion, listVersions, verifyVersion } from "@/lib/report/version/queries/versions";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeFinding,
  makeMember,
  makeOutsiders,
  makeParticipant,
  makeReview,
  makeRoundtable,
  makeStranger,
  makeTagging,
  makeTheme,
  type TestContribution,
  type TestParticipant,
  type TestReview,
  type TestRoundtable,
} from "@/tests/support/worlds/factories";
import { registerStages } from "@/register-stages";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

const QUOTE = "I would do it again tomorrow.";
let review: TestReview;
let lead: Viewer;
let facilitator: Viewer;
let roundtable: TestRoundtable;
let contributions: TestContribution[];
let speakers: TestParticipant[];

beforeAll(async () => {
  registerStages();
  const scene = await makeScene({
    members: ["lead", "facilitator"],
    roundtable: { confidentiality: "chatham_house", state: "closed" },
    participants: 14,
    contributions: Array.from({ length: 14 }, () => ({ verbatim: true, text: QUOTE })),
    theme: { title: "Marking" },
  });
  ({ review, lead, facilitator, roundtable, participants: speakers, contributions } = scene);
  for (const contribution of contributions.slice(0, 8))
    await makeTagging(contribution, scene.theme, "improvement");
  for (const contribution of contributions.slice(8, 10))
    await makeTagging(contribution, scene.theme, "strength");
  await makeFinding(scene.theme, contributions.slice(0, 6), {
    contradicts: contributions.slice(6, 8),
    counterView: "It is fair everywhere.",
    text: "Marking differs.",
  });
  await makeFinding(scene.theme, contributions.slice(8, 10), { stance: "strength", text: "NPQs are known" });
  await makeFinding(scene.theme, contributions.slice(0, 5), { stance: "ask", text: "More time." });
  await releaseFigures(lead, { reviewId: review.id });
});

async function draft(title = "A report", roundtableId: string | null = roundtable.id) {
  const { slug } = await generateDraft(facilitator, { reviewId: review.id, roundtableId, title });
  const report = await getReport(facilitator, review.id, slug);
  return { report, ...(await getDraft(facilitator, report)) };
}

function blockOf(blocks: readonly Block[], text: string): Block {
  const found = blocks.find(({ content }) => plainText(content).includes(text));
  if (!found) throw new Error(`No block says “${text}”.`);
  return found;
}

const claimIn = (block: Block, text: string) => {
  const found = passagesOf(block.content).find((one) => one.claimId !== null && one.text.includes(text));
  if (!found?.claimId) throw new Error(`No claim says “${text}”.`);
  return found.claimId;
};

const framed = (text: string) => ({ text, voice: "framing" as const, claimId: null });

describe("a draft", () => {
  test("tells findings as claims with their evidence, and quantities as the release says them", async () => {
    const { report, blocks, claims, figures } = await draft();
    const text = blocks.map(({ content }) => plainText(content)).join("\n");
    expect(text).toContain("Marking. This was raised by about 10 of the 14 people present");
    expect(text).toContain(
      "Among the concerns was that marking differs. Not everyone agreed: it was said that it is fair everywhere.",
    );
    expect(text).toContain("that NPQs are known.");
    expect(text).toContain("Participants made one request:\nMore time.");
    expect(text).toContain("In all, 14 participants took part");
    expect(figures?.release.number).toBe(1);
    expect(report.releaseId).not.toBeNull();
    const told = claims.get(claimIn(blockOf(blocks, "marking differs"), "marking differs"));
    expect(told).toMatchObject({ figure: { people: 6, of: 14 }, told: null, side: "supports" });
    const other = claims.get(claimIn(blockOf(blocks, "marking differs"), "fair everywhere"));
    expect(other).toMatchObject({ figure: { people: 2 }, side: "contradicts" });
  });

  test("of the whole review tells each finding with the release's own figure", async () => {
    const { blocks, claims, checks } = await draft("All of it", null);
    const block = blockOf(blocks, "marking differs");
    expect(plainText(block.content)).toContain(
      "About half of the participants raised the concern that marking differs.",
    );
    expect(claims.get(claimIn(block, "marking differs"))?.told).toMatchObject({
      is: "people",
      figure: { count: { is: "about", n: 5 }, of: 14 },
    });
    expect(checks.filter(({ blocking }) => blocking)).toEqual([]);
  });

  test("is made in three kinds, and passes its own checks untouched", async () => {
    for (const kind of ["summary", "briefing", "full"] as const) {
      const { slug } = await generateDraft(facilitator, {
        reviewId: review.id,
        roundtableId: roundtable.id,
        kind,
        title: kind,
      });
      const report = await getReport(facilitator, review.id, slug);
      expect(report.kind).toBe(kind);
      const { checks } = await getDraft(facilitator, report);
      expect(checks.filter(({ blocking }) => blocking)).toEqual([]);
    }
  });

  test("names the findings that it leaves out, with the reason, and gives no figure before a release", async () => {
    const elsewhere = await makeRoundtable(review, { state: "read_back" });
    const theme = { ...(await makeTheme(review)), reviewId: review.id };
    const found = async (text: string, permission: "paraphrase" | null, cleared: boolean) => {
      const participant = await makeParticipant(review, elsewhere, { permission });
      const contribution = await makeContribution(elsewhere, { participant, cleared });
      return makeFinding(theme, [contribution], { text });
    };
    const told = await found("Told.", "paraphrase", true);
    const uncleared = await found("Not cleared.", "paraphrase", false);
    const forbidden = await found("Not permitted.", null, true);
    const { report, blocks, ...unbound } = await draft("Leaves out", elsewhere.id);
    const left = await listFindingsNotTold(facilitator, report, toldFindings({ blocks, ...unbound }));
    expect(left.map(({ id, why }) => [id, why])).toEqual([
      [uncleared.id, "not cleared"],
      [forbidden.id, "not permitted"],
    ]);
    const all = await listFindingsNotTold(facilitator, report, new Set());
    expect(all.map(({ id, why }) => [id, why])).toContainEqual([told.id, "not cited"]);
    expect(report.releaseId).toBeNull();
    expect(JSON.stringify(blocks.map(({ content }) => content))).not.toContain('"figure"');
    expect(unbound.checks).toMatchObject([{ kind: "release", blocking: true }]);
    await expect(publishReport(lead, { reportId: report.id })).rejects.toThrow(
      /No release of figures covers/,
    );
  });

  test("without a title is named after what it covers", async () => {
    const { report } = await draft("");
    expect(report).toMatchObject({ title: `Summary: ${roundtable.title}` });
    const whole = { reviewId: review.id, roundtableId: null, title: "" };
    const { slug } = await generateDraft(facilitator, whole);
    expect((await getReport(facilitator, review.id, slug)).title).toBe(`Summary: Review ${review.slug}`);
  });

  test("is made once when the form is sent twice", async () => {
    const input = { id: randomUUID(), reviewId: review.id, roundtableId: null, title: "Twice" };
    const first = await generateDraft(facilitator, input);
    expect(await generateDraft(facilitator, input)).toEqual(first);
    expect(await db().report.count({ where: { reviewId: review.id, title: "Twice" } })).toBe(1);
  });

  test("is written only by facilitators of its review", async () => {
    const input = { reviewId: review.id, roundtableId: null, title: "Not mine" };
    for (const role of ["fellow", "reviewer"] as const)
      await expect(generateDraft(await makeMember(review, role), input)).rejects.toMatchObject({
        kind: "forbidden",
      });
    for (const outsider of [await makeMember(await makeReview(), "lead"), await makeStranger()])
      await expect(generateDraft(outsider, input)).rejects.toMatchObject({ kind: "not-found" });
  });

  test("is not found by Fellows, reviewers and others until it is open to them", async () => {
    const { report } = await draft("Hidden");
    const others = await makeOutsiders(review);
    for (const other of others) {
      await expect(getReport(other, review.id, report.slug)).rejects.toMatchObject({ kind: "not-found" });
      await expect(getDraft(other, report)).rejects.toMatchObject({ kind: "not-found" });
      await expect(saveVersion(other, { reportId: report.id, name: "" })).rejects.toMatchObject({
        kind: "not-found",
      });
    }
    expect((await listReports(facilitator, review.id)).map(({ id }) => id)).toContain(report.id);
  });
});

describe("editing", () => {
  test("keeps what a block said, and refuses a stale edit", async () => {
    const { blocks } = await draft();
    const block = blockOf(blocks, "In all, 14 participants");
    const edit = { blockId: block.id, revision: block.revision, passages: [framed("Eight people came.")] };
    await editBlock(facilitator, edit);
    await expect(editBlock(lead, { ...edit, passages: [framed("Nobody came.")] })).rejects.toMatchObject({
      kind: "stale",
    });
    const kept = await db().blockRevision.findMany({ where: { blockId: block.id } });
    expect(kept).toHaveLength(1);
    expect(kept[0]?.content).toEqual(block.content);
    // The same text once more is no change.
    await expect(editBlock(facilitator, edit)).resolves.toEqual({ id: block.id });
  });

  test("a claim cannot be moved from another paragraph", async () => {
    const { blocks } = await draft();
    const claimId = claimIn(blockOf(blocks, "NPQs are known"), "known");
    const block = blockOf(blocks, "marking differs");
    await expect(
      editBlock(facilitator, {
        blockId: block.id,
        revision: block.revision,
        passages: [{ text: "Taken.", voice: "claim", claimId }],
      }),
    ).rejects.toMatchObject({ kind: "invalid" });
  });

  test("blocks are added, moved, removed and put back, and sending twice does it once", async () => {
    const { report, blocks } = await draft();
    const id = randomUUID();
    const added = { id, reportId: report.id, section: "method" as const, type: "paragraph" as const };
    await addBlock(facilitator, added);
    await addBlock(facilitator, added);
    const place = blocks.find(({ section, type }) => section === "method" && type === "paragraph");
    const order = async () => (await getDraft(facilitator, report)).blocks.map((block) => block.id);
    expect((await order()).indexOf(id)).toBe((await order()).indexOf(place?.id ?? "") + 1);
    const move = { blockId: id, place: "before" as const, otherId: place?.id ?? "" };
    await moveBlock(facilitator, move);
    await moveBlock(facilitator, move);
    expect((await order()).indexOf(id)).toBe((await order()).indexOf(place?.id ?? "") - 1);
    await removeBlock(facilitator, { blockId: id });
    expect(await order()).not.toContain(id);
    await restoreBlock(facilitator, { blockId: id });
    expect(await order()).toContain(id);
  });

  test("evidence is set from contributions of the report's own roundtable", async () => {
    const { report, blocks } = await draft();
    const claimId = claimIn(blockOf(blocks, "marking differs"), "marking differs");
    const ids = contributions.slice(0, 3).map(({ id }) => id);
    await setClaimEvidence(facilitator, { claimId, supports: ids, contradicts: [] });
    expect(await getClaim(facilitator, report, claimId)).toMatchObject({
      figure: { people: 3, of: 14 },
      place: { headings: ["Areas for improvement"], before: expect.stringMatching(/^Marking\. /) },
    });
    const elsewhere = await makeContribution(await makeRoundtable(review));
    await expect(
      setClaimEvidence(facilitator, { claimId, supports: [elsewhere.id], contradicts: [] }),
    ).rejects.toMatchObject({ kind: "invalid" });
    const closed = await db().claimEvidence.count({ where: { claimId, until: { not: null } } });
    expect(closed).toBeGreaterThan(0);
  });

  test("points at evidence that its theme was taken off since, and not once it is back", async () => {
    const { report } = await draft("Recoded");
    const id = contributions[0]?.id ?? "";
    const recoded = async () =>
      (await getDraft(facilitator, report)).checks.filter(({ message }) =>
        message.includes("no longer coded"),
      );
    expect(await recoded()).toEqual([]);
    const { themeId } = await db().tagging.findFirstOrThrow({ where: { contributionId: id } });
    const where = { contributionId: id, themeId };
    await db().tagging.updateMany({
      where,
      data: { until: new Date(), endedById: facilitator.userId },
    });
    expect(await recoded()).toMatchObject([
      { blocking: false, message: expect.stringContaining("A contribution behind this is no longer coded") },
      { blocking: false, message: expect.stringContaining("“Marking”") },
      // The final thoughts tell the finding again.
      { blocking: false, message: expect.stringContaining("“Marking”") },
    ]);
    await db().tagging.updateMany({ where, data: { until: null, endedById: null } });
    expect(await recoded()).toEqual([]);
  });

  test("is refused to everybody but facilitators", async () => {
    const { report, blocks } = await draft();
    await openForComments(lead, { reportId: report.id });
    const fellow = await makeMember(review, "fellow");
    const block = blockOf(blocks, "In all, 14 participants");
    const edit = { blockId: block.id, revision: block.revision, passages: [framed("Mine now.")] };
    await expect(editBlock(fellow, edit)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(editBlock(await makeStranger(), edit)).rejects.toMatchObject({ kind: "not-found" });
    await expect(editBlock(facilitator, edit)).resolves.toEqual({ id: block.id });
  });
});

describe("versions", () => {
  test("publishing waits for the checks and for the lead, then opens the version to reviewers", async () => {
    const { report, blocks } = await draft("To publish");
    const reportId = report.id;
    const { id: blockId, revision } = blockOf(blocks, "In all, 14 participants");
    await editBlock(facilitator, { blockId, revision, passages: [] });
    await expect(publishReport(lead, { reportId })).rejects.toThrow(/Nothing is written here yet/);
    await removeBlock(facilitator, { blockId });
    await expect(publishReport(facilitator, { reportId })).rejects.toMatchObject({ kind: "forbidden" });
    const { number } = await publishReport(lead, { reportId });
    expect(await publishReport(lead, { reportId })).toEqual({ number });

    const reviewer = await makeMember(review, "reviewer");
    const published = await getReport(reviewer, review.id, report.slug);
    // A later version that is not published stays with facilitators.
    await saveVersion(facilitator, { reportId, name: "Later" });
    expect((await listVersions(reviewer, published)).map((version) => version.number)).toEqual([number]);
    await expect(getVersion(reviewer, published, number + 1)).rejects.toMatchObject({ kind: "not-found" });
    expect(await listVersions(facilitator, published)).toHaveLength(2);
  });

  test("publishing waits while the text names somebody who was there, or their label", async () => {
    const { report, blocks } = await draft("Names");
    const { id: blockId, revision } = blockOf(blocks, "In all, 14 participants");
    const personId = speakers[12]?.personId ?? "";
    await db().identity.update({
      where: { personId },
      data: { name: "Isolde Quend", organisation: "Fennimore Vale Academy" },
    });
    const said = (text: string, at: number) =>
      editBlock(facilitator, { blockId, revision: at, passages: [framed(text)] });
    await said("P07 came.", revision);
    await expect(publishReport(lead, { reportId: report.id })).rejects.toThrow(/“P07” is the label/);
    await said("It was at the Fennimore Vale academy.", revision + 1);
    await expect(publishReport(lead, { reportId: report.id })).rejects.toThrow(/“fennimore vale academy” is/);
    const listed = (await getDraft(facilitator, report)).checks.filter(({ kind }) => kind === "identity");
    expect(listed).toMatchObject([
      { blockId, blocking: true, message: expect.stringContaining("fennimore vale academy") },
    ]);
    await said("It was at an academy.", revision + 2);
    await expect(publishReport(lead, { reportId: report.id })).resolves.toEqual({ number: 1 });
  });

  test("a check is set aside by the lead alone, for the paragraph as it is, and the version prints why", async () => {
    const { report, blocks } = await draft("Set aside");
    const { id: blockId, revision: before } = blockOf(blocks, "Participants made one request");
    const revision = before + 1;
    const write = (text: string, at: number) =>
      editBlock(facilitator, { blockId, revision: at, passages: [framed(text)] });
    await write("Participants felt strongly about this.", before);
    const found = async () => (await getDraft(lead, report)).checks.filter(({ blocking }) => blocking);
    const [check] = await found();
    if (!check) throw new Error("The sentence is not found.");
    const input = {
      reportId: report.id,
      blockId,
      revision,
      check: checkKey(check),
      reason: "It is a title.",
    };
    await expect(waiveCheck(facilitator, input)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(waiveCheck(lead, { ...input, revision: before })).rejects.toMatchObject({ kind: "invalid" });
    await expect(publishReport(lead, { reportId: report.id })).rejects.toThrow(/reads as a report/);
    const { id: waiverId } = await waiveCheck(lead, input);
    expect(await waiveCheck(lead, input)).toEqual({ id: waiverId });
    expect(await found()).toEqual([]);
    await endWaiver(lead, { waiverId });
    expect(await found()).toHaveLength(1);
    await waiveCheck(lead, input);
    const { number } = await publishReport(lead, { reportId: report.id });
    const version = await getVersion(lead, report, number);
    expect(JSON.stringify(version.blocks)).toContain("The reason given: It is a title.");
    expect(await publishReport(lead, { reportId: report.id })).toEqual({ number });
    // An edit makes it lapse, and a label of somebody who was there is never set aside.
    await write("Participants felt strongly about that.", revision);
    expect(await found()).toMatchObject([{ kind: "framing" }]);
    await write("P07 came.", revision + 1);
    const [label] = await found();
    const wanted = { ...input, revision: revision + 2, check: label ? checkKey(label) : "" };
    await expect(waiveCheck(lead, wanted)).rejects.toThrow(/cannot be set aside/);
    const kept = await db().auditEntry.count({ where: { reviewId: review.id, action: "waiver.set" } });
    expect(kept).toBe(2);
  });

  test("saving twice without a change keeps one", async () => {
    const { report } = await draft();
    const first = await saveVersion(facilitator, { reportId: report.id, name: "" });
    expect(await saveVersion(facilitator, { reportId: report.id, name: "" })).toEqual(first);
  });

  test("exports contain the words, published figures and no contribution", async () => {
    const { report } = await draft("To export");
    const { number } = await saveVersion(facilitator, { reportId: report.id, name: "" });
    const version = exported(report, await getVersion(facilitator, report, number));
    const markdown = toMarkdown(version);
    expect(markdown).toContain("**Marking.** This was raised by about 10 of the 14 people present");
    const files = unzipSync(await toDocx(version));
    const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(part("word/document.xml")).toContain("that marking differs");
    expect(part("word/document.xml")).toContain('w:val="Heading1"');
    expect(part("word/document.xml")).toContain("w:numPr");
    expect(part("word/styles.xml")).toContain('w:lang w:val="en-GB"');
    for (const text of [markdown, ...Object.keys(files).map(part)]) {
      expect(text).not.toContain(QUOTE);
      expect(text).not.toContain(facilitator.name);
    }
  });

  test("erasure leaves a marked gap where the person is quoted, and the rest verifies", async () => {
    const { report } = await draft("With a quotation");
    const [contribution, speaker] = [contributions[13], speakers[13]];
    const blockId = randomUUID();
    const claimId = randomUUID();
    await addBlock(facilitator, {
      id: blockId,
      reportId: report.id,
      section: "improvements",
      type: "quotation",
    });
    const said = (text: string, revision: number) =>
      editBlock(facilitator, { blockId, revision, passages: [{ text, voice: "claim", claimId }] });
    await said(`“${QUOTE}”`, 1);
    await setClaimEvidence(facilitator, { claimId, supports: [contribution?.id ?? ""], contradicts: [] });
    await said(`“Quite. ${QUOTE}”`, 2);
    await expect(publishReport(lead, { reportId: report.id })).rejects.toThrow(
      /not in a cleared contribution/,
    );
    await said(`“${QUOTE}”`, 3);
    const { number } = await publishReport(lead, { reportId: report.id });

    await erasePerson(lead, { personId: speaker?.personId ?? "" });
    expect(await verifyVersion(lead, report, number)).toEqual({ verified: true, gaps: 1, brokenBlocks: [] });
    const version = await getVersion(lead, report, number);
    expect(version.blocks.map(({ content }) => plainText(content))).toContain(GAP);
    const left = JSON.stringify([
      await db().versionBlock.findMany({ where: { blockId }, select: { content: true } }),
      await db().block.findMany({ where: { id: blockId }, select: { content: true } }),
      await db().blockRevision.findMany({ where: { blockId }, select: { content: true } }),
    ]);
    expect(left).not.toContain("do it again");
    expect((await getDraft(lead, report)).blocks.find(({ id }) => id === blockId)?.erasedAt).not.toBeNull();
  });
});

test("a draft says that a newer release exists and what it changes, and takes its figures when asked to", async () => {
  const { report, blocks } = await draft("Bound", null);
  expect(await getNewerRelease(facilitator, report, blocks)).toBeNull();
  const second = await makeRoundtable(review, { state: "closed" });
  for (let n = 0; n < 12; n++) await makeParticipant(review, second);
  await releaseFigures(lead, { reviewId: review.id });
  const newer = await getNewerRelease(facilitator, report, blocks);
  expect(newer).toMatchObject({ number: 2, boundTo: 1 });
  expect(newer?.changes).toContainEqual({ from: "about 10 of the 14", to: "about 10 of the 26" });
  const releaseId = newer?.id ?? "";
  await bindRelease(facilitator, { reportId: report.id, releaseId });
  const bound = await getReport(facilitator, review.id, report.slug);
  const after = await getDraft(facilitator, bound);
  expect(after.blocks.map(({ content }) => plainText(content)).join("\n")).toContain(
    "about 10 of the 26 people present",
  );
  expect(await getNewerRelease(facilitator, bound, after.blocks)).toBeNull();
  const kept = await db().blockRevision.count({ where: { block: { reportId: report.id } } });
  expect(kept).toBeGreaterThan(0);
  const fellow = await makeMember(review, "fellow");
  await expect(bindRelease(fellow, { reportId: report.id, releaseId })).rejects.toMatchObject({
    kind: "not-found",
  });
});
