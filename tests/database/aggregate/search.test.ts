import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { MARK_END, MARK_START, MAX_HITS, PAGE } from "@/lib/aggregate/search/hit";
import { db, pool } from "@/lib/platform/db";
import { blockOf } from "@/lib/report/draft/block";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeFinding,
  makeParticipant,
  makeReview,
  makeRoundtable,
  makeStranger,
  makeTagging,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";
import { marksOf, searched, wordsOf } from "@/tests/support/worlds/searched";

openTestDatabase();

async function makeWorld() {
  const scene = await makeScene({
    members: ["lead", "facilitator"],
    roundtable: {},
    participants: [{ attributes: { role: "headteacher" } }, { attributes: { role: "SENCO" } }],
    contributions: [
      { text: "Marking between providers is inconsistent, and marking matters." },
      { text: "The marker never moderated our assessments.", cleared: false },
      { text: "Coaching was the best part." },
      { text: "Cost keeps small schools away; coaching costs too." },
    ],
    themes: [{ title: "Assessment consistency" }, { title: "Coaching" }],
  });
  const [marking, moderated, coaching, cost] = scene.contributions;
  const [assessment, coach] = scene.themes;
  await makeTagging(marking, assessment, "improvement");
  await makeTagging(moderated, assessment, "ask");
  await makeTagging(coaching, coach, "strength");
  const finding = await makeFinding(assessment, [marking], {
    text: "Moderation differs between providers.",
    stance: "improvement",
  });
  const memo = await db().memo.create({
    data: {
      id: randomUUID(),
      reviewId: scene.review.id,
      contributionId: coaching.id,
      byId: scene.facilitator.userId,
      text: "Compare with the moderation of coaching hours.",
    },
  });
  const report = await db().report.create({
    data: {
      reviewId: scene.review.id,
      slug: "summary",
      title: "Summary",
      createdById: scene.lead.userId,
      blocks: {
        create: {
          section: "improvements",
          type: "paragraph",
          position: 1,
          content: blockOf("paragraph", [
            { text: "Moderation was asked for. Coaching was liked.", marks: [] },
          ]),
        },
      },
    },
  });
  return { ...scene, marking, moderated, coaching, cost, assessment, coach, finding, memo, report };
}

let world: Awaited<ReturnType<typeof makeWorld>>;
beforeAll(async () => {
  world = await makeWorld();
});
const find = (typed: string, page?: number) => searched(world.facilitator, world.review.id, typed, page);
const found = async (typed: string) => (await find(typed)).hits.map(({ id }) => id);

describe("what is found", () => {
  test("words by their stems, best first, in every kind of text", async () => {
    const results = await find("moderation");
    expect(results.hits.map(({ kind }) => kind).sort()).toEqual([
      "contribution",
      "finding",
      "memo",
      "report",
    ]);
    expect(results.total).toBe(4);
    expect(new Set(marksOf(results).map((word) => word.toLowerCase()))).toEqual(
      new Set(["moderation", "moderated"]),
    );
    expect((await found("marking"))[0]).toBe(world.marking.id);
  });

  test("all of the words, phrases word for word, and nothing that has a word left out", async () => {
    expect(await found("marking providers")).toEqual([world.marking.id]);
    expect(await found('"marking matters" providers')).toEqual([world.marking.id]);
    expect(await found('"matters marking"')).toEqual([]);
    expect(await found("type:contribution coaching -cost")).toEqual([world.coaching.id]);
  });

  test("filters: type, theme and stance of one and the same coding, role and roundtable", async () => {
    expect(await found("theme:assessment stance:ask")).toEqual([world.moderated.id]);
    expect(await found("theme:coaching stance:ask")).toEqual([]);
    expect(await found("theme:assessment stance:improvement moderation")).toEqual([world.finding.id]);
    expect(await found("role:senco type:contributions")).toEqual(
      expect.arrayContaining([world.moderated.id, world.cost.id]),
    );
    expect(await found("role:headteacher coaching type:contribution")).toEqual([world.coaching.id]);
    expect(await found(`roundtable:${world.roundtable.slug} marking`)).toEqual([world.marking.id]);
  });

  test("nothing that is struck out, of an undone import, or of another review", async () => {
    const { roundtable, lead } = world;
    const struck = await makeContribution(roundtable, { text: "Xylophone" });
    await db().contribution.update({
      where: { id: struck.id },
      data: { struckAt: new Date(), struckById: lead.userId },
    });
    await makeContribution(await makeRoundtable(await makeReview()), { text: "Xylophone" });
    const imported = await makeContribution(roundtable, { text: "Xylophone" });
    const { id: importId } = await db().import.create({
      data: {
        roundtableId: roundtable.id,
        fileName: "f.csv",
        fileDigest: new Uint8Array(),
        mapping: {},
        rows: 1,
        state: "undone",
        createdById: lead.userId,
      },
    });
    await db().contribution.update({ where: { id: imported.id }, data: { importId } });
    expect((await find("xylophone")).total).toBe(0);
  });

  test("markup and signs in people's words stay words", async () => {
    const { roundtable } = world;
    const text = `<b>Zither</b> & "zither" ${MARK_START}${MARK_END}'; DROP TABLE contribution; --`;
    await makeContribution(roundtable, { text });
    const results = await find("zither");
    expect(wordsOf(results)).toEqual([text.replace(MARK_START, "").replace(MARK_END, "")]);
    expect(marksOf(results)).toEqual(["Zither", "zither"]);
    expect((await find("zither' | !(& :*")).total).toBe(1);
  });
});

