import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { releaseFigures } from "@/lib/aggregate/publication/commands/publish-release";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { db } from "@/lib/platform/db";
import { getDraft } from "@/lib/report/check/queries/checked-draft";
import { passagesOf, plainText } from "@/lib/report/draft/block";
import { editBlock } from "@/lib/report/draft/commands/edit-block";
import { generateDraft } from "@/lib/report/draft/commands/generate-draft";
import { getReport, type Report } from "@/lib/report/draft/queries/reports";
import { keyOfAll, ofUnedited } from "@/lib/report/regenerate/answer-input";
import { acceptUnedited, answerProposal } from "@/lib/report/regenerate/commands/answer-proposal";
import { takeBack } from "@/lib/report/regenerate/commands/take-back";
import { listAccepted } from "@/lib/report/regenerate/queries/accepted-changes";
import { countProposals } from "@/lib/report/regenerate/queries/count-proposals";
import { getProposals } from "@/lib/report/regenerate/queries/regenerating";
import { restoreVersion } from "@/lib/report/version/commands/restore-version";
import { listVersions } from "@/lib/report/version/queries/versions";
import { attachEvidence } from "@/lib/synthesise/finding/commands/attach-evidence";
import { withdrawFinding } from "@/lib/synthesise/finding/commands/withdraw-finding";
import { registerStages } from "@/register-stages";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeFinding,
  makeMember,
  makeReview,
  makeTagging,
  makeTheme,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

const made = () =>
  makeScene({
    members: ["lead", "facilitator", "fellow"],
    roundtable: { state: "closed" },
    participants: 12,
    contributions: Array.from({ length: 12 }, () => ({ verbatim: true, text: QUOTE })),
    theme: { title: "Marking" },
  });
const QUOTE = "I would do it again tomorrow.";
let scene: Awaited<ReturnType<typeof made>>;
let facilitator: Viewer;
let theme: { id: string; reviewId: string };
let report: Report;

beforeAll(async () => {
  registerStages();
  scene = await made();
  ({ facilitator, theme } = scene);
  for (const contribution of scene.contributions) await makeTagging(contribution, theme, "improvement");
  await releaseFigures(scene.lead, { reviewId: scene.review.id });
});

/** A draft of a theme with two findings. */
let findings: { marking: string; places: string };
beforeEach(async () => {
  await db().finding.updateMany({ data: { withdrawnAt: new Date() } });
  const said = scene.contributions;
  findings = {
    marking: (await makeFinding(theme, said.slice(0, 6), { text: "Marking differs." })).id,
    places: (await makeFinding(theme, said.slice(6, 11), { text: "Places are few.", stance: "strength" })).id,
  };
  const input = { reviewId: scene.review.id, roundtableId: scene.roundtable.id, title: "Regenerated" };
  const { slug } = await generateDraft(facilitator, { ...input, kind: "full" });
  report = await getReport(facilitator, scene.review.id, slug);
});

const listed = async () => (await getProposals(facilitator, report)).proposals;
const texts = async () =>
  (await getDraft(facilitator, report)).blocks.map(({ content }) => plainText(content));
const answer = async (said: "accept" | "leave", viewer = facilitator, at = 0) =>
  answerProposal(viewer, { reportId: report.id, proposal: (await listed())[at]?.key ?? "", answer: said });
const reword = (text: string) => db().finding.update({ where: { id: findings.marking }, data: { text } });

