import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { editContribution } from "@/lib/capture/contribution/commands/edit-contribution";
import {
  mergeContributions,
  unmergeContributions,
} from "@/lib/capture/contribution/commands/merge-contributions";
import { splitContribution } from "@/lib/capture/contribution/commands/split-contribution";
import { db } from "@/lib/platform/db";
import { mergeThemes } from "@/lib/tag/recoding/commands/merge-themes";
import { addExample } from "@/lib/tag/recoding/commands/set-example";
import { setTagging } from "@/lib/tag/coding/commands/set-tagging";
import { undoCodingChange } from "@/lib/tag/recoding/commands/undo-coding-change";
import { openTestDatabase } from "@/tests/support/database";
import { makeCodebookWorld, openTaggings, settledUnder } from "@/tests/support/worlds/codebook-world";
import { makeContribution } from "@/tests/support/worlds/factories";
import { registerStages } from "@/register-stages";

openTestDatabase();
beforeAll(registerStages);

const TEXT = "👩‍🏫 one two three four";
const at = (words: string, text = TEXT) => {
  const spanStart = Array.from(text.slice(0, text.indexOf(words))).length;
  return { spanStart, spanEnd: spanStart + Array.from(words).length };
};

async function makeScene() {
  const world = await makeCodebookWorld();
  const contribution = await makeContribution(world.roundtable, { text: TEXT });
  const other = await makeContribution(world.roundtable, { text: "five six" });
  const set = (words: string | null, theme = world.a, stance: "ask" | "strength" = "ask") =>
    setTagging(world.lead, {
      contributionId: contribution.id,
      themeId: theme.id,
      stance,
      ...(words === null ? {} : at(words)),
    });
  const show = (words: string) =>
    addExample(world.lead, {
      themeId: world.a.id,
      contributionId: contribution.id,
      belongs: true,
      ...at(words),
    });
  const decide = (contributionId: string, stances: ("ask" | "strength")[] = []) =>
    db().adjudication.create({
      data: {
        reviewId: world.review.id,
        codingRoundId: world.round.id,
        contributionId,
        themeId: world.a.id,
        stances,
        reason: "Read together.",
        byId: world.lead.userId,
      },
    });
  return { ...world, contribution, other, set, show, decide };
}

/** The marked words of what is set on a contribution, "" for the whole of it. */
async function words(kind: "tagging" | "example", contributionId: string, themeId?: string) {
  const { text } = await db().contribution.findUniqueOrThrow({ where: { id: contributionId } });
  const where = { contributionId, until: null, ...(themeId ? { themeId } : {}) };
  const rows =
    kind === "tagging" ? await db().tagging.findMany({ where }) : await db().themeExample.findMany({ where });
  return rows
    .map(({ spanStart, spanEnd }) =>
      spanStart === null || spanEnd === null ? "" : Array.from(text).slice(spanStart, spanEnd).join(""),
    )
    .sort();
}

async function edit(viewer: Viewer, id: string, text: string): Promise<void> {
  const contribution = await db().contribution.findUniqueOrThrow({ where: { id } });
  const { revision, source, wording } = contribution;
  await editContribution(viewer, {
    id,
    revision,
    text,
    source,
    wording,
    participantId: contribution.participantId ?? undefined,
    questionId: contribution.questionId ?? undefined,
    stance: contribution.stance ?? undefined,
  });
}

async function split(viewer: Viewer, contributionId: string, after: string): Promise<string> {
  const { text, revision } = await db().contribution.findUniqueOrThrow({ where: { id: contributionId } });
  const id = randomUUID();
  const place = at(after, text).spanEnd;
  const saidAt = "2026-03-05T14:00:00.000Z";
  await splitContribution(viewer, { id, contributionId, revision, at: place, saidAt, sequence: 1 });
  return id;
}

async function lastMerge(themeId: string): Promise<string> {
  const change = await db().codingChange.findFirstOrThrow({
    where: { themeId, kind: "merge" },
    orderBy: { at: "desc" },
  });
  return change.id;
}

describe("an edit of a contribution", () => {
  test("keeps themes and examples on their words, emoji and combining marks before them", async () => {
    const { lead, contribution, set, show } = await makeScene();
    for (const one of ["two", "four", null]) await set(one);
    await show("three");
    await edit(lead, contribution.id, "🏫🏫 cafe\u0301 one two three four");
    expect(await words("tagging", contribution.id)).toEqual(["", "four", "two"]);
    expect(await words("example", contribution.id)).toEqual(["three"]);
  });

  test("loses none where one gets the span that another had", async () => {
    const { lead, contribution, set, show } = await makeScene();
    for (const one of ["one", "two"]) {
      await set(one);
      await show(one);
    }
    await edit(lead, contribution.id, TEXT.replace("one", "abc one"));
    expect(await words("tagging", contribution.id)).toEqual(["one", "two"]);
    expect(await words("example", contribution.id)).toEqual(["one", "two"]);
  });

  test("of all the words leaves one tagging and one example, on the whole contribution", async () => {
    const { lead, contribution, set, show } = await makeScene();
    for (const one of ["one", "three"]) {
      await set(one);
      await show(one);
    }
    await edit(lead, contribution.id, "zz");
    expect(await words("tagging", contribution.id)).toEqual([""]);
    expect(await words("example", contribution.id)).toEqual([""]);
  });
});

