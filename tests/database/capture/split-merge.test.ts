import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { clearContribution } from "@/lib/capture/clearance/commands/clear-contribution";
import { editContribution } from "@/lib/capture/contribution/commands/edit-contribution";
import {
  mergeContributions,
  unmergeContributions,
} from "@/lib/capture/contribution/commands/merge-contributions";
import { splitContribution } from "@/lib/capture/contribution/commands/split-contribution";
import { restoreContribution } from "@/lib/capture/contribution/commands/strike-contribution";
import { db } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeFinding,
  makeMember,
  makeReview,
  makeRoundtable,
  makeTagging,
  makeTheme,
  type TestReview,
  type TestRoundtable,
} from "@/tests/support/worlds/factories";
import { registerStages } from "@/register-stages";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

let review: TestReview;
let facilitator: Viewer;
let roundtable: TestRoundtable;
let speaker: { id: string };

beforeAll(async () => {
  registerStages();
  ({
    review,
    facilitator,
    roundtable,
    participant: speaker,
  } = await makeScene({ members: ["facilitator"], participant: {} }));
});

const contributionWith = (text: string, over: object = {}) =>
  makeContribution(roundtable, { participant: speaker, text, ...over });
const find = (id: string) => db().contribution.findUniqueOrThrow({ where: { id } });
const split = (contributionId: string, at: number, revision = 1) => ({
  id: randomUUID(),
  contributionId,
  revision,
  at,
  saidAt: "2026-03-05T14:00:00.000Z",
  sequence: 1,
});
const openOn = async (contributionId: string) => {
  const rows = await db().tagging.findMany({ where: { contributionId, until: null } });
  return rows.map(({ themeId, spanStart, spanEnd }) => ({ themeId, spanStart, spanEnd }));
};
const whole = { spanStart: null, spanEnd: null };

describe("splitting a contribution", () => {
  test("keeps its first words as a revision and gives the rest a contribution of its own", async () => {
    const contribution = await contributionWith("🏫 marking varies, funding is short", {
      stance: "ask",
      verbatim: true,
    });
    const input = split(contribution.id, 17);
    expect(await splitContribution(facilitator, input)).toEqual({ id: contribution.id, revision: 2 });
    expect(await splitContribution(facilitator, input)).toEqual({ id: contribution.id, revision: 2 });
    const [first, second] = [await find(contribution.id), await find(input.id)];
    expect(first).toMatchObject({ text: "🏫 marking varies,", revision: 2, saidAt: contribution.saidAt });
    expect(second).toMatchObject({
      text: "funding is short",
      participantId: speaker.id,
      source: "identified",
      wording: "verbatim",
      stance: "ask",
      splitFromId: contribution.id,
      recordedById: facilitator.userId,
      revision: 1,
    });
    for (const part of [first, second]) expect(part.digest).toEqual(sha256(part.salt ?? "", part.text));
    expect(
      await db().contributionRevision.findMany({ where: { contributionId: contribution.id } }),
    ).toMatchObject([{ revision: 1, text: contribution.text, endedById: facilitator.userId }]);
    expect(await db().clearance.count({ where: { contributionId: contribution.id, until: null } })).toBe(0);
  });

  test("takes themes and findings to both parts, and spans to where their words went", async () => {
    const contribution = await contributionWith("one two");
    const [onAll, onFirst, onSecond, onBoth] = [1, 2, 3, 4].map(() => makeTheme(review));
    const themes = await Promise.all([onAll, onFirst, onSecond, onBoth]);
    const spans = [null, [0, 3], [4, 7], [1, 6]];
    for (const [index, theme] of themes.entries()) {
      const tagging = theme && (await makeTagging(contribution, theme, "ask"));
      const [spanStart = null, spanEnd = null] = spans[index] ?? [];
      await db().tagging.update({ where: { id: tagging?.id ?? "" }, data: { spanStart, spanEnd } });
    }
    const finding = await makeFinding(await makeTheme(review), [], { contradicts: [contribution] });
    const input = split(contribution.id, 4);
    await splitContribution(facilitator, input);
    const named = (index: number, spanStart: number | null, spanEnd: number | null) => ({
      themeId: themes[index]?.id,
      spanStart,
      spanEnd,
    });
    const first = [named(0, null, null), named(1, 0, 3), named(3, 1, 3)];
    const second = [named(0, null, null), named(2, 0, 3), named(3, 0, 2)];
    expect(await openOn(contribution.id)).toEqual(expect.arrayContaining(first));
    expect(await openOn(input.id)).toEqual(expect.arrayContaining(second));
    expect([await openOn(contribution.id), await openOn(input.id)].map(({ length }) => length)).toEqual([
      3, 3,
    ]);
    const evidence = await db().findingEvidence.findMany({ where: { findingId: finding.id, until: null } });
    expect(evidence.map(({ contributionId, bearing }) => [contributionId, bearing]).sort()).toEqual(
      [
        [contribution.id, "contradicts"],
        [input.id, "contradicts"],
      ].sort(),
    );
  });

  test("of an older revision, of a struck contribution or inside a character is refused", async () => {
    const contribution = await contributionWith("cafe\u0301 is short");
    await expect(splitContribution(facilitator, split(contribution.id, 4))).rejects.toThrow(
      /inside a character/,
    );
    await expect(splitContribution(facilitator, split(contribution.id, 6, 2))).rejects.toMatchObject({
      kind: "stale",
    });
    await db().contribution.update({ where: { id: contribution.id }, data: { struckAt: new Date() } });
    await expect(splitContribution(facilitator, split(contribution.id, 6))).rejects.toThrow(/struck out/);
    expect(await find(contribution.id)).toMatchObject({ text: contribution.text, revision: 1 });
    const other = await makeMember(await makeReview(), "lead");
    await expect(splitContribution(other, split(contribution.id, 6))).rejects.toMatchObject({
      kind: "not-found",
    });
  });

  test("of a closed record is refused", async () => {
    const closed = await makeRoundtable(review, { state: "closed" });
    const contribution = await makeContribution(closed, { text: "one two" });
    await expect(splitContribution(facilitator, split(contribution.id, 4))).rejects.toThrow(/closed/);
  });
});