describe("counts beside the results", () => {
  const facet = async (typed: string, name: string) =>
    Object.fromEntries(
      ((await find(typed)).facets ?? [])
        .filter((one) => one.name === name)
        .map(({ value, count }) => [value, count]),
    );

  test("say how many each value of a filter would leave", async () => {
    const { assessment, coach, roundtable } = world;
    expect(await facet("moderation", "type")).toEqual({ contribution: 1, finding: 1, memo: 1, report: 1 });
    expect(await facet("type:finding moderation", "type")).toEqual({
      contribution: 1,
      finding: 1,
      memo: 1,
      report: 1,
    });
    expect(await facet("moderation", "theme")).toEqual({ [assessment.slug]: 2, [coach.slug]: 1 });
    expect(await facet("moderation stance:ask", "theme")).toEqual({ [assessment.slug]: 1 });
    expect(await facet("moderation theme:assessment", "stance")).toEqual({ ask: 1, improvement: 1 });
    expect(await facet("moderation", "roundtable")).toEqual({ [roundtable.slug]: 2 });
  });

  test("each is the number of results behind its link", async () => {
    for (const { name, value, count } of (await find("moderation")).facets ?? [])
      expect((await find(`moderation ${name}:${value}`)).total, `${name}:${value}`).toBe(count);
  });
});

describe("typing errors", () => {
  test.each([
    ["asessment", "assessments"],
    ["modreated", "moderated"],
    ["coahcing", "coaching"],
    ["incosistent", "inconsistent"],
  ])("%s is taken for %s, and told", async (typed, meant) => {
    const results = await find(typed);
    expect([...results.mended]).toEqual([[typed, meant]]);
    expect(results.total).toBeGreaterThan(0);
  });

  test("a word that is there is not mended where a filter leaves nothing", async () => {
    const results = await find("coaching theme:assessment stance:ask");
    expect(results).toMatchObject({ total: 0, unknown: [], common: [] });
    expect(results.mended.size).toBe(0);
  });

  test("a word like no other is told as unknown, and one that every text has as too common", async () => {
    expect(await find("quetzalcoatl")).toMatchObject({ total: 0, unknown: ["quetzalcoatl"] });
    expect(await find("the")).toMatchObject({ total: 0, common: ["the"] });
  });
});

/** A contribution in a blind round that the coder has not finished, on which a colleague set a theme and a memo. */
async function makeBlind() {
  const { review, coders, contribution, theme } = await makeScene({
    coders: 2,
    contribution: { text: "Ocarina lessons" },
    theme: { title: "Ocarinas" },
  });
  const [coder, colleague] = coders;
  await makeTagging(contribution, theme, "ask");
  await db().memo.create({
    data: {
      id: randomUUID(),
      reviewId: review.id,
      contributionId: contribution.id,
      byId: colleague.userId,
      text: "An ocarina memo",
    },
  });
  const { id: coderId } = await db().coder.create({ data: { userId: coder.userId } });
  await db().codingRound.create({
    data: {
      reviewId: review.id,
      number: 1,
      title: "Round",
      seed: 1,
      sampling: {},
      createdById: colleague.userId,
      contributions: { create: { contributionId: contribution.id, position: 1, stratum: "", weight: 1 } },
      coders: { create: { coderId } },
    },
  });
  return { review, coder, colleague };
}

test("coding of a blind round that the viewer has not finished is neither matched nor counted", async () => {
  const { review, coder, colleague } = await makeBlind();
  const results = await searched(coder, review.id, "ocarina");
  expect(results.hits).toMatchObject([{ kind: "contribution", placed: [] }]);
  expect(results.facets?.filter(({ name }) => name === "theme")).toEqual([]);
  expect((await searched(coder, review.id, "theme:ocarinas ocarina")).total).toBe(0);
  expect((await searched(colleague, review.id, "ocarina")).total).toBe(2);
  expect((await searched(colleague, review.id, "theme:ocarinas ocarina")).total).toBeGreaterThan(0);
});

test("a stranger finds no review", async () => {
  await expect(searched(await makeStranger(), world.review.id, "marking")).rejects.toThrow("does not exist");
});

test("of many texts, results are paged without a gap, no more than can be read are ranked, and a rare word is meant", async () => {
  const { review, facilitator, roundtable } = await makeScene({ members: ["facilitator"], roundtable: {} });
  const participant = await makeParticipant(review, roundtable);
  await makeContribution(roundtable, { participant, text: "Harmonica one" });
  await pool().query(
    `INSERT INTO contribution (id, review_id, roundtable_id, source, wording, text, said_at, recorded_by_id, sequence, salt, digest)
     SELECT gen_random_uuid(), review_id, roundtable_id, 'unidentified', 'gist', 'Harmonica ' || n, said_at, recorded_by_id,
       sequence + n, salt, digest
     FROM contribution, generate_series(1, $2) n WHERE roundtable_id = $1`,
    [roundtable.id, MAX_HITS + 10],
  );
  const all = await searched(facilitator, review.id, "harmonica");
  expect(all).toMatchObject({ total: MAX_HITS, more: true, facets: null });
  const seen = new Set<string>();
  for (const page of [1, 2, 3])
    for (const { id } of (await searched(facilitator, review.id, "harmonica", page)).hits) seen.add(id);
  expect(seen.size).toBe(3 * PAGE);
  // A word of one text, after more texts than are compared at first.
  await makeContribution(roundtable, { participant, text: "Vuvuzela" });
  expect([...(await searched(facilitator, review.id, "vuvuzzela")).mended]).toEqual([
    ["vuvuzzela", "vuvuzela"],
  ]);
});