describe("what the evidence has changed", () => {
  test("is nothing right after generating, and is taken into the draft with its claims and evidence", async () => {
    expect(await listed()).toEqual([]);
    const before = await texts();
    await reword("Providers mark unlike one another.");
    const [more] = [scene.contributions[11]];
    await attachEvidence(facilitator, {
      findingId: findings.marking,
      contributionId: more?.id ?? "",
      bearing: "supports",
    });
    expect(await listed()).toMatchObject([{ is: "change", theirs: false, words: true }]);
    const claimOf = async (text: string) => {
      const { blocks, claims } = await getDraft(facilitator, report);
      const passage = blocks
        .flatMap(({ content }) => passagesOf(content))
        .find((one) => one.text.includes(text));
      return claims.get(passage?.claimId ?? "");
    };
    const was = await claimOf("arking differs");
    const { proposals: all } = await getProposals(facilitator, report);
    expect(await answer("accept")).toEqual({ changed: 1 });
    const is = await claimOf("providers mark unlike");
    expect(is).toMatchObject({ id: was?.id, findingId: findings.marking });
    expect(is?.supports).toHaveLength(7);
    expect(await listed()).toEqual([]);
    // Sent twice it is answered once.
    const sent = { reportId: report.id, proposal: all[0]?.key ?? "", answer: "accept" } as const;
    expect(await answerProposal(facilitator, sent)).toEqual({ changed: 0 });
    // It can be taken back in the versions.
    const [kept] = await listVersions(facilitator, report);
    expect(kept?.name).toBe("Before changes from the evidence");
    await restoreVersion(facilitator, { versionId: kept?.id ?? "" });
    expect(await texts()).toEqual(before);
    expect((await claimOf("arking differs"))?.supports).toHaveLength(6);
  });

  test("is answered by those who write the report alone", async () => {
    await reword("Marking is uneven.");
    const elsewhere = await makeMember(await makeReview(), "lead");
    for (const viewer of [elsewhere, scene.fellow]) {
      await expect(answer("accept", viewer)).rejects.toMatchObject({ kind: "not-found" });
      await expect(getProposals(viewer, report)).rejects.toMatchObject({
        kind: expect.any(String) as string,
      });
    }
    expect((await texts()).join("\n")).not.toContain("uneven");
    await answer("accept", scene.lead);
    expect((await texts()).join("\n")).toContain("marking is uneven");
  });

  test("leaves edited words alone, refuses what has changed since, and is not proposed again once left", async () => {
    await reword("Marking is uneven.");
    const [proposal] = await listed();
    if (proposal?.is !== "change") throw new Error("Nothing would change.");
    const { id: blockId } = proposal.block;
    const passages = [{ text: "In my own words.", voice: "framing" as const, claimId: null }];
    await editBlock(facilitator, { blockId, revision: 1, passages });
    const opened = { reportId: report.id, proposal: proposal.key, answer: "accept" } as const;
    await expect(answerProposal(facilitator, opened)).rejects.toMatchObject({ kind: "stale" });
    expect(await texts()).toContain("In my own words.");
    const now = await listed();
    expect(now).toMatchObject([{ is: "change", theirs: true }]);
    await acceptUnedited(facilitator, { reportId: report.id, proposals: keyOfAll(ofUnedited(now)) });
    expect(await texts()).toContain("In my own words.");
    expect(await answer("leave")).toEqual({ changed: 0 });
    expect(await listed()).toEqual([]);
    await reword("Marking is a lottery.");
    expect(await listed()).toMatchObject([{ is: "change", theirs: true }]);
    await answer("accept");
    expect((await texts()).join("\n")).toContain("marking is a lottery");
  });

  test("is taken back one acceptance at a time, and not once somebody has written in it", async () => {
    const { id: reviewId } = scene.review;
    const before = await texts();
    await reword("Marking is uneven.");
    const other = { ...(await makeTheme(scene.review, { title: "Travel" })), reviewId };
    await makeFinding(other, scene.contributions.slice(0, 5), { text: "Trains are late." });
    const proposals = await listed();
    await acceptUnedited(facilitator, { reportId: report.id, proposals: keyOfAll(ofUnedited(proposals)) });
    const accepted = async () =>
      listAccepted(facilitator, await getReport(facilitator, reviewId, report.slug));
    const all = await accepted();
    expect(all.map(({ is }) => is)).toEqual(expect.arrayContaining(["change", "add"]));
    const marking = all.find((one) => one.is === "change");
    const back = { reportId: report.id, accepted: marking?.key ?? "" };
    await expect(takeBack(scene.fellow, back)).rejects.toMatchObject({ kind: "not-found" });
    await takeBack(facilitator, back);
    const now = (await texts()).join("\n");
    expect(now).toContain("arking differs");
    expect(now).toContain("rains are late");
    const { checks } = await getDraft(facilitator, report);
    expect(checks.filter(({ kind }) => kind === "evidence")).toEqual([]);
    // It counts as left, so it is not proposed again, and taking it back twice is refused.
    expect(await listed()).toEqual([]);
    await expect(takeBack(facilitator, back)).rejects.toMatchObject({ kind: "stale" });
    const [added, ...rest] = (await accepted()).filter((one) => one.is === "add");
    expect(added?.is).toBe("add");
    if (added?.is !== "add") return;
    const { id: blockId, revision } = added.block;
    const passages = [{ text: "In my own words.", voice: "framing" as const, claimId: null }];
    await editBlock(facilitator, { blockId, revision, passages });
    const written = { reportId: report.id, accepted: added.key };
    await expect(takeBack(facilitator, written)).rejects.toMatchObject({ kind: "stale" });
    for (const one of rest) await takeBack(facilitator, { reportId: report.id, accepted: one.key });
    expect(await accepted()).toEqual([]);
    expect((await texts()).filter((text) => text !== "In my own words.")).toEqual(before);
  });

  test("all of it at once makes the draft what would be generated now", async () => {
    const { id: reviewId } = scene.review;
    await reword("Marking is uneven.");
    await withdrawFinding(facilitator, { id: findings.places, revision: 1 });
    const other = { ...(await makeTheme(scene.review, { title: "Travel" })), reviewId };
    await makeFinding(other, scene.contributions.slice(0, 5), { text: "Trains are late." });
    const proposals = await listed();
    expect(proposals.map(({ is }) => is)).toContain("add");
    await acceptUnedited(facilitator, { reportId: report.id, proposals: keyOfAll(ofUnedited(proposals)) });
    expect(await listed()).toEqual([]);
    const input = { reviewId, roundtableId: scene.roundtable.id, kind: "full" as const, title: "New" };
    const { slug } = await generateDraft(facilitator, input);
    const { blocks } = await getDraft(facilitator, await getReport(facilitator, reviewId, slug));
    const told = (await texts()).filter((text) => text.includes("trains are late"));
    expect(told).toEqual(
      blocks.map(({ content }) => plainText(content)).filter((text) => told.includes(text)),
    );
    expect(await texts()).toHaveLength(blocks.length);
    const positions = await db().block.findMany({
      where: { reportId: report.id },
      select: { position: true },
    });
    expect(new Set(positions.map(({ position }) => position)).size).toBe(positions.length);
  });

  test("is counted for the report’s page, again once something was written, and by those who write it alone", async () => {
    const later = new Date(Date.now() + 10 * 60_000);
    const count = () => countProposals(facilitator, report, later);
    expect(await count()).toBe(0);
    // Nothing says that this changed, so that the number must be the one that was kept.
    await reword("Marking is uneven.");
    expect(await count()).toBe(0);
    await withdrawFinding(facilitator, { id: findings.places, revision: 1 });
    const now = (await listed()).length;
    expect(now).toBeGreaterThan(1);
    expect(await count()).toBe(now);
    await answer("accept");
    expect(await count()).toBe(now - 1);
    await expect(countProposals(scene.fellow, report)).rejects.toMatchObject({
      kind: expect.any(String) as string,
    });
  });

  // The last one: the speaker is gone afterwards.
  test("keeps no words of somebody who was erased, also where nobody took them in", async () => {
    const kept = async () =>
      JSON.stringify(await db().composedBlock.findMany({ where: { reportId: report.id } }));
    expect(await kept()).toContain(QUOTE);
    const { drafted } = await getProposals(facilitator, report);
    const quoted = drafted
      .filter(({ content }) => plainText(content).includes(QUOTE))
      .flatMap(({ evidence }) => Object.values(evidence).flatMap(({ supports }) => supports));
    for (const [index, { personId }] of scene.participants.entries())
      if (quoted.includes(scene.contributions[index]?.id ?? "")) await erasePerson(scene.lead, { personId });
    expect(await kept()).not.toContain(QUOTE);
  });
});
