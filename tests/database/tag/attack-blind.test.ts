import { beforeAll, describe, expect, test } from "vitest";
import { EVERYTHING } from "@/lib/aggregate/live/live-filter";
import { listNarrowedEvidence } from "@/lib/aggregate/live/queries/narrowed-evidence";
import { themeFigures } from "@/lib/aggregate/figures/queries/theme-figures";
import { roleIn, type Viewer } from "@/lib/access/policy";
import { listContributions } from "@/lib/capture/contribution/queries/contributions";
import { listShownContributions } from "@/lib/capture/session/queries/shown-contributions";
import { db } from "@/lib/platform/db";
import { adjudicate } from "@/lib/tag/rounds/commands/adjudicate";
import { flagContribution } from "@/lib/tag/coding/commands/flag-contribution";
import { settleRound } from "@/lib/tag/rounds/commands/settle-round";
import { suggestThemes } from "@/lib/tag/suggestion/commands/suggest-themes";
import { setTagging } from "@/lib/tag/coding/commands/set-tagging";
import { listTaggings } from "@/lib/tag/coding/queries/taggings";
import { listCoding } from "@/lib/tag/coding/queries/coding";
import {
  listContributionIdsOfTheme,
  previewSplit,
  weighTheme,
} from "@/lib/tag/recoding/queries/codebook-preview";
import { countTaggingsByMeaning } from "@/lib/tag/recoding/queries/theme-history";
import { allPassageRows } from "@/tests/support/worlds/passage-rows";
import { listSimilarContributions } from "@/lib/tag/suggestion/queries/similar-contributions";
import { countByTheme, countListedByTheme } from "@/lib/tag/coding/queries/listed-counts";
import { countPassages } from "@/lib/tag/coding/queries/passages";
import { getDifference } from "@/lib/tag/rounds/queries/round-difference";
import { getRound, listDifferences, listRounds } from "@/lib/tag/rounds/queries/rounds";
import { keptFigures } from "@/lib/aggregate/figures/queries/read-kept-figures";
import { listCodingContributions } from "@/lib/tag/coding/queries/workbench";
import { finish, judge, plan, planOf } from "@/tests/support/worlds/coding-round";
import { openTestDatabase } from "@/tests/support/database";
import { exportOf } from "@/tests/support/worlds/exchange-story";
import { makeContribution, makeMember } from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

/** What the process has learnt is learnt again. */
const forgetModels = () => Reflect.deleteProperty(globalThis, Symbol.for("npq-review.tag.models"));

/** A blind round that the lead and a facilitator code in, and a colleague who does not. */
async function makeStory() {
  const scene = await makeScene({
    members: ["lead"],
    coders: 2,
    participants: 3,
    contributions: 3,
    themes: 2,
  });
  const {
    review,
    lead,
    coders: [ben, carl],
    roundtable,
    themes: [theme, other],
  } = scene;
  const round = await plan(lead, planOf(scene, [lead, ben]));
  const contributions = scene.contributions.map(({ id }) => id);
  const contribution = scene.contributions[0].id;
  return { review, lead, ben, carl, roundtable, contributions, contribution, theme, other, round };
}

type Story = Awaited<ReturnType<typeof makeStory>>;

