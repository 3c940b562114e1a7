import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { READABLE_BY_OTHERS } from "@/lib/access/scope";
import { releaseFigures } from "@/lib/aggregate/publication/commands/publish-release";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { readableByOthers } from "@/lib/capture/roundtable/queries/contribution-where";
import { db } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { blockOf } from "@/lib/report/draft/block";
import { getReport } from "@/lib/report/draft/queries/reports";
import { getVersion } from "@/lib/report/version/queries/versions";
import { registerStages } from "@/register-stages";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeFinding,
  makeParticipant,
  makeTagging,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";
import { marksOf, searched, wordsOf } from "@/tests/support/worlds/searched";

openTestDatabase();
beforeAll(() => registerStages());

const RAW = "quokkaville";

/** A closed roundtable that was released: six people said the same, one of them of a place that is masked. */
async function makeReleased() {
  const scene = await makeScene({
    members: ["lead", "facilitator", "reviewer", "fellow"],
    roundtable: { state: "closed" },
    theme: { title: "Assessment" },
  });
  const said = [];
  for (let n = 0; n < 6; n++) {
    const participant = await makeParticipant(scene.review, scene.roundtable, {
      attributes: { role: "headteacher" },
    });
    const text = n === 0 ? `Moderation at ${RAW} is uneven` : `Moderation is uneven, number ${n}`;
    const contribution = await makeContribution(scene.roundtable, { participant, text });
    await makeTagging(contribution, scene.theme, "improvement");
    said.push({ ...contribution, participant });
  }
  const [masked] = said;
  if (!masked) throw new Error("Nothing was said.");
  await db().clearance.updateMany({
    where: { contributionId: masked.id },
    data: { text: "Moderation at [place] is uneven" },
  });
  const participant = await makeParticipant(scene.review, scene.roundtable);
  const uncleared = await makeContribution(scene.roundtable, {
    participant,
    text: `Moderation of ${RAW}s, never cleared`,
    cleared: false,
  });
  await makeTagging(uncleared, scene.theme, "improvement");
  const finding = await makeFinding(scene.theme, said, {
    text: "Judgements of assessors differ from one region to the next.",
  });
  const counted = async (text: string, cleared = true) => {
    const hands = await makeContribution(scene.roundtable, { source: "group", text, cleared });
    await db().contribution.update({ where: { id: hands.id }, data: { handsRaised: 7, handsAsked: 9 } });
    await makeTagging(hands, scene.theme, "ask");
    return hands;
  };
  const hands = await counted("Hands for outside examiners.");
  await counted("Hands for outside examiners, never cleared.", false);
  // A release needs ten people: these came and said nothing.
  for (let n = 0; n < 3; n++) await makeParticipant(scene.review, scene.roundtable);
  await releaseFigures(scene.lead, { reviewId: scene.review.id });
  const later = await makeContribution(scene.roundtable, { participant, text: "Moderation, said later" });
  await makeTagging(later, scene.theme, "improvement");
  await makeFinding(scene.theme, said, { text: "Assessors, written after the release." });
  return { ...scene, said, masked, uncleared, finding, hands };
}

