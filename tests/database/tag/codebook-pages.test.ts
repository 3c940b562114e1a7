import { describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { mergeThemes } from "@/lib/tag/recoding/commands/merge-themes";
import { placeTheme } from "@/lib/tag/codebook/commands/place-theme";
import { retireTheme } from "@/lib/tag/recoding/commands/retire-theme";
import { setTagging } from "@/lib/tag/coding/commands/set-tagging";
import { undoCodingChange } from "@/lib/tag/recoding/commands/undo-coding-change";
import { countTaggingsByMeaning, listShapeChanges } from "@/lib/tag/recoding/queries/theme-history";
import {
  countContributionsOfBoth,
  countContributionsOfNoOther,
  listContributionIdsOfTheme,
  previewSplit,
  weighTheme,
} from "@/lib/tag/recoding/queries/codebook-preview";
import { makeCodebookWorld, type CodebookWorld } from "@/tests/support/worlds/codebook-world";
import { openTestDatabase } from "@/tests/support/database";
import { makeContribution, makeMember } from "@/tests/support/worlds/factories";

openTestDatabase();

/** The first contribution under both themes, the second under the first one, and one that was struck out. */
async function tagged(world: CodebookWorld) {
  const { lead, a, b, contributions, roundtable, review } = world;
  const colleague = await makeMember(review, "facilitator");
  const struck = await makeContribution(roundtable);
  const set = (viewer: typeof lead, contributionId: string, themeId: string) =>
    setTagging(viewer, { contributionId, themeId, stance: "ask" });
  await set(lead, contributions[0].id, a.id);
  await set(lead, contributions[0].id, b.id);
  await set(colleague, contributions[1].id, a.id);
  await set(lead, struck.id, a.id);
  await db().contribution.update({ where: { id: struck.id }, data: { struckAt: new Date() } });
}

describe("what a change of the codebook would affect", () => {
  test("is counted in contributions that count, taggings and people", async () => {
    const world = await makeCodebookWorld();
    const { lead, a, b, c, contributions, review } = world;
    await tagged(world);
    const inReview = { id: a.id, reviewId: review.id };
    expect(await weighTheme(lead, inReview)).toEqual({
      contributions: 2,
      taggings: 3,
      coders: 2,
      decisions: 0,
      examples: 0,
    });
    expect(await countContributionsOfBoth(lead, review.id, [a.id, b.id])).toBe(1);
    expect(await countContributionsOfNoOther(lead, inReview)).toBe(1);
    await retireTheme(lead, { id: b.id });
    expect(await countContributionsOfNoOther(lead, inReview)).toBe(2);
    expect((await listContributionIdsOfTheme(lead, inReview)).sort()).toEqual(
      [contributions[0].id, contributions[1].id].sort(),
    );
    const split = { goes: [contributions[1].id, contributions[2].id], both: [] };
    expect(await previewSplit(lead, inReview, split)).toEqual({
      goes: 1,
      both: 0,
      stays: 1,
      taggings: 1,
      coders: 1,
      waiting: 1,
    });
    expect(await weighTheme(lead, { id: c.id, reviewId: review.id })).toMatchObject({
      contributions: 0,
      taggings: 0,
    });
  });

  test("is for those who work on the review", async () => {
    const { a, review } = await makeCodebookWorld();
    const inReview = { id: a.id, reviewId: review.id };
    for (const role of ["reviewer", "fellow"] as const) {
      const viewer = await makeMember(review, role);
      const forbidden = { kind: "forbidden" };
      await expect(weighTheme(viewer, inReview)).rejects.toMatchObject(forbidden);
      await expect(countContributionsOfNoOther(viewer, inReview)).rejects.toMatchObject(forbidden);
      await expect(countContributionsOfBoth(viewer, review.id, [a.id, a.id])).rejects.toMatchObject(
        forbidden,
      );
      await expect(previewSplit(viewer, inReview, { goes: [], both: [] })).rejects.toMatchObject(forbidden);
    }
    await expect(weighTheme(await makeMember(review, "facilitator"), inReview)).resolves.toBeDefined();
  });
});

test("taggings are counted by whether the theme has changed its meaning since", async () => {
  const world = await makeCodebookWorld();
  await tagged(world);
  const counts = (meaningSince: number) =>
    countTaggingsByMeaning(world.lead, { id: world.a.id, meaningSince });
  expect(await counts(1)).toEqual({ fresh: 3, stale: 0 });
  expect(await counts(2)).toEqual({ fresh: 0, stale: 3 });
});

describe("the history of a theme's place", () => {
  test("is told from both sides, latest first, with who did it for those who work on the review", async () => {
    const { lead, review, a, b, c } = await makeCodebookWorld();
    await placeTheme(lead, { id: c.id, parentId: b.id, afterId: null });
    await mergeThemes(lead, { id: a.id, intoId: b.id });
    const history = (id: string, viewer = lead) => listShapeChanges(viewer, { id, reviewId: review.id });
    const merge = { kind: "merge", themeId: a.id, otherId: b.id, undoneAt: null, open: true };
    const move = { kind: "move", themeId: c.id, otherId: b.id, open: true };
    expect(await history(b.id)).toMatchObject([{ ...merge, by: lead.name }, move]);
    expect(await history(a.id)).toMatchObject([merge]);
    const fellow = await makeMember(review, "fellow");
    expect(await history(a.id, fellow)).toMatchObject([{ ...merge, by: null }]);
    const elsewhere = await makeCodebookWorld();
    expect(await history(a.id, elsewhere.lead)).toEqual([]);
  });

  test("says what was undone, and what cannot be undone any more", async () => {
    const { lead, review, a, b, c } = await makeCodebookWorld();
    const history = () => listShapeChanges(lead, { id: b.id, reviewId: review.id });
    await mergeThemes(lead, { id: a.id, intoId: b.id });
    await mergeThemes(lead, { id: b.id, intoId: c.id });
    const [later, first] = await history();
    expect([later?.open, first?.open]).toEqual([true, false]);
    await undoCodingChange(lead, { id: later?.id ?? "" });
    expect(await history()).toMatchObject([
      { open: false, undoneAt: expect.any(Date), undoneBy: lead.name },
      { open: true, undoneAt: null },
    ]);
  });
});
