import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { changeStance } from "@/lib/tag/coding/commands/change-stance";
import { removeTagging } from "@/lib/tag/coding/commands/remove-tagging";
import { markNpq } from "@/lib/tag/coding/commands/mark-npq";
import { changeTaggings } from "@/lib/tag/coding/commands/change-taggings";
import { listCoding } from "@/lib/tag/coding/queries/coding";
import { retireTheme } from "@/lib/tag/recoding/commands/retire-theme";
import { setTagging } from "@/lib/tag/coding/commands/set-tagging";
import { countByTheme } from "@/lib/tag/coding/queries/listed-counts";
import { listTaggings } from "@/lib/tag/coding/queries/taggings";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeMember,
  makeOutsiders,
  makeReview,
  makeTheme,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

async function makeStory() {
  const { review, facilitator, contribution, theme } = await makeScene({
    members: ["facilitator"],
    contribution: { stance: "ask" },
    theme: {},
  });
  const set = { contributionId: contribution.id, themeId: theme.id };
  const onLine = async () => (await listTaggings(facilitator, [contribution.id])).get(contribution.id) ?? [];
  return { review, contribution, theme, facilitator, set, onLine };
}

describe("setting a theme on a contribution", () => {
  test("takes the contribution's stance, and twice is stored once", async () => {
    const { facilitator, set, onLine, theme } = await makeStory();
    const first = await setTagging(facilitator, set);
    const again = await setTagging(facilitator, set);
    expect(first.created).toBe(true);
    expect(again).toEqual({ id: first.id, created: false });
    expect(await onLine()).toMatchObject([
      { id: first.id, themeId: theme.id, stance: "ask", coder: facilitator.name, mine: true },
    ]);
  });

  test("at the same moment, from two windows, is stored once", async () => {
    const { facilitator, set, onLine } = await makeStory();
    const both = await Promise.all([setTagging(facilitator, set), setTagging(facilitator, set)]);
    expect(both.filter(({ created }) => created)).toHaveLength(1);
    expect(await onLine()).toHaveLength(1);
  });

  test("opposite stances stand side by side under one theme", async () => {
    const { facilitator, set, onLine } = await makeStory();
    await setTagging(facilitator, { ...set, stance: "strength" });
    await setTagging(facilitator, { ...set, stance: "improvement" });
    expect((await onLine()).map(({ stance }) => stance)).toEqual(["strength", "improvement"]);
  });

  test("two coders each have their own, and the contribution counts once under the theme", async () => {
    const { review, facilitator, set, onLine, theme } = await makeStory();
    const colleague = await makeMember(review, "facilitator");
    await setTagging(facilitator, set);
    await setTagging(colleague, set);
    expect((await onLine()).map(({ mine }) => mine)).toEqual([true, false]);
    expect(await countByTheme(facilitator, { reviewId: review.id }, "settled")).toEqual(
      new Map([[theme.id, 1]]),
    );
  });

  test("a contribution without a stance makes an observation", async () => {
    const { facilitator, theme, contribution } = await makeStory();
    const plain = await makeContribution({ id: contribution.roundtableId, reviewId: contribution.reviewId });
    await setTagging(facilitator, { contributionId: plain.id, themeId: theme.id });
    expect((await listTaggings(facilitator, [plain.id])).get(plain.id)).toMatchObject([
      { stance: "observation" },
    ]);
  });

  test("leaves an entry of ids in the audit log, once", async () => {
    const { facilitator, set, review } = await makeStory();
    await setTagging(facilitator, set);
    await setTagging(facilitator, set);
    const entries = await db().auditEntry.findMany({ where: { reviewId: review.id, action: "tagging.set" } });
    expect(entries).toHaveLength(1);
  });
});