describe("a DfE reviewer", () => {
  let world: Awaited<ReturnType<typeof makeReleased>>;
  beforeAll(async () => {
    world = await makeReleased();
  });
  const find = (typed: string, viewer: Viewer = world.reviewer) => searched(viewer, world.review.id, typed);

  test("finds cleared words that the release lists, without speaker or roundtable", async () => {
    const results = await find("moderation");
    expect(results.total).toBe(6);
    expect(wordsOf(results)).toContain("Moderation at [place] is uneven");
    for (const hit of results.hits)
      expect(hit).toMatchObject({
        kind: "contribution",
        speaker: null,
        roundtable: null,
        placed: [{ theme: world.theme.slug, stance: "improvement" }],
      });
    expect((await find("moderation", world.facilitator)).total).toBe(8);
  });

  test("finds findings as they were released, and none that was written since", async () => {
    const { finding, theme } = world;
    await db().finding.update({ where: { id: finding.id }, data: { text: "Assessors, reworded since." } });
    const results = await find("assessors");
    expect(results.hits).toMatchObject([
      {
        kind: "finding",
        id: finding.id,
        released: true,
        placed: [{ theme: theme.slug, stance: finding.stance }],
      },
    ]);
    expect(wordsOf(results)).toEqual(["Judgements of assessors differ from one region to the next."]);
    expect((await find("assessors type:finding")).total).toBe(1);
    expect((await find("assessors", world.fellow)).total).toBe(0);
    expect((await find("assessors", world.facilitator)).total).toBe(2);
  });

  test("finds shows of hands that the release names, in cleared words and under their themes", async () => {
    const { hands, theme, review } = world;
    const { hits } = await find("examiners");
    expect(hits).toMatchObject([
      {
        kind: "hands",
        id: hands.id,
        raised: 7,
        asked: 9,
        place: { heldOn: expect.any(Date) },
        placed: [{ theme: theme.slug, stance: null }],
      },
    ]);
    const { facets, ...under } = await find(`examiners theme:${theme.slug} type:hands`);
    expect(under.total).toBe(1);
    expect(facets).toContainEqual({ name: "theme", value: theme.slug, count: 1 });
    // The release gives hands no stance, though the facilitators set one.
    expect((await find("examiners stance:ask")).total).toBe(0);
    expect((await find("examiners", world.fellow)).total).toBe(0);
    await expect(searched(world.fellow, review.id, "examiners type:hands")).rejects.toThrow(
      "There is no type",
    );
    expect((await find("examiners", world.facilitator)).hits).toMatchObject([
      { kind: "contribution" },
      { kind: "contribution" },
    ]);
  });

  test("gets nothing of raw words: no result, count, mark, mended word or sign that they exist", async () => {
    for (const typed of [
      RAW,
      `${RAW}s`,
      "quokavile",
      "cleared",
      "never",
      `moderation ${RAW}`,
      `"at ${RAW}"`,
    ]) {
      const results = await find(typed);
      expect(results, typed).toMatchObject({ hits: [], total: 0 });
      expect(JSON.stringify([...results.mended.values()])).not.toContain("quokka");
      expect(results.facets ?? []).toEqual([]);
    }
    expect(await find("quokavile")).toMatchObject({ unknown: ["quokavile"] });
    expect([...(await find("quokavile", world.facilitator)).mended.values()]).toEqual([RAW]);
    const shown = JSON.stringify(await find("moderation"));
    expect(shown).not.toContain("quokka");
    expect(shown).not.toContain("never cleared");
  });

  test("a word is mended by what they may read", async () => {
    const results = await find("modreation");
    expect([...results.mended]).toEqual([["modreation", "moderation"]]);
    expect(new Set(marksOf(results))).toEqual(new Set(["Moderation"]));
  });

  test("cannot narrow by role or roundtable, nor count by them", async () => {
    await expect(find("role:headteacher moderation")).rejects.toThrow("Only facilitators");
    await expect(find(`roundtable:${world.roundtable.slug} moderation`)).rejects.toThrow("Only facilitators");
    await expect(find("type:memo moderation")).rejects.toThrow("There is no type “memo”");
    const names = new Set((await find("moderation")).facets?.map(({ name }) => name));
    expect(names).toEqual(new Set(["type", "theme", "stance"]));
  });

  test("finds words no more once permission is narrowed, the clearance ends or the person is erased", async () => {
    const { reviewer, review, lead, said } = await makeReleased();
    const [, narrowed, ended, erased] = said;
    if (!narrowed || !ended || !erased) throw new Error("Too little was said.");
    const count = async (viewer: Viewer) => (await searched(viewer, review.id, "moderation")).total;
    expect(await count(reviewer)).toBe(6);
    await db().permission.updateMany({
      where: { participantId: narrowed.participant.id },
      data: { level: "paraphrase" },
    });
    expect(await count(reviewer)).toBe(5);
    await db().clearance.updateMany({
      where: { contributionId: ended.id },
      data: { until: new Date(), from: new Date(0) },
    });
    expect(await count(reviewer)).toBe(4);
    const before = await count(lead);
    await erasePerson(lead, { personId: erased.participant.personId });
    expect(await count(reviewer)).toBe(3);
    expect(await count(lead)).toBe(before - 1);
    expect((await searched(lead, review.id, "3")).total).toBe(0);
  });
});