/** Everything that somebody can read, by its name, of one contribution and one theme of the round. */
function views(viewer: Viewer, { review, roundtable, contributions, contribution, theme, round }: Story) {
  const reviewId = review.id;
  const coding = async (filter: object) =>
    (await listCodingContributions(viewer, { reviewId, ...filter })).contributions.map(({ id }) => id);
  const listed = async (filter: object) =>
    (await listContributions(viewer, { reviewId, ...filter })).contributions.map(({ id }) => id);
  const ofTheme = { id: theme.id, reviewId };
  return {
    "coding page, by theme": () => coding({ themeId: theme.id }),
    "codebook alongside the list": async () => {
      // What is kept of the roundtable is the same for everybody, and must reach nobody who codes blind.
      await keptFigures({ reviewId, roundtableId: null });
      return countListedByTheme(viewer, { reviewId });
    },
    "passages of the theme": () => countPassages(viewer, { reviewId, themeId: theme.id }),
    "passages as CSV": async () =>
      (await allPassageRows(viewer, "own", { reviewId, themeId: theme.id })).map(({ coder }) => coder),
    "coding page, untagged": () => coding({ left: "untagged" }),
    "coding page, coders differ": () => coding({ left: "disagreed" }),
    "coding page, stale": () => coding({ left: "stale" }),
    "coding page, flagged": () => coding({ left: "flagged" }),
    "contributions, by theme": () => listed({ themeId: theme.id }),
    "contributions, untagged": () => listed({ untagged: true }),
    "capture page and record API": async () =>
      (await listShownContributions(viewer, roundtable.id, "all")).contributions.map(({ id, themeIds }) => [
        id,
        themeIds,
      ]),
    "live evidence of the dashboard": async () =>
      (
        await listNarrowedEvidence(viewer, {
          reviewId,
          themeId: theme.id,
          alsoThemeId: null,
          filter: EVERYTHING,
        })
      ).contributions.map(({ id }) => id),
    taggings: async () => [...(await listTaggings(viewer, contributions))],
    "coding of contributions": async () => Object.entries((await listCoding(viewer, contributions)).coding),
    suggestions: async () => {
      forgetModels();
      return Object.keys(
        (await suggestThemes(viewer, { reviewId, contributionIds: [...contributions], shown: true }))
          .byContribution,
      );
    },
    "like contributions": async () =>
      (await listSimilarContributions(viewer, contribution)).map(({ themeIds }) => themeIds),
    differences: async () => listDifferences(viewer, await getRound(viewer, reviewId, round.number)),
    "meaning counts": () => countTaggingsByMeaning(viewer, { id: theme.id, meaningSince: 1 }),
    "own export": async () => {
      const { sources } = await exportOf(viewer, reviewId, "own");
      return sources.flatMap(({ selections }) => selections.map(({ codings }) => codings.length));
    },
    ...(roleIn(viewer, reviewId) === "lead"
      ? {
          "split page, contributions": () => listContributionIdsOfTheme(viewer, ofTheme),
          "split preview": () => previewSplit(viewer, ofTheme, { goes: [contribution], both: [] }),
          "merge preview": () => weighTheme(viewer, ofTheme),
        }
      : {}),
  };
}
const FIGURES = {
  "contributions by theme": async (viewer: Viewer, { review }: Story) => [
    ...(await countByTheme(viewer, { reviewId: review.id }, "settled")),
  ],
  "figures as at today": async (viewer: Viewer, { review }: Story) =>
    themeFigures(viewer, { reviewId: review.id, roundtableId: null, on: new Date() }),
  "live figures": async (viewer: Viewer, { review }: Story) =>
    themeFigures(viewer, { reviewId: review.id, roundtableId: null }),
};

function prefixed(who: string, read: Record<string, () => Promise<unknown>>) {
  return Object.fromEntries(Object.entries(read).map(([name, view]) => [`${who}: ${name}`, view] as const));
}

async function leaksOf(read: Record<string, () => Promise<unknown>>, change: () => Promise<unknown>) {
  const before = new Map<string, unknown>();
  for (const [name, view] of Object.entries(read)) before.set(name, await view());
  await change();
  const leaks: string[] = [];
  for (const [name, view] of Object.entries(read)) {
    const after = await view();
    if (JSON.stringify(after) !== JSON.stringify(before.get(name))) leaks.push(name);
  }
  return leaks;
}