describe("what takes no theme", () => {
  test("a contribution that is struck out or erased", async () => {
    const { facilitator, set, contribution } = await makeStory();
    await db().contribution.update({ where: { id: contribution.id }, data: { struckAt: new Date() } });
    await expect(setTagging(facilitator, set)).rejects.toThrow(/struck out/);
    await db().contribution.update({
      where: { id: contribution.id },
      data: { struckAt: null, erasedAt: new Date(), text: "", salt: null },
    });
    await expect(setTagging(facilitator, set)).rejects.toThrow(/were removed/);
  });

  test("a retired theme, while a theme in use still works", async () => {
    const { review, facilitator, set, theme } = await makeStory();
    await retireTheme(await makeMember(review, "lead"), { id: theme.id });
    await expect(setTagging(facilitator, set)).rejects.toThrow(/retired/);
    const other = await makeTheme(review);
    await expect(setTagging(facilitator, { ...set, themeId: other.id })).resolves.toBeDefined();
  });

  test("a theme of another review, even for somebody who works on both", async () => {
    const { facilitator, set } = await makeStory();
    const elsewhere = await makeReview();
    await db().membership.create({
      data: { reviewId: elsewhere.id, userId: facilitator.userId, role: "lead" },
    });
    const both = {
      ...facilitator,
      memberships: [
        ...facilitator.memberships,
        { reviewId: elsewhere.id, reviewSlug: elsewhere.slug, role: "lead" as const },
      ],
    };
    const foreign = await makeTheme(elsewhere);
    await expect(setTagging(both, { ...set, themeId: foreign.id })).rejects.toThrow(/theme does not exist/);
    await expect(setTagging(both, set)).resolves.toMatchObject({ created: true });
  });
});

describe("taking a theme off a contribution", () => {
  test("closes the row and keeps it; setting it again opens another", async () => {
    const { facilitator, set, onLine, contribution } = await makeStory();
    const first = await setTagging(facilitator, set);
    await removeTagging(facilitator, { id: first.id });
    await removeTagging(facilitator, { id: first.id });
    expect(await onLine()).toEqual([]);
    const second = await setTagging(facilitator, set);
    expect(second).toMatchObject({ created: true });
    const rows = await db().tagging.findMany({
      where: { contributionId: contribution.id },
      orderBy: { from: "asc" },
      select: { id: true, until: true, endedById: true },
    });
    expect(rows).toMatchObject([
      { id: first.id, until: expect.any(Date), endedById: facilitator.userId },
      { id: second.id, until: null },
    ]);
  });

  test("a colleague's stays, unless the lead removes it", async () => {
    const { review, facilitator, set, onLine } = await makeStory();
    const { id } = await setTagging(facilitator, set);
    const colleague = await makeMember(review, "facilitator");
    await expect(removeTagging(colleague, { id })).rejects.toThrow(/colleague set this theme/);
    expect(await onLine()).toHaveLength(1);
    await removeTagging(await makeMember(review, "lead"), { id });
    expect(await onLine()).toEqual([]);
  });
});

describe("giving a tagging another stance", () => {
  test("closes the row and opens one; sent twice it finds the one that was opened", async () => {
    const { facilitator, set, onLine } = await makeStory();
    const { id } = await setTagging(facilitator, set);
    const changed = await changeStance(facilitator, { id, stance: "strength" });
    expect(changed.created).toBe(true);
    expect(await changeStance(facilitator, { id, stance: "strength" })).toEqual({
      id: changed.id,
      created: false,
    });
    expect(await onLine()).toMatchObject([{ id: changed.id, stance: "strength" }]);
  });

  test("to one that is set already leaves one tagging", async () => {
    const { facilitator, set, onLine } = await makeStory();
    const { id } = await setTagging(facilitator, { ...set, stance: "strength" });
    const other = await setTagging(facilitator, { ...set, stance: "improvement" });
    await changeStance(facilitator, { id, stance: "improvement" });
    expect(await onLine()).toMatchObject([{ id: other.id, stance: "improvement" }]);
  });

  test("is refused for a colleague's, and for one that was removed", async () => {
    const { review, facilitator, set } = await makeStory();
    const { id } = await setTagging(facilitator, set);
    const lead = await makeMember(review, "lead");
    await expect(changeStance(lead, { id, stance: "strength" })).rejects.toThrow(/colleague set this theme/);
    await removeTagging(facilitator, { id });
    await expect(changeStance(facilitator, { id, stance: "strength" })).rejects.toThrow(
      /removed this theme from the contribution/,
    );
  });
});