describe("merging two contributions", () => {
  const merge = (into: { id: string }, from: { id: string }) => ({
    id: randomUUID(),
    into: into.id,
    from: from.id,
    intoRevision: 1,
    fromRevision: 1,
  });

  test("joins the words, strikes out the second and combines their data; and can be undone", async () => {
    const [into, from] = [await contributionWith("One 🏫"), await contributionWith("two")];
    const [shared, own] = [await makeTheme(review), await makeTheme(review)];
    const kept = await makeTagging(into, shared, "ask");
    const moved = await makeTagging(from, own, "ask");
    await db().tagging.update({ where: { id: moved.id }, data: { spanStart: 0, spanEnd: 3 } });
    const finding = await makeFinding(own, [from]);
    await clearContribution(facilitator, { id: into.id, revision: 1, masks: [] });
    const input = merge(into, from);
    expect(await mergeContributions(facilitator, input)).toEqual({ id: into.id, revision: 2 });
    expect(await mergeContributions(facilitator, input)).toEqual({ id: into.id, revision: 2 });
    expect(await find(into.id)).toMatchObject({ text: "One 🏫 two", revision: 2, struckAt: null });
    const struck = await find(from.id);
    expect(struck).toMatchObject({ text: "two", revision: 2, mergedIntoId: into.id });
    expect(struck.struckAt).not.toBeNull();
    expect(await db().clearance.count({ where: { contributionId: into.id, until: null } })).toBe(0);
    expect(await openOn(into.id)).toEqual(
      expect.arrayContaining([
        { themeId: kept.themeId, ...whole },
        { themeId: own.id, spanStart: 6, spanEnd: 9 },
      ]),
    );
    const carries = async () =>
      db().findingEvidence.count({ where: { findingId: finding.id, contributionId: into.id, until: null } });
    expect(await carries()).toBe(1);
    await expect(restoreContribution(facilitator, { id: from.id, revision: 2 })).rejects.toThrow(/joined/);

    const undo = { id: randomUUID(), into: into.id, intoRevision: 2, from: from.id };
    expect(await unmergeContributions(facilitator, undo)).toEqual({ id: into.id, revision: 3 });
    expect(await unmergeContributions(facilitator, undo)).toEqual({ id: into.id, revision: 3 });
    expect(await find(into.id)).toMatchObject({ text: "One 🏫", revision: 3 });
    expect(await find(from.id)).toMatchObject({ text: "two", struckAt: null, mergedIntoId: null });
    expect(await openOn(into.id)).toEqual([{ themeId: shared.id, ...whole }]);
    expect(await openOn(from.id)).toEqual([{ themeId: own.id, spanStart: 0, spanEnd: 3 }]);
    expect(await carries()).toBe(0);
  });

  test("is refused for contributions of two speakers or that somebody changed, and loses no word", async () => {
    const [into, from] = [await contributionWith("One"), await contributionWith("two")];
    const other = await makeContribution(roundtable, { text: "theirs" });
    await expect(mergeContributions(facilitator, merge(into, other))).rejects.toThrow(/Two people/);
    await editContribution(facilitator, {
      id: from.id,
      revision: 1,
      source: "identified",
      wording: "gist",
      text: "changed",
      participantId: speaker.id,
    });
    await expect(mergeContributions(facilitator, merge(into, from))).rejects.toMatchObject({ kind: "stale" });
    expect(await find(into.id)).toMatchObject({ text: "One", revision: 1 });
    const unmerge = { id: randomUUID(), into: into.id, intoRevision: 1, from: other.id };
    await db().contribution.update({ where: { id: other.id }, data: { struckAt: new Date() } });
    await expect(unmergeContributions(facilitator, unmerge)).rejects.toThrow(/not joined/);
  });

  test("cannot be undone once its words were changed", async () => {
    const [into, from] = [await contributionWith("One"), await contributionWith("two")];
    await mergeContributions(facilitator, merge(into, from));
    await editContribution(facilitator, {
      id: into.id,
      revision: 2,
      source: "identified",
      wording: "gist",
      text: "One and something else",
      participantId: speaker.id,
    });
    const undo = { id: randomUUID(), into: into.id, intoRevision: 3, from: from.id };
    await expect(unmergeContributions(facilitator, undo)).rejects.toThrow(/since been changed/);
  });
});