describe("a coder who has not finished a blind round", () => {
  let story: Story;
  beforeAll(async () => {
    story = await makeStory();
  });

  test("sees no trace of what the other coder sets", async () => {
    const { lead, ben, round, contribution, theme } = story;
    const figures = Object.fromEntries(
      Object.entries(FIGURES).map(([name, view]) => [name, () => view(lead, story)] as const),
    );
    const leaks = await leaksOf({ ...views(lead, story), ...figures }, () =>
      judge(ben, round.id, contribution, [[theme.id, "ask"]], "A memo"),
    );
    expect(leaks).toEqual([]);
  });

  test("a person who codes in no round sees no trace of it either", async () => {
    const { review, carl, ben, round, contributions, theme } = story;
    const other = await makeMember(review, "lead");
    const all = { ...views(other, story), ...prefixed("carl", views(carl, story)) };
    const leaks = await leaksOf(all, () =>
      judge(ben, round.id, contributions[1] ?? "", [[theme.id, "ask"]], "A memo"),
    );
    expect(leaks).toEqual([]);
  });

  test("finds no trace of what a colleague set on the contribution at capture", async () => {
    const fresh = await makeStory();
    const { review, ben, lead, carl, contribution, theme, other } = fresh;
    const eve = await makeMember(review, "facilitator");
    const set = async () => {
      await setTagging(carl, { contributionId: contribution, themeId: theme.id, stance: "ask" });
      await setTagging(eve, { contributionId: contribution, themeId: other.id, stance: "ask" });
      await db().theme.update({ where: { id: other.id }, data: { revision: 2, meaningSince: 2 } });
    };
    const all: Record<string, () => Promise<unknown>> = {};
    // The total number is part of every figure of the review; which contributions they are is not.
    const counts = ["split preview", "merge preview"];
    for (const [who, viewer] of Object.entries({ ben, lead }))
      for (const [name, view] of Object.entries(views(viewer, fresh)))
        if (!counts.includes(name)) all[`${who}: ${name}`] = view;
    expect(await leaksOf(all, set)).toEqual([]);
  });

  test("does not read what an earlier round decided on the same contribution", async () => {
    const { review, lead, ben, roundtable, contribution, theme, other } = await makeStory();
    const again = {
      reviewId: review.id,
      roundtableIds: [roundtable.id],
      themeIds: [theme.id, other.id],
      size: 3,
    };
    const [first] = await listRounds(lead, review.id);
    if (!first) throw new Error("There is no round.");
    await judge(lead, first.id, contribution, [[theme.id, "ask"]]);
    await judge(ben, first.id, contribution);
    for (const coder of [lead, ben]) await finish(coder, { ...first, reviewId: review.id });
    const decided = { stances: ["ask" as const], reason: "It is an ask.", suggestion: "" };
    await adjudicate(ben, { roundId: first.id, contributionId: contribution, themeId: theme.id, ...decided });
    await settleRound(ben, { roundId: first.id });
    const eve = await makeMember(review, "facilitator");
    await plan(lead, { ...again, coderIds: [eve.userId, ben.userId] });
    const round = await getRound(eve, review.id, first.number);
    const differences = await listDifferences(eve, round);
    const shown = differences.filter(({ contributionId }) => contributionId === contribution);
    const details = await Promise.all(shown.map((one) => getDifference(eve, round, one)));
    expect({ differences: shown.length, decisions: details.map(({ decision }) => decision?.reason) }).toEqual(
      {
        differences: 0,
        decisions: [],
      },
    );
  });

  test("flags a contribution independently of a colleague, whose flag is visible again when all have finished", async () => {
    const fresh = await makeStory();
    const { ben, lead, carl, contribution, round } = fresh;
    const flaggedBy = async (viewer: Viewer) =>
      (await listCoding(viewer, [contribution])).coding[contribution]?.flag?.by;
    const flag = (viewer: Viewer, flagged: boolean) =>
      flagContribution(viewer, { contributionId: contribution, flagged });
    expect(await leaksOf(views(ben, fresh), () => flag(lead, true))).toEqual([]);
    expect(await flaggedBy(carl)).toBe(lead.name);
    await flag(ben, true);
    expect(await flaggedBy(ben)).toBe(ben.name);
    expect(await flaggedBy(lead)).toBe(lead.name);
    await flag(ben, false);
    expect(await flaggedBy(ben)).toBeUndefined();
    expect(await flaggedBy(lead)).toBe(lead.name);
    for (const coder of [lead, ben]) await judge(coder, round.id, contribution);
    for (const coder of [lead, ben]) await finish(coder, { ...round, reviewId: fresh.review.id });
    expect(await flaggedBy(ben)).toBe(lead.name);
    await flag(ben, false);
    expect(await flaggedBy(lead)).toBeUndefined();
  });

  test("learns nothing about a contribution from suggestions for another with the same words", async () => {
    const { review, ben, carl, roundtable, contributions, contribution, theme, other } = await makeStory();
    const text = "The cover for release days costs our small school more than the course itself.";
    await db().contribution.update({ where: { id: contribution }, data: { text } });
    const twin = await makeContribution(roundtable, { text });
    for (const id of contributions.slice(1))
      await setTagging(carl, { contributionId: id, themeId: other.id });
    const suggested = async () => {
      forgetModels();
      const { byContribution } = await suggestThemes(ben, {
        reviewId: review.id,
        contributionIds: [twin.id],
        shown: true,
      });
      return (byContribution[twin.id] ?? []).map(({ themeId, probability }) => [
        themeId,
        probability.toFixed(2),
      ]);
    };
    const before = await suggested();
    await setTagging(carl, { contributionId: contribution, themeId: theme.id, stance: "ask" });
    expect(await suggested()).toEqual(before);
  });
});