describe("a contribution that was decided on", () => {
  test("keeps the decision on both parts of a split", async () => {
    const { lead, a, contribution, set, decide } = await makeScene();
    await set(null);
    await decide(contribution.id);
    await split(lead, contribution.id, "two");
    expect(await settledUnder(a.id)).toEqual(new Set());
    expect((await openTaggings(a.id)).length).toBe(2);
  });

  test("brings its decision into a merge, from which it goes again", async () => {
    const { lead, a, contribution, other, set, decide } = await makeScene();
    await set(null, a, "strength");
    await setTagging(lead, { contributionId: other.id, themeId: a.id, stance: "ask" });
    await decide(other.id);
    const settled = new Set([`${contribution.id} strength`]);
    await mergeContributions(lead, {
      id: randomUUID(),
      into: contribution.id,
      intoRevision: 1,
      from: other.id,
      fromRevision: 1,
    });
    expect(await settledUnder(a.id)).toEqual(settled);
    await unmergeContributions(lead, {
      id: randomUUID(),
      into: contribution.id,
      intoRevision: 2,
      from: other.id,
    });
    expect(await settledUnder(a.id)).toEqual(settled);
    expect(await db().adjudication.count({ where: { contributionId: contribution.id, until: null } })).toBe(
      0,
    );
  });

  test("is decided for both after a merge, and alone again when they are separated", async () => {
    const { lead, a, contribution, other, decide } = await makeScene();
    await decide(contribution.id, ["ask"]);
    await decide(other.id, ["strength"]);
    const open = async () =>
      (await db().adjudication.findMany({ where: { contributionId: contribution.id, until: null } })).map(
        (row) => [...row.stances].sort(),
      );
    await mergeContributions(lead, {
      id: randomUUID(),
      into: contribution.id,
      intoRevision: 1,
      from: other.id,
      fromRevision: 1,
    });
    expect(await open()).toEqual([["ask", "strength"]]);
    await unmergeContributions(lead, {
      id: randomUUID(),
      into: contribution.id,
      intoRevision: 2,
      from: other.id,
    });
    expect(await open()).toEqual([["ask"]]);
    expect(await settledUnder(a.id)).toEqual(new Set([`${contribution.id} ask`, `${other.id} strength`]));
  });
});

describe("examples", () => {
  test("move with their words when a contribution is split", async () => {
    const { lead, contribution, show } = await makeScene();
    for (const one of ["one", "four", "two three"]) await show(one);
    const second = await split(lead, contribution.id, "two");
    expect(await words("example", contribution.id)).toEqual(["one", "two"]);
    expect(await words("example", second)).toEqual(["four", "three"]);
  });

  test("move in a merge of contributions and back again", async () => {
    const { lead, a, contribution, other, show } = await makeScene();
    await show("two");
    const six = at("six", "five six");
    await addExample(lead, { themeId: a.id, contributionId: other.id, belongs: true, ...six });
    await mergeContributions(lead, {
      id: randomUUID(),
      into: contribution.id,
      intoRevision: 1,
      from: other.id,
      fromRevision: 1,
    });
    expect(await words("example", contribution.id)).toEqual(["six", "two"]);
    // What is set on those words since goes as well: they are not in the contribution any more.
    await edit(lead, contribution.id, `${TEXT.replace("one", "ten")} five six`);
    await unmergeContributions(lead, {
      id: randomUUID(),
      into: contribution.id,
      intoRevision: 3,
      from: other.id,
    });
    expect(await words("example", contribution.id)).toEqual(["two"]);
    expect(await words("example", other.id)).toEqual(["six"]);
  });
});

describe("a merge of themes, undone after the contribution changed", () => {
  test("gives back what was on some words, the example too, when the contribution was edited", async () => {
    const { lead, a, b, contribution, set, show } = await makeScene();
    for (const one of ["two", "three"]) await set(one);
    await set("two", b);
    await show("two");
    await mergeThemes(lead, { id: a.id, intoId: b.id });
    await edit(lead, contribution.id, TEXT.replace("one", "once upon"));
    await undoCodingChange(lead, { id: await lastMerge(a.id) });
    expect(await words("tagging", contribution.id, a.id)).toEqual(["three", "two"]);
    expect(await words("tagging", contribution.id, b.id)).toEqual(["two"]);
    expect(await words("example", contribution.id, a.id)).toEqual(["two"]);
    expect(await words("example", contribution.id, b.id)).toEqual([]);
  });

  test("gives it back on both parts when the contribution was split, with what was decided of it", async () => {
    const { lead, a, b, contribution, set, decide } = await makeScene();
    for (const one of ["two", "four", null]) await set(one);
    await set("four", b, "strength");
    await decide(contribution.id);
    await mergeThemes(lead, { id: a.id, intoId: b.id });
    const second = await split(lead, contribution.id, "two");
    await undoCodingChange(lead, { id: await lastMerge(a.id) });
    expect(await words("tagging", contribution.id, a.id)).toEqual(["", "two"]);
    expect(await words("tagging", second, a.id)).toEqual(["", "four"]);
    expect(await words("tagging", contribution.id, b.id)).toEqual([]);
    expect(await words("tagging", second, b.id)).toEqual(["four"]);
    expect(await settledUnder(a.id)).toEqual(new Set());
    expect(await settledUnder(b.id)).toEqual(new Set([`${second} strength`]));
  });
});
