import { expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { visibleMemos } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { startEvents, stopEvents, subscribe } from "@/lib/platform/events";
import { abandonRound } from "@/lib/tag/rounds/commands/abandon-round";
import { setTagging } from "@/lib/tag/coding/commands/set-tagging";
import { countByTheme } from "@/lib/tag/coding/queries/listed-counts";
import { listTaggings } from "@/lib/tag/coding/queries/taggings";
import { getRoundContribution } from "@/lib/tag/rounds/queries/round-contributions";
import { getAgreement } from "@/lib/tag/rounds/queries/get-agreement";
import { listCodebookSuggestions } from "@/lib/tag/rounds/queries/round-difference";
import { getRound, listDifferences, listRounds } from "@/lib/tag/rounds/queries/rounds";
import { listCodingContributions } from "@/lib/tag/coding/queries/workbench";
import { finish, judge, makeRoundStory } from "@/tests/support/worlds/coding-round";
import { openTestDatabase } from "@/tests/support/database";
import { makeOutsiders, makeTheme } from "@/tests/support/worlds/factories";

openTestDatabase();

type Story = Awaited<ReturnType<typeof makeRoundStory>>;

/** Whose themes and memos the viewer reads on a contribution, by every way there is. */
async function reads(viewer: Viewer, { round }: Story, contributionId: string) {
  const taggings = (await listTaggings(viewer, [contributionId])).get(contributionId) ?? [];
  const memos = await db().memo.findMany({
    where: { AND: [{ contributionId }, visibleMemos(viewer)] },
    select: { byId: true, text: true },
  });
  const found = await getRound(viewer, round.reviewId, round.number);
  return {
    coders: taggings.map(({ coder }) => coder),
    memos: memos.map(({ text }) => text),
    differences: (await listDifferences(viewer, found)).length,
    suggestions: (await listCodebookSuggestions(viewer, found)).length,
    figures: await getAgreement(viewer, found),
  };
}

const NOTHING = { coders: [], memos: [], differences: 0, suggestions: 0, figures: null };

/** Both have set a theme on the first contribution, each another; a colleague had set one before. */
async function makeCoded(blind = true) {
  const story = await makeRoundStory({ blind });
  const { anna, ben, carl, round, contributions, themes } = story;
  await setTagging(carl, { contributionId: contributions[0], themeId: themes[1], stance: "observation" });
  await judge(anna, round.id, contributions[0], [[themes[0], "ask"]], "Of Anna");
  await judge(ben, round.id, contributions[0], [[themes[1], "strength"]], "Of Ben");
  return story;
}

test("coders who have not finished read neither the others' part nor earlier coding; nor does anybody else", async () => {
  const story = await makeCoded();
  const { anna, ben, carl, lead, contributions } = story;
  expect(await reads(anna, story, contributions[0])).toEqual(NOTHING);
  expect(await reads(ben, story, contributions[0])).toEqual(NOTHING);
  // Who codes in no round reads what was set outside it.
  expect(await reads(carl, story, contributions[0])).toEqual({ ...NOTHING, coders: [carl.name] });
  expect(await reads(lead, story, contributions[0])).toEqual({ ...NOTHING, coders: [carl.name] });
});

test("in the round coders read their own part, and people who do not code in it have none", async () => {
  const { anna, ben, carl, round, contributions, themes } = await makeCoded();
  const at = await db().codingRoundContribution.findFirstOrThrow({
    where: { contributionId: contributions[0] },
  });
  const found = (viewer: Viewer) => getRound(viewer, round.reviewId, round.number);
  expect(await getRoundContribution(anna, await found(anna), at.position)).toMatchObject({
    set: [{ themeId: themes[0], stance: "ask" }],
    memo: "Of Anna",
  });
  expect(await getRoundContribution(ben, await found(ben), at.position)).toMatchObject({
    set: [{ themeId: themes[1], stance: "strength" }],
    memo: "Of Ben",
  });
  await expect(getRoundContribution(carl, await found(carl), at.position)).rejects.toMatchObject({
    kind: "forbidden",
  });
});

test("coders who have finished wait for the others; after the last everybody reads everything", async () => {
  const story = await makeCoded();
  const { anna, ben, carl, lead, contributions, round } = story;
  await finish(anna, round);
  expect(await reads(anna, story, contributions[0])).toEqual({ ...NOTHING, coders: [carl.name] });
  expect(await reads(ben, story, contributions[0])).toEqual(NOTHING);
  await finish(ben, round);
  for (const viewer of [anna, ben, carl, lead])
    expect(await reads(viewer, story, contributions[0])).toEqual({
      coders: [carl.name, anna.name, ben.name],
      memos: ["Of Anna", "Of Ben"],
      differences: 2,
      suggestions: 0,
      figures: null,
    });
});

test("figures do not change until every coder has finished", async () => {
  const { anna, ben, carl, round, review, themes } = await makeCoded();
  const counted = () => countByTheme(carl, { reviewId: review.id }, "settled");
  const before = new Map([[themes[1], 1]]);
  expect(await counted()).toEqual(before);
  await finish(anna, round);
  expect(await counted()).toEqual(before);
  await finish(ben, round);
  expect(await counted()).toEqual(
    new Map([
      [themes[0], 1],
      [themes[1], 1],
    ]),
  );
});

test("coding in an abandoned round counts nowhere and stays hidden", async () => {
  const story = await makeCoded();
  const { lead, anna, carl, round, review, contributions, themes } = story;
  await abandonRound(lead, { roundId: round.id });
  expect(await countByTheme(carl, { reviewId: review.id }, "settled")).toEqual(new Map([[themes[1], 1]]));
  expect(await reads(anna, story, contributions[0])).toEqual({ ...NOTHING, coders: [carl.name] });
});

test("nobody is notified of what a coder sets, and everybody that somebody has finished", async () => {
  const { anna, round, contributions, themes } = await makeRoundStory();
  const heard: string[] = [];
  await startEvents();
  const end = subscribe(({ kind }) => void heard.push(kind));
  await judge(anna, round.id, contributions[0], [[themes[0], "ask"]], "A thought");
  await finish(anna, round);
  await expect.poll(() => heard).toEqual(["round"]);
  end();
  await stopEvents();
});

test("in a round that is not blind, coders read one another", async () => {
  const story = await makeCoded(false);
  const { anna, ben, carl, contributions } = story;
  expect(await reads(anna, story, contributions[0])).toMatchObject({
    coders: [carl.name, anna.name, ben.name],
    memos: ["Of Anna", "Of Ben"],
    differences: 0,
  });
});

test("coders differ on what their round asked about, and on nothing else", async () => {
  const { anna, ben, carl, review, round, contributions, themes } = await makeRoundStory({ blind: false });
  const differing = async () =>
    (await listCodingContributions(carl, { reviewId: review.id, left: "disagreed" })).contributions.map(
      ({ id }) => id,
    );
  for (const coder of [anna, ben]) await judge(coder, round.id, contributions[0], [[themes[0], "ask"]]);
  const aside = await makeTheme(review);
  await setTagging(anna, { contributionId: contributions[0], themeId: aside.id, stance: "ask" });
  expect(await differing()).toEqual([]);
  await setTagging(anna, { contributionId: contributions[0], themeId: themes[1], stance: "ask" });
  expect(await differing()).toEqual([contributions[0]]);
});

test("reviewers, Fellows, other reviews' leads and strangers find no round", async () => {
  const { review, anna, round } = await makeCoded();
  const outsiders = await makeOutsiders(review);
  for (const viewer of outsiders) {
    await expect(getRound(viewer, review.id, round.number)).rejects.toMatchObject({ kind: "not-found" });
    await expect(listRounds(viewer, review.id)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(judge(viewer, round.id, "")).rejects.toMatchObject({ kind: "not-found" });
  }
  await expect(getRound(anna, review.id, round.number)).resolves.toMatchObject({ number: round.number });
});
