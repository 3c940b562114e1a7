import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { editContribution } from "@/lib/capture/contribution/commands/edit-contribution";
import { splitContribution } from "@/lib/capture/contribution/commands/split-contribution";
import { db } from "@/lib/platform/db";
import { withdrawFinding } from "@/lib/synthesise/finding/commands/withdraw-finding";
import { changeStance } from "@/lib/tag/coding/commands/change-stance";
import { changeTaggings } from "@/lib/tag/coding/commands/change-taggings";
import { mergeThemes } from "@/lib/tag/recoding/commands/merge-themes";
import { placeTheme } from "@/lib/tag/codebook/commands/place-theme";
import { removeTagging } from "@/lib/tag/coding/commands/remove-tagging";
import { restoreTheme } from "@/lib/tag/recoding/commands/retire-theme";
import { addExample } from "@/lib/tag/recoding/commands/set-example";
import { setTagging } from "@/lib/tag/coding/commands/set-tagging";
import { undoCodingChange } from "@/lib/tag/recoding/commands/undo-coding-change";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeCodebookWorld,
  openTaggings,
  randomCoding,
  settledUnder,
  snapshot,
} from "@/tests/support/worlds/codebook-world";
import { makeFinding, makeContribution, makeMember } from "@/tests/support/worlds/factories";
import { registerStages } from "@/register-stages";

openTestDatabase();
registerStages();