test("what a statement calls readable by others is what the scope says", async () => {
  const { review, roundtable, lead } = await makeScene({ members: ["lead"], roundtable: {} });
  const speaker = (over: Parameters<typeof makeParticipant>[2]) => makeParticipant(review, roundtable, over);
  const permits = await speaker({});
  await makeContribution(roundtable, { participant: permits });
  await makeContribution(roundtable, { participant: permits, cleared: false });
  await makeContribution(roundtable, { source: "unidentified" });
  await makeContribution(roundtable, { participant: await speaker({ host: true }) });
  await makeContribution(roundtable, { participant: await speaker({ present: false }) });
  await makeContribution(roundtable, { participant: await speaker({ permission: "paraphrase" }) });
  await makeContribution(roundtable, { participant: await speaker({ permission: null }) });
  const struck = await makeContribution(roundtable, { participant: permits });
  await db().contribution.update({
    where: { id: struck.id },
    data: { struckAt: new Date(), struckById: lead.userId },
  });
  const gone = await speaker({});
  await makeContribution(roundtable, { participant: gone });
  await db().person.update({ where: { id: gone.personId }, data: { erasedAt: new Date() } });
  const scoped = await db().contribution.findMany({
    where: { AND: [{ reviewId: review.id }, READABLE_BY_OTHERS] },
    select: { id: true },
  });
  const stated = await db().$queryRaw<{ id: string }[]>`
    SELECT c.id FROM clearance k JOIN contribution c ON c.id = k.contribution_id
    JOIN participant p ON p.id = c.participant_id JOIN person o ON o.id = p.person_id
    WHERE c.review_id = ${review.id}::uuid AND ${readableByOthers()}`;
  expect(scoped).toHaveLength(1);
  expect(stated).toEqual(scoped);
});

/** A report with a published version, a later version, and the draft as it is now; each says where it is from. */
async function makeReported(state: "draft" | "in_review" | "published") {
  const scene = await makeScene({ members: ["lead", "reviewer", "fellow"] });
  const paragraph = (text: string) => blockOf("paragraph", [{ text, marks: [] }]);
  const place = { section: "context", type: "paragraph", position: 1 } as const;
  const report = await db().report.create({
    data: {
      reviewId: scene.review.id,
      slug: "report",
      title: "Report",
      state,
      createdById: scene.lead.userId,
      blocks: { create: { ...place, content: paragraph("Bassoon as drafted") } },
    },
    include: { blocks: true },
  });
  for (const [number, text] of [
    [1, "Bassoon as published"],
    [2, "Bassoon as saved later"],
  ] as const)
    await db().version.create({
      data: {
        reportId: report.id,
        number,
        hash: sha256(text),
        createdById: scene.lead.userId,
        publishedAt: number === 1 && state === "published" ? new Date() : null,
        blocks: {
          create: {
            ...place,
            blockId: report.blocks[0]?.id ?? "",
            content: paragraph(text),
            digest: sha256(text),
          },
        },
      },
    });
  return scene;
}

describe("of a report", () => {
  test.each([
    ["draft", { lead: ["Bassoon as drafted"], reviewer: [], fellow: [] }],
    ["in_review", { lead: ["Bassoon as drafted"], reviewer: [], fellow: ["Bassoon as saved later"] }],
    [
      "published",
      { lead: ["Bassoon as drafted"], reviewer: ["Bassoon as published"], fellow: ["Bassoon as published"] },
    ],
  ] as const)("that is %s each finds what they may read", async (state, finds) => {
    const scene = await makeReported(state);
    for (const role of ["lead", "reviewer", "fellow"] as const) {
      const results = await searched(scene[role], scene.review.id, "bassoon");
      expect(wordsOf(results), role).toEqual(finds[role]);
      for (const hit of results.hits) {
        if (hit.kind !== "report" || hit.version === null) continue;
        const report = await getReport(scene[role], scene.review.id, hit.slug);
        expect((await getVersion(scene[role], report, "latest")).number, role).toBe(hit.version);
      }
    }
  });

  test("a Fellow finds reports alone, and is told so", async () => {
    const { fellow, review } = await makeReported("published");
    await expect(searched(fellow, review.id, "type:contribution bassoon")).rejects.toThrow(
      "There is no type “contribution”. Use one of: report.",
    );
  });
});
