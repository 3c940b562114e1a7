import { describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { changeTheme } from "@/lib/tag/codebook/commands/change-theme";
import { addExample } from "@/lib/tag/recoding/commands/set-example";
import { setTagging } from "@/lib/tag/coding/commands/set-tagging";
import { splitTheme } from "@/lib/tag/recoding/commands/split-theme";
import { undoCodingChange } from "@/lib/tag/recoding/commands/undo-coding-change";
import { getTheme, listThemes } from "@/lib/tag/codebook/queries/themes";
import { isStale } from "@/lib/tag/codebook/theme";
import {
  makeCodebookWorld,
  openTaggings,
  randomCoding,
  settledUnder,
  snapshot,
  type CodebookWorld,
} from "@/tests/support/worlds/codebook-world";
import { openTestDatabase } from "@/tests/support/database";
import { makeFinding, makeContribution } from "@/tests/support/worlds/factories";
import { registerStages } from "@/register-stages";

openTestDatabase();
registerStages();

const TEXTS = {
  title: "Aims of schools",
  definition: "Those of schools.",
  includes: "",
  excludes: "",
  signalWords: "",
};
const REST = { restDefinition: "Those of people.", restIncludes: "", restExcludes: "", restSignalWords: "" };

function split(
  { lead, a }: CodebookWorld,
  contributions: { goes?: string[]; both?: string[] },
  revision = 1,
) {
  return splitTheme(lead, { id: a.id, revision, ...TEXTS, ...REST, goes: [], both: [], ...contributions });
}

async function undo({ lead, a }: CodebookWorld) {
  const { id } = await db().codingChange.findFirstOrThrow({
    where: { themeId: a.id, kind: "split" },
    orderBy: { at: "desc" },
  });
  await undoCodingChange(lead, { id });
}

const ofContribution = (settled: Set<string>, contributionId: string) =>
  [...settled].filter((row) => row.startsWith(contributionId)).sort();

describe("whatever was coded and decided", () => {
  const seeds = [1, 2, 3, 4];

  test.each(seeds)(
    "a split moves what goes, copies what has both, and leaves the rest (seed %i)",
    async (seed) => {
      const world = await makeCodebookWorld();
      await randomCoding(world, seed);
      const [goes, both, stays] = world.contributions;
      const before = await settledUnder(world.a.id);
      const made = await split(world, { goes: [goes.id], both: [both.id] });
      const [left, right] = [await settledUnder(world.a.id), await settledUnder(made.id)];
      expect(ofContribution(left, goes.id)).toEqual([]);
      expect(ofContribution(right, goes.id)).toEqual(ofContribution(before, goes.id));
      expect(ofContribution(left, both.id)).toEqual(ofContribution(before, both.id));
      expect(ofContribution(right, both.id)).toEqual(ofContribution(before, both.id));
      expect(ofContribution(left, stays.id)).toEqual(ofContribution(before, stays.id));
      expect(ofContribution(right, stays.id)).toEqual([]);
    },
  );

  test.each(seeds)("undoing it brings everything back, and undoing twice is once (seed %i)", async (seed) => {
    const world = await makeCodebookWorld();
    await randomCoding(world, seed);
    const [goes, both] = world.contributions;
    const before = await snapshot(world.review.id);
    const made = await split(world, { goes: [goes.id], both: [both.id] });
    await undo(world);
    await undo(world);
    const after = await snapshot(world.review.id);
    const [a, b, c] = before;
    // Its siblings are one place further on, in the same order.
    expect(after.filter(({ id }) => id !== made.id)).toEqual([
      a,
      { ...b, placements: [{ parentId: null, position: 3 }] },
      { ...c, placements: [{ parentId: null, position: 4 }] },
    ]);
    expect(after.find(({ id }) => id === made.id)).toMatchObject({ taggings: [], settled: [], findings: [] });
  });
});

describe("splitting a theme", () => {
  test("makes a second one after it; what stays is stale, what went is fresh", async () => {
    const world = await makeCodebookWorld();
    const { lead, a, b, c, contributions, review } = world;
    const [goes, stays] = contributions;
    for (const contribution of [goes, stays])
      await setTagging(lead, { contributionId: contribution.id, themeId: a.id });
    await addExample(lead, { themeId: a.id, contributionId: goes.id, belongs: true });
    const made = await split(world, { goes: [goes.id] });
    expect(await split(world, { goes: [goes.id] })).toEqual(made);
    expect((await listThemes(lead, review.id)).map(({ id }) => id)).toEqual([a.id, made.id, b.id, c.id]);
    const left = await getTheme(lead, review.id, "aims");
    const right = await getTheme(lead, review.id, made.slug);
    expect(left).toMatchObject({
      title: "Aims",
      definition: "Those of people.",
      revision: 2,
      meaningSince: 2,
    });
    expect(right).toMatchObject({ ...TEXTS, revision: 1, meaningSince: 1 });
    const on = async (id: string) => (await openTaggings(id))[0] ?? { themeRevision: NaN };
    expect(isStale(await on(a.id), left)).toBe(true);
    expect(isStale(await on(made.id), right)).toBe(false);
    expect(await db().themeExample.findMany({ where: { reviewId: review.id, until: null } })).toMatchObject([
      { themeId: made.id },
    ]);
  });

  test("is refused with a title that is taken, from a text that has changed, and while a round uses it", async () => {
    const world = await makeCodebookWorld();
    const { lead, a, review } = world;
    const input = { id: a.id, revision: 1, ...TEXTS, ...REST, goes: [], both: [] };
    await expect(splitTheme(lead, { ...input, title: "Cover" })).rejects.toMatchObject({
      fieldErrors: { title: expect.stringContaining("Cover") },
    });
    await expect(splitTheme(lead, { ...input, revision: 9 })).rejects.toMatchObject({ kind: "stale" });
    await db().codingRound.create({
      data: {
        reviewId: review.id,
        number: 3,
        title: "Third",
        seed: 1,
        sampling: {},
        createdById: lead.userId,
        themes: { create: { themeId: a.id, themeRevision: 1 } },
      },
    });
    await expect(splitTheme(lead, input)).rejects.toThrow("Third");
  });
});

describe("undoing a split after people went on", () => {
  test("loses nothing that was set or written under the second theme", async () => {
    const world = await makeCodebookWorld();
    const { lead, a, contributions, roundtable, review } = world;
    await setTagging(lead, { contributionId: contributions[0].id, themeId: a.id });
    const made = await split(world, { goes: [contributions[0].id] });
    const later = await makeContribution(roundtable);
    await setTagging(lead, { contributionId: later.id, themeId: made.id });
    const finding = await makeFinding({ id: made.id, reviewId: review.id }, [later]);
    await undo(world);
    expect((await openTaggings(a.id)).map((row) => row.contributionId).sort()).toEqual(
      [contributions[0].id, later.id].sort(),
    );
    expect(await db().finding.findUniqueOrThrow({ where: { id: finding.id } })).toMatchObject({
      themeId: a.id,
    });
    expect(await getTheme(lead, review.id, made.slug)).toMatchObject({ retired: true });
  });

  test("restores the text as a revision, fresh unless its meaning was changed in between", async () => {
    const world = await makeCodebookWorld();
    const { lead, a, review } = world;
    await split(world, {});
    await undo(world);
    const aims = { definition: "Aims of it.", includes: "This.", excludes: "That.", signalWords: "" };
    expect(await getTheme(lead, review.id, "aims")).toMatchObject({ ...aims, revision: 3, meaningSince: 1 });

    await splitTheme(lead, {
      id: a.id,
      revision: 3,
      ...TEXTS,
      title: "Another",
      ...REST,
      goes: [],
      both: [],
    });
    const between = { title: "Aims", definition: "Otherwise.", includes: "", excludes: "", signalWords: "" };
    await changeTheme(lead, { id: a.id, revision: 4, ...between });
    await undo(world);
    expect(await getTheme(lead, review.id, "aims")).toMatchObject({ ...aims, revision: 6, meaningSince: 6 });
  });
});