describe("who may", () => {
  test("reviewers, Fellows, strangers and members of another review find no contribution; facilitators and the lead do", async () => {
    const { review, facilitator, set, contribution } = await makeStory();
    const { id } = await setTagging(facilitator, set);
    const outsiders = await makeOutsiders(review);
    for (const viewer of outsiders) {
      await expect(setTagging(viewer, set)).rejects.toMatchObject({ kind: "not-found" });
      await expect(removeTagging(viewer, { id })).rejects.toMatchObject({ kind: "not-found" });
      await expect(changeStance(viewer, { id, stance: "strength" })).rejects.toMatchObject({
        kind: "not-found",
      });
      expect(await listTaggings(viewer, [contribution.id])).toEqual(new Map());
      await expect(countByTheme(viewer, { reviewId: review.id }, "settled")).rejects.toMatchObject({
        kind: expect.stringMatching(/^(forbidden|not-found)$/) as string,
      });
    }
    await expect(setTagging(await makeMember(review, "lead"), set)).resolves.toMatchObject({ created: true });
    await expect(removeTagging(facilitator, { id })).resolves.toEqual({ id });
  });

  test("an id that does not exist is not found", async () => {
    const { facilitator, set } = await makeStory();
    const unknown = randomUUID();
    await expect(setTagging(facilitator, { ...set, contributionId: unknown })).rejects.toMatchObject({
      kind: "not-found",
    });
    await expect(setTagging(facilitator, { ...set, themeId: unknown })).rejects.toMatchObject({
      kind: "not-found",
    });
    await expect(removeTagging(facilitator, { id: unknown })).rejects.toMatchObject({ kind: "not-found" });
  });
});

describe("whether the speaker put the stance themselves", () => {
  test("is so unless the coder says that they inferred it, and each is kept as history", async () => {
    const { facilitator, set, onLine } = await makeStory();
    await setTagging(facilitator, set);
    expect(await onLine()).toMatchObject([{ explicit: true }]);
    const said = { ...set, stance: "ask" as const };
    await changeTaggings(facilitator, { change: "inferred", ...said });
    await changeTaggings(facilitator, { change: "inferred", ...said });
    expect(await onLine()).toMatchObject([{ explicit: false, stance: "ask" }]);
    await changeTaggings(facilitator, { change: "stance", ...said, to: "strength" });
    expect(await onLine()).toMatchObject([{ explicit: false, stance: "strength" }]);
    const settled = await db().$queryRaw`
      SELECT explicit FROM settled_tagging WHERE contribution_id = ${set.contributionId}::uuid`;
    expect(settled).toEqual([{ explicit: false }]);
    const rows = await db().tagging.findMany({ where: { contributionId: set.contributionId } });
    expect(rows.map(({ until, explicit }) => [until === null, explicit]).sort()).toEqual([
      [false, false],
      [false, true],
      [true, false],
    ]);
  });
});

describe("the NPQs that a contribution is about", () => {
  test("are marked by hand, once, and removed; who and how long stays known", async () => {
    const { facilitator, contribution } = await makeStory();
    await db().contribution.update({ where: { id: contribution.id }, data: { npqs: ["NPQEL"] } });
    const mark = (npq: "NPQH" | "NPQEL", about: boolean) =>
      markNpq(facilitator, { contributionId: contribution.id, npq, about });
    const npqs = async () => (await listCoding(facilitator, [contribution.id])).coding[contribution.id]?.npqs;
    await Promise.all([mark("NPQH", true), mark("NPQH", true)]);
    expect(await npqs()).toEqual(["NPQEL", "NPQH"]);
    await mark("NPQEL", false);
    await mark("NPQEL", false);
    expect(await npqs()).toEqual(["NPQH"]);
    await mark("NPQH", false);
    await mark("NPQH", true);
    const history = await db().npqMark.findMany({
      where: { contributionId: contribution.id },
      orderBy: [{ npq: "asc" }, { from: "asc" }, { until: "asc" }],
    });
    expect(history.map(({ npq, byId, until }) => [npq, byId === facilitator.userId, until === null])).toEqual(
      [
        // It was logged by somebody else.
        ["NPQEL", false, false],
        ["NPQH", true, false],
        ["NPQH", true, true],
      ],
    );
  });

  test("can be marked when the roundtable is closed, and not on what was struck out", async () => {
    const { facilitator, contribution, theme } = await makeStory();
    const { roundtableId, reviewId } = { ...contribution, ...theme };
    const other = await makeContribution({ id: roundtableId, reviewId });
    const struck = { struckAt: new Date(), struckById: facilitator.userId };
    await db().contribution.update({ where: { id: other.id }, data: struck });
    await db().roundtable.update({ where: { id: roundtableId }, data: { state: "closed" } });
    const mark = { contributionId: contribution.id, npq: "NPQH" as const, about: true };
    await expect(markNpq(facilitator, mark)).resolves.toBeDefined();
    await expect(markNpq(facilitator, { ...mark, contributionId: other.id })).rejects.toThrow(/struck out/);
  });
});