async function lastChange(themeId: string): Promise<string> {
  const change = await db().codingChange.findFirstOrThrow({
    where: { themeId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  return change.id;
}

async function mergeAndUndo(lead: Viewer, id: string, intoId: string) {
  await mergeThemes(lead, { id, intoId });
  await undoCodingChange(lead, { id: await lastChange(id) });
}

describe("whatever was coded, decided and found", () => {
  const seeds = [1, 2, 3, 4];

  test.each(seeds)("a merge unites what is settled (seed %i)", async (seed) => {
    const world = await makeCodebookWorld();
    const { lead, a, b } = world;
    await randomCoding(world, seed);
    const before = new Set([...(await settledUnder(a.id)), ...(await settledUnder(b.id))]);
    await mergeThemes(lead, { id: a.id, intoId: b.id });
    expect([...(await settledUnder(b.id))].sort()).toEqual([...before].sort());
    expect(await settledUnder(a.id)).toEqual(new Set());
    expect(await openTaggings(a.id)).toEqual([]);
  });

  test.each(seeds)("undoing it brings everything back, and undoing twice is once (seed %i)", async (seed) => {
    const world = await makeCodebookWorld();
    const { lead, a, b, review } = world;
    await randomCoding(world, seed);
    const before = await snapshot(review.id);
    await mergeAndUndo(lead, a.id, b.id);
    expect(await snapshot(review.id)).toEqual(before);
    await undoCodingChange(lead, { id: await lastChange(a.id) });
    expect(await snapshot(review.id)).toEqual(before);
  });

  test("it can be merged and undone again and again, either way", async () => {
    const world = await makeCodebookWorld();
    const { lead, a, b, review } = world;
    await randomCoding(world, 20);
    const before = await snapshot(review.id);
    await mergeAndUndo(lead, b.id, a.id);
    await mergeAndUndo(lead, a.id, b.id);
    expect(await snapshot(review.id)).toEqual(before);
  });
});

describe("whatever was coded, when a contribution is edited and split and a theme kept before the undo", () => {
  const text = "one two three four five";

  /**
   * What people marked, contribution by contribution and word by word, wherever those words are now; what a
   * round hides stays there.
   */
  async function marked(themeId: string): Promise<Set<string>> {
    const rows = await db().tagging.findMany({
      where: {
        themeId,
        until: null,
        coder: { userId: { not: null } },
        OR: [{ codingRoundId: null }, { codingRound: { codedAt: { not: null } } }],
      },
      select: {
        coderId: true,
        stance: true,
        spanStart: true,
        spanEnd: true,
        contribution: { select: { text: true, id: true, splitFromId: true } },
      },
    });
    return new Set(
      rows.flatMap(({ coderId, stance, spanStart, spanEnd, contribution }) => {
        const words = contribution.text.slice(spanStart ?? 0, spanEnd ?? undefined).split(/\W+/);
        const home = contribution.splitFromId ?? contribution.id;
        return words
          .filter((word) => text.split(" ").includes(word))
          .map((word) => [home, coderId, stance, word].join(" "));
      }),
    );
  }

  test.each([1, 2, 3])("every theme is on the words it was on (seed %i)", async (seed) => {
    const world = await makeCodebookWorld();
    const { lead, a, b, contributions } = world;
    await db().contribution.updateMany({
      where: { id: { in: contributions.map(({ id }) => id) } },
      data: { text },
    });
    await randomCoding(world, seed);
    // Spans of the seed end within words: these are whole ones.
    await db().tagging.updateMany({ where: { spanStart: 0 }, data: { spanEnd: 7 } });
    await db().tagging.updateMany({ where: { spanStart: 2 }, data: { spanStart: 4, spanEnd: 18 } });
    const { contributionId, stance } = await setOwn(lead, a.id, contributions[2].id);
    const before = { a: await marked(a.id), b: await marked(b.id) };
    await mergeThemes(lead, { id: a.id, intoId: b.id });
    const change = await lastChange(a.id);

    await editText(lead, contributions[0].id, `Well, ${text}`);
    const { revision } = await db().contribution.findUniqueOrThrow({ where: { id: contributions[1].id } });
    await splitContribution(lead, {
      id: randomUUID(),
      contributionId: contributions[1].id,
      revision,
      at: 8,
      sequence: 1,
      saidAt: "2026-03-05T14:00:00.000Z",
    });
    const theme = await db().theme.findUniqueOrThrow({ where: { id: b.id } });
    const meaning = { revision: theme.revision + 1, meaningSince: theme.revision + 1 };
    await db().theme.update({ where: { id: b.id }, data: meaning });
    await changeTaggings(lead, { change: "keep", contributionId, themeId: b.id, stance });

    await undoCodingChange(lead, { id: change });
    expect([...(await marked(a.id))].sort()).toEqual([...before.a].sort());
    // What was kept under the other theme was set there by a person, and stays.
    const kept = [...before.a].filter((one) => one.startsWith(`${contributionId} `) && one.includes(coder));
    expect([...(await marked(b.id))].sort()).toEqual([...new Set([...before.b, ...kept])].sort());
  });

  let coder = "";
  async function setOwn(viewer: Viewer, themeId: string, contributionId: string) {
    const said = { contributionId, themeId, stance: "ask" as const };
    await setTagging(viewer, said);
    coder = (await db().coder.findUniqueOrThrow({ where: { userId: viewer.userId } })).id;
    return said;
  }

  async function editText(viewer: Viewer, id: string, words: string): Promise<void> {
    const { revision, source, wording, participantId, questionId, stance } =
      await db().contribution.findUniqueOrThrow({ where: { id } });
    await editContribution(viewer, {
      id,
      revision,
      source,
      wording,
      text: words,
      stance: stance ?? undefined,
      participantId: participantId ?? undefined,
      questionId: questionId ?? undefined,
    });
  }
});

describe("merging two themes", () => {
  test("keeps who said what, and marks as stale only what was stale", async () => {
    const { lead, a, b, contributions, coders } = await makeCodebookWorld();
    const [contribution] = contributions;
    await db().theme.update({ where: { id: a.id }, data: { revision: 4, meaningSince: 3 } });
    await db().theme.update({ where: { id: b.id }, data: { revision: 6, meaningSince: 5 } });
    const said = { reviewId: contribution.reviewId, contributionId: contribution.id, themeId: a.id };
    await db().tagging.createMany({
      data: [
        { ...said, coderId: coders[0], stance: "ask", themeRevision: 2, spanStart: 0, spanEnd: 5 },
        { ...said, coderId: coders[1], stance: "strength", themeRevision: 3 },
      ],
    });
    await mergeThemes(lead, { id: a.id, intoId: b.id });
    const moved = await db().tagging.findMany({
      where: { themeId: b.id, until: null },
      orderBy: { themeRevision: "asc" },
    });
    expect(moved).toMatchObject([
      { coderId: coders[0], stance: "ask", spanStart: 0, spanEnd: 5, themeRevision: 4 },
      { coderId: coders[1], stance: "strength", spanStart: null, themeRevision: 6 },
    ]);
  });

  test("retires one theme, moves its children and examples under the other, and is recorded once", async () => {
    const { lead, a, b, c, contributions, review } = await makeCodebookWorld();
    await placeTheme(lead, { id: c.id, parentId: a.id, afterId: "last" });
    await addExample(lead, { themeId: a.id, contributionId: contributions[0].id, belongs: true });
    await mergeThemes(lead, { id: a.id, intoId: b.id });
    await mergeThemes(lead, { id: a.id, intoId: b.id });
    expect(await listThemes(lead, review.id)).toMatchObject([
      { id: b.id, parentId: null },
      { id: c.id, parentId: b.id },
    ]);
    expect(await db().themeExample.findMany({ where: { reviewId: review.id, until: null } })).toMatchObject([
      { themeId: b.id },
    ]);
    expect(await db().codingChange.count({ where: { themeId: a.id, kind: "merge" } })).toBe(1);
    await expect(restoreTheme(lead, { id: a.id })).rejects.toMatchObject({ kind: "invalid" });
    await undoCodingChange(lead, { id: await lastChange(a.id) });
    expect((await listThemes(lead, review.id)).map(({ id, parentId }) => [id, parentId])).toEqual([
      [a.id, null],
      [c.id, a.id],
      [b.id, null],
    ]);
    expect(await db().themeExample.findMany({ where: { reviewId: review.id, until: null } })).toMatchObject([
      { themeId: a.id },
    ]);
  });

  test("is refused across axes, into itself, into a retired theme and while a round uses either", async () => {
    const { lead, a, b, review } = await makeCodebookWorld();
    const refused = { kind: "invalid" };
    await expect(mergeThemes(lead, { id: a.id, intoId: a.id })).rejects.toMatchObject(refused);
    await db().theme.update({ where: { id: b.id }, data: { axis: "area" } });
    await expect(mergeThemes(lead, { id: a.id, intoId: b.id })).rejects.toMatchObject(refused);
    await db().theme.update({ where: { id: b.id }, data: { axis: "theme", retiredAt: new Date() } });
    await expect(mergeThemes(lead, { id: a.id, intoId: b.id })).rejects.toMatchObject(refused);
    await db().theme.update({ where: { id: b.id }, data: { retiredAt: null } });
    const round = await db().codingRound.create({
      data: {
        reviewId: review.id,
        number: 3,
        title: "Third",
        seed: 1,
        sampling: {},
        createdById: lead.userId,
        themes: { create: { themeId: b.id, themeRevision: 1 } },
      },
    });
    await expect(mergeThemes(lead, { id: a.id, intoId: b.id })).rejects.toThrow("Third");
    await db().codingRound.update({ where: { id: round.id }, data: { state: "abandoned" } });
    await expect(mergeThemes(lead, { id: a.id, intoId: b.id })).resolves.toBeDefined();
  });
});

describe("signal words", () => {
  async function withWords() {
    const world = await makeCodebookWorld();
    const say = (id: string, signalWords: string) =>
      db().theme.update({ where: { id }, data: { signalWords } });
    const wordsOf = async (id: string) => (await db().theme.findUniqueOrThrow({ where: { id } })).signalWords;
    await say(world.a.id, "aim, target");
    await say(world.b.id, "goal, Target");
    return { ...world, say, wordsOf };
  }

  test("of both are those of the theme that stays, and are restored when the merge is undone", async () => {
    const { lead, a, b, wordsOf } = await withWords();
    await mergeThemes(lead, { id: a.id, intoId: b.id });
    expect(await wordsOf(b.id)).toBe("goal, Target, aim");
    await undoCodingChange(lead, { id: await lastChange(a.id) });
    expect([await wordsOf(a.id), await wordsOf(b.id)]).toEqual(["aim, target", "goal, Target"]);
    const { meaningSince } = await db().theme.findUniqueOrThrow({ where: { id: b.id } });
    expect(meaningSince).toBe(1);
  });

  test("that somebody typed since stay when it is undone", async () => {
    const { lead, a, b, say, wordsOf } = await withWords();
    await mergeThemes(lead, { id: a.id, intoId: b.id });
    await say(b.id, "Target, aim, purpose");
    await undoCodingChange(lead, { id: await lastChange(a.id) });
    expect(await wordsOf(b.id)).toBe("Target, purpose");
  });
});

describe("undoing a merge after people went on", () => {
  test("leaves with the other theme what was set there since, and sets nothing again that was removed", async () => {
    const { lead, a, b, contributions, roundtable } = await makeCodebookWorld();
    const [first, second] = contributions;
    for (const contribution of [first, second])
      await setTagging(lead, { contributionId: contribution.id, themeId: a.id });
    await mergeThemes(lead, { id: a.id, intoId: b.id });
    const later = await makeContribution(roundtable);
    await setTagging(lead, { contributionId: later.id, themeId: b.id });
    const { id } = await db().tagging.findFirstOrThrow({
      where: { contributionId: first.id, themeId: b.id, until: null },
    });
    await removeTagging(lead, { id });
    await undoCodingChange(lead, { id: await lastChange(a.id) });
    const on = async (themeId: string) => (await openTaggings(themeId)).map((row) => row.contributionId);
    expect(await on(a.id)).toEqual([second.id]);
    expect(await on(b.id)).toEqual([later.id]);
  });

  test("a person who removes what a merge moved meanwhile is told, and removing twice has no further effect", async () => {
    const { lead, a, b, contributions } = await makeCodebookWorld();
    const set = (index: 0 | 1) =>
      setTagging(lead, { contributionId: contributions[index].id, themeId: a.id });
    const [moved, removed] = [await set(0), await set(1)];
    await removeTagging(lead, { id: removed.id });
    await removeTagging(lead, { id: removed.id });
    await mergeThemes(lead, { id: a.id, intoId: b.id });
    await expect(removeTagging(lead, { id: moved.id })).rejects.toMatchObject({ kind: "stale" });
    await expect(changeStance(lead, { id: moved.id, stance: "ask" })).rejects.toMatchObject({
      kind: "stale",
    });
    await expect(removeTagging(lead, { id: removed.id })).resolves.toBeDefined();
    expect((await openTaggings(b.id)).length).toBe(1);
  });

  test("and a colleague who changes or removes at the same moment never deadlock", async () => {
    const { lead, a, b, contributions, roundtable } = await makeCodebookWorld();
    for (const contribution of [...contributions, await makeContribution(roundtable)]) {
      const { id } = await setTagging(lead, {
        contributionId: contribution.id,
        themeId: a.id,
        stance: "ask",
      });
      const other = await setTagging(lead, {
        contributionId: contribution.id,
        themeId: a.id,
        stance: "strength",
      });
      const results = await Promise.allSettled([
        changeStance(lead, { id, stance: "observation" }),
        removeTagging(lead, { id: other.id }),
        mergeThemes(lead, { id: a.id, intoId: b.id }),
      ]);
      for (const result of results)
        if (result.status === "rejected") expect(result.reason).toMatchObject({ kind: "stale" });
      await undoCodingChange(lead, { id: await lastChange(a.id) });
    }
  });

  test("brings back the findings that moved, but for those withdrawn or moved on since", async () => {
    const { lead, a, b, c, contributions } = await makeCodebookWorld();
    const make = () => makeFinding(a, [contributions[0]]);
    const [stays, withdrawn, moved] = [await make(), await make(), await make()];
    await mergeThemes(lead, { id: a.id, intoId: b.id });
    await withdrawFinding(lead, { id: withdrawn.id, revision: 2 });
    await db().finding.update({ where: { id: moved.id }, data: { themeId: c.id } });
    await undoCodingChange(lead, { id: await lastChange(a.id) });
    const themeOf = async ({ id }: { id: string }) =>
      (await db().finding.findUniqueOrThrow({ where: { id } })).themeId;
    expect(await themeOf(stays)).toBe(a.id);
    expect(await themeOf(withdrawn)).toBe(b.id);
    expect(await themeOf(moved)).toBe(c.id);
    expect(await db().findingRevision.count({ where: { findingId: stays.id } })).toBe(2);
  });

  test("a decision made since stands, and what the first theme was not on stays off it", async () => {
    const { lead, a, b, contributions, coders, round } = await makeCodebookWorld();
    const [contribution] = contributions;
    const said = { reviewId: contribution.reviewId, contributionId: contribution.id };
    const decided = { ...said, codingRoundId: round.id, reason: "Read together.", byId: lead.userId };
    await db().tagging.create({
      data: { ...said, themeId: a.id, coderId: coders[0], stance: "ask", themeRevision: 1 },
    });
    await db().adjudication.create({ data: { ...decided, themeId: a.id, stances: [] } });
    await mergeThemes(lead, { id: a.id, intoId: b.id });
    expect(await settledUnder(b.id)).toEqual(new Set());
    await db().adjudication.updateMany({
      where: { themeId: b.id, until: null },
      data: { until: new Date() },
    });
    await db().adjudication.create({ data: { ...decided, themeId: b.id, stances: ["strength"] } });
    await undoCodingChange(lead, { id: await lastChange(a.id) });
    expect(await settledUnder(a.id)).toEqual(new Set());
    expect(await settledUnder(b.id)).toEqual(new Set([`${contribution.id} strength`]));
  });

  test("is refused while a later merge holds the contributions", async () => {
    const world = await makeCodebookWorld();
    const { lead, a, b, c, review } = world;
    await randomCoding(world, 7);
    const before = await snapshot(review.id);
    await mergeThemes(lead, { id: a.id, intoId: b.id });
    const first = await lastChange(a.id);
    await mergeThemes(lead, { id: b.id, intoId: c.id });
    await expect(undoCodingChange(lead, { id: first })).rejects.toMatchObject({ kind: "stale" });
    await undoCodingChange(lead, { id: await lastChange(b.id) });
    await undoCodingChange(lead, { id: first });
    expect(await snapshot(review.id)).toEqual(before);
  });
});

test("only a lead merges, and only within the review", async () => {
  const { a, b, review } = await makeCodebookWorld();
  const elsewhere = await makeCodebookWorld();
  const facilitator = await makeMember(review, "facilitator");
  await expect(mergeThemes(facilitator, { id: a.id, intoId: b.id })).rejects.toMatchObject({
    kind: "forbidden",
  });
  await expect(mergeThemes(elsewhere.lead, { id: elsewhere.a.id, intoId: b.id })).rejects.toMatchObject({
    kind: "not-found",
  });
});

test("a theme that is restored from a merge moves to the top where its parent went under another", async () => {
  const { lead, review, a, b, c } = await makeCodebookWorld();
  await placeTheme(lead, { id: a.id, parentId: c.id, afterId: "last" });
  await mergeThemes(lead, { id: a.id, intoId: b.id });
  const merge = await lastChange(a.id);
  await placeTheme(lead, { id: c.id, parentId: b.id, afterId: "last" });
  await undoCodingChange(lead, { id: merge });
  const themes = await listThemes(lead, review.id);
  expect(themes.filter(({ axis }) => axis === "theme").map(({ id, parentId }) => [id, parentId])).toEqual([
    [b.id, null],
    [c.id, b.id],
    [a.id, null],
  ]);
});
