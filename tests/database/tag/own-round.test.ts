import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { contributionsDigest } from "@/lib/tag/coding/batch";
import { changeTaggings } from "@/lib/tag/coding/commands/change-taggings";
import { addExample } from "@/lib/tag/recoding/commands/set-example";
import { setTagging } from "@/lib/tag/coding/commands/set-tagging";
import { tagBatch } from "@/lib/tag/coding/commands/tag-batch";
import { writeMemo } from "@/lib/tag/coding/commands/write-memo";
import { previewBatch } from "@/lib/tag/coding/queries/batches";
import { listExamples } from "@/lib/tag/recoding/queries/theme-history";
import { listCoding } from "@/lib/tag/coding/queries/coding";
import { countDrawable } from "@/lib/tag/rounds/queries/drawable-contributions";
import { listCodingContributions } from "@/lib/tag/coding/queries/workbench";
import { finish, judge, plan, planOf } from "@/tests/support/worlds/coding-round";
import { openTestDatabase } from "@/tests/support/database";
import { makeContribution } from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

/** A blind round of two contributions that two of three code; and a contribution alongside it. */
async function makeStory() {
  const scene = await makeScene({ members: ["lead"], coders: 2, contributions: 2, themes: 1 });
  const {
    review,
    lead,
    coders: [ben, carl],
    contributions: [contribution, other],
    themes: [theme],
  } = scene;
  const round = await plan(lead, planOf(scene, [lead, ben]));
  const alongside = await makeContribution(scene.roundtable);
  const set = (contributionId: string) => ({ contributionId, themeId: theme.id, stance: "ask" }) as const;
  return { review, lead, ben, carl, contribution, other, alongside, theme, round, set };
}

describe("a contribution in a blind round that a coder has not finished", () => {
  test("cannot be coded by them outside the round, but by a colleague", async () => {
    const { ben, carl, contribution, alongside, set } = await makeStory();
    const memo = (contributionId: string) => ({ id: randomUUID(), contributionId, text: "Mine" });
    for (const attempt of [
      () => setTagging(ben, set(contribution.id)),
      () => changeTaggings(ben, { change: "keep", ...set(contribution.id) }),
      () => changeTaggings(ben, { change: "stance", ...set(contribution.id), to: "strength" }),
      () => writeMemo(ben, memo(contribution.id)),
    ])
      await expect(attempt()).rejects.toThrow("Code it in the round");
    expect(await db().tagging.count({ where: { contributionId: contribution.id } })).toBe(0);
    await setTagging(ben, set(alongside.id));
    await setTagging(carl, set(contribution.id));
    await writeMemo(carl, memo(contribution.id));
  });

  test("says in which round it is, does not count as untagged, and is in no batch of theirs", async () => {
    const { review, ben, carl, contribution, alongside, round, set, theme } = await makeStory();
    const untagged = async (viewer: typeof ben) =>
      (await listCodingContributions(viewer, { reviewId: review.id, left: "untagged" })).contributions.map(
        ({ id }) => id,
      );
    expect(await untagged(ben)).toEqual([alongside.id]);
    expect(await untagged(carl)).toHaveLength(3);
    expect((await listCoding(ben, [contribution.id])).coding[contribution.id]?.blindRound).toMatchObject({
      number: round.number,
    });
    expect((await listCoding(carl, [contribution.id])).coding[contribution.id]).toBeUndefined();

    const { ids } = await previewBatch(ben, { reviewId: review.id }, null);
    expect(ids).toEqual([alongside.id]);
    expect((await previewBatch(carl, { reviewId: review.id }, null)).ids).toHaveLength(3);
    const { themeId, stance } = set(contribution.id);
    const said = { themeId, stance, suggestionsShown: false };
    const batch = {
      id: randomUUID(),
      reviewId: review.id,
      contributionIds: [contribution.id, alongside.id],
      ...said,
    };
    const forced = tagBatch(ben, { ...batch, expected: contributionsDigest(batch.contributionIds) });
    await expect(forced).rejects.toThrow("Nothing was changed");
    await tagBatch(ben, { ...batch, expected: contributionsDigest([alongside.id]) });
    expect(await db().tagging.count({ where: { themeId: theme.id, until: null } })).toBe(1);
  });

  test("once all have finished, is coded here again; what was set in the round stays the round's", async () => {
    const { review, lead, ben, contribution, other, round, set } = await makeStory();
    for (const coder of [lead, ben]) {
      await judge(coder, round.id, contribution.id, [[set(contribution.id).themeId, "ask"]]);
      await judge(coder, round.id, other.id);
      await finish(coder, { ...round, reviewId: review.id });
    }
    const mine = async () =>
      ((await listCoding(ben, [contribution.id])).coding[contribution.id]?.taggings ?? []).filter(
        (tagging) => tagging.mine,
      );
    expect((await mine()).map((tagging) => tagging.round)).toEqual([round.number]);
    await changeTaggings(ben, { change: "set", ...set(contribution.id) });
    expect((await mine()).map((tagging) => tagging.round)).toEqual([round.number, null]);
    await changeTaggings(ben, { change: "remove", ...set(contribution.id) });
    expect((await mine()).map((tagging) => tagging.round)).toEqual([round.number]);
  });
});

test("coders also differ where one of them read the contribution and set nothing", async () => {
  const { review, lead, ben, carl, contribution, other, round, set } = await makeStory();
  const differing = async () =>
    (await listCodingContributions(carl, { reviewId: review.id, left: "disagreed" })).contributions.map(
      ({ id }) => id,
    );
  await judge(lead, round.id, contribution.id, [[set(contribution.id).themeId, "ask"]]);
  await judge(lead, round.id, other.id);
  for (const { id } of [contribution, other]) await judge(ben, round.id, id);
  expect(await differing()).toEqual([]);
  for (const coder of [lead, ben]) await finish(coder, { ...round, reviewId: review.id });
  expect(await differing()).toEqual([contribution.id]);
});

describe("an example in the codebook", () => {
  test("cannot come from a contribution in a blind round, and is hidden from coders who have not finished it", async () => {
    const { review, lead, ben, carl, contribution, other, theme, round } = await makeStory();
    const example = { themeId: theme.id, contributionId: contribution.id, belongs: true };
    await expect(addExample(carl, example)).rejects.toThrow("once they have finished");
    await db().themeExample.create({
      data: { reviewId: review.id, ...example, byId: carl.userId },
    });
    expect(await listExamples(ben, theme.id)).toEqual([]);
    expect(await listExamples(carl, theme.id)).toHaveLength(1);
    for (const coder of [lead, ben]) {
      for (const { id } of [contribution, other]) await judge(coder, round.id, id);
      await finish(coder, { ...round, reviewId: review.id });
    }
    expect(await listExamples(ben, theme.id)).toHaveLength(1);
    await addExample(carl, { ...example, contributionId: other.id });
  });

  test("is drawn for no round, since its answer can be looked up", async () => {
    const {
      review,
      lead,
      roundtable,
      contributions: [one],
      theme,
    } = await makeScene({ members: ["lead"], contributions: 2, theme: {} });
    const choice = { reviewId: review.id, roundtableIds: [roundtable.id], stratifyBy: null };
    expect((await countDrawable(lead, choice)).population).toBe(2);
    await addExample(lead, { themeId: theme.id, contributionId: one.id, belongs: true });
    expect((await countDrawable(lead, choice)).population).toBe(1);
  });
});
