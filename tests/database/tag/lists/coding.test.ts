import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { changeTaggings } from "@/lib/tag/coding/commands/change-taggings";
import { changeMemo, withdrawMemo, writeMemo } from "@/lib/tag/coding/commands/write-memo";
import { setTagging } from "@/lib/tag/coding/commands/set-tagging";
import { mergeThemes } from "@/lib/tag/recoding/commands/merge-themes";
import { undoCodingChange } from "@/lib/tag/recoding/commands/undo-coding-change";
import { contributionsDigest } from "@/lib/tag/coding/batch";
import { tagBatch, undoBatch } from "@/lib/tag/coding/commands/tag-batch";
import { findBatch, previewBatch } from "@/lib/tag/coding/queries/batches";
import { listCoding } from "@/lib/tag/coding/queries/coding";
import { listCodingContributions } from "@/lib/tag/coding/queries/workbench";
import type { CodingFilter } from "@/lib/tag/coding/queries/coding-where";
import { TaggingChange } from "@/lib/tag/coding/tagging-input";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeMember,
  makeParticipant,
  makeRoundtable,
  makeStranger,
  makeTagging,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

const SAID = "👩‍🏫 The cafe\u0301 coaching was good, the cost was not";

async function makeStory(text = SAID) {
  const {
    review,
    coders: [facilitator, colleague],
    roundtable,
    contribution,
    themes: [theme, other],
  } = await makeScene({ coders: 2, contribution: { text }, themes: 2 });
  const contributionId = contribution.id;
  const set = { contributionId, themeId: theme.id, stance: "ask" } as const;
  const coding = async (viewer = facilitator) =>
    (await listCoding(viewer, [contribution.id])).coding[contribution.id];
  const change = (one: { change: TaggingChange["change"]; [field: string]: unknown }, viewer = facilitator) =>
    changeTaggings(viewer, TaggingChange.parse({ contributionId, ...one }));
  return { review, roundtable, contribution, theme, other, facilitator, colleague, set, coding, change };
}

const at = (words: string) => {
  const spanStart = Array.from(SAID.slice(0, SAID.indexOf(words))).length;
  return { spanStart, spanEnd: spanStart + Array.from(words).length };
};

describe("a theme on some of a contribution's words", () => {
  test("is kept by code points, once, alongside the same theme on other words and on the whole contribution", async () => {
    const { change, set, coding } = await makeStory();
    const [coaching, cost] = [at("cafe\u0301 coaching"), at("cost")];
    for (const span of [coaching, coaching, cost, {}]) await change({ change: "set", ...set, ...span });
    const spans = (await coding())?.taggings.map(({ spanStart, spanEnd }) => [spanStart, spanEnd]);
    expect(spans).toEqual([
      [coaching.spanStart, coaching.spanEnd],
      [cost.spanStart, cost.spanEnd],
      [null, null],
    ]);
    await change({ change: "remove", ...set, ...cost });
    expect((await coding())?.taggings).toHaveLength(2);
  });

  test("the words of the whole contribution are the contribution; words that are not there are refused", async () => {
    const { change, set, coding } = await makeStory();
    const length = Array.from(SAID).length;
    await change({ change: "set", ...set, spanStart: 0, spanEnd: length });
    expect((await coding())?.taggings).toMatchObject([{ spanStart: null, spanEnd: null }]);
    const beyond = change({ change: "set", ...set, spanStart: 3, spanEnd: length + 1 });
    await expect(beyond).rejects.toThrow("no longer in this contribution");
    await expect(change({ change: "set", ...set, spanStart: 5, spanEnd: 5 })).rejects.toThrow(
      "Mark the words",
    );
  });

  test("keeps its stance change and its removal to itself", async () => {
    const { change, set, coding } = await makeStory();
    await change({ change: "set", ...set });
    await change({ change: "set", ...set, ...at("cost") });
    await change({ change: "stance", ...set, ...at("cost"), to: "improvement" });
    expect((await coding())?.taggings).toMatchObject([
      { stance: "ask", spanStart: null },
      { stance: "improvement", ...at("cost") },
    ]);
  });
});

describe("confirming what was set for an earlier meaning", () => {
  test("a tagging is stale until somebody confirms it, and confirmed ones are theirs", async () => {
    const { change, set, coding, theme, facilitator, colleague, review } = await makeStory();
    await setTagging(colleague, set);
    await db().theme.update({ where: { id: theme.id }, data: { revision: 2, meaningSince: 2 } });
    const filter = { reviewId: review.id, left: "stale" } as const;
    expect((await coding())?.taggings).toMatchObject([{ stale: true, mine: false }]);
    expect((await listCodingContributions(facilitator, filter)).total).toBe(1);

    await change({ change: "keep", ...set });
    await change({ change: "keep", ...set });
    expect((await coding())?.taggings).toMatchObject([
      { stale: true, mine: false },
      { stale: false, mine: true },
    ]);
    expect((await listCodingContributions(facilitator, filter)).total).toBe(0);
    // The colleague's own becomes current when they keep it themselves.
    await change({ change: "keep", ...set }, colleague);
    expect((await coding())?.taggings.map(({ stale }) => stale)).toEqual([false, false]);
  });

  test("confirming one stance, or some words, leaves the others stale", async () => {
    const { change, set, theme, facilitator, review } = await makeStory();
    await change({ change: "set", ...set });
    await change({ change: "set", ...set, ...at("cost") });
    await change({ change: "set", ...set, stance: "strength" });
    await db().theme.update({ where: { id: theme.id }, data: { revision: 2, meaningSince: 2 } });
    const waiting = async () =>
      (await listCodingContributions(facilitator, { reviewId: review.id, left: "stale" })).total;
    await change({ change: "keep", ...set });
    expect(await waiting()).toBe(1);
    await change({ change: "keep", ...set, ...at("cost") });
    expect(await waiting()).toBe(1);
    await change({ change: "keep", ...set, stance: "strength" });
    expect(await waiting()).toBe(0);
  });
});

describe("a theme that was retired", () => {
  test("leaves its contributions without a theme, and no difference that nobody could resolve", async () => {
    const { change, set, theme, other, facilitator, colleague, review } = await makeStory();
    const found = async (left: "untagged" | "disagreed") =>
      (await listCodingContributions(facilitator, { reviewId: review.id, left })).total;
    await change({ change: "set", ...set });
    await setTagging(colleague, { ...set, themeId: other.id });
    expect([await found("untagged"), await found("disagreed")]).toEqual([0, 1]);
    await db().theme.updateMany({
      where: { id: { in: [theme.id, other.id] } },
      data: { retiredAt: new Date() },
    });
    expect([await found("untagged"), await found("disagreed")]).toEqual([1, 0]);
  });
});

describe("turning pages", () => {
  test("on and back show every contribution once, and the first page is whole", async () => {
    const { review, facilitator: viewer } = await makeScene({ members: ["facilitator"] });
    for (const roundtable of [await makeRoundtable(review), await makeRoundtable(review)])
      for (let n = 0; n < 4; n++) await makeContribution(roundtable);
    const ids = (await listCodingContributions(viewer, { reviewId: review.id })).contributions.map(
      ({ id }) => id,
    );
    const read = async (to: { after?: string; before?: string }) => {
      const { contributions, previous, next } = await listCodingContributions(viewer, {
        reviewId: review.id,
        take: 3,
        ...to,
      });
      return { contributions: contributions.map(({ id }) => ids.indexOf(id)), previous, next };
    };
    const first = await read({});
    expect(first).toMatchObject({ contributions: [0, 1, 2], previous: null });
    const second = await read({ after: first.next ?? "" });
    expect(second.contributions).toEqual([3, 4, 5]);
    const third = await read({ after: second.next ?? "" });
    expect(third).toMatchObject({ contributions: [6, 7], next: null });
    expect(await read({ before: third.previous ?? "" })).toEqual(second);
    expect(await read({ before: second.previous ?? "" })).toEqual(first);
    // Two contributions stand before it: no whole page, so the first one is shown.
    expect(await read({ before: ids[2] ?? "" })).toEqual(first);
  });
});

describe("undoing the removal of a theme", () => {
  test("restores a colleague's, and one's own under the meaning it was set for", async () => {
    const { set, coding, theme, colleague, facilitator, review, contribution, change } = await makeStory();
    const lead = await makeMember(review, "lead");
    const { id } = await setTagging(colleague, set);
    await change({ change: "remove-other", id }, lead);
    await expect(change({ change: "reopen", id }, facilitator)).rejects.toThrow("A colleague removed");
    await change({ change: "reopen", id }, lead);
    await change({ change: "reopen", id }, lead);
    expect((await coding(colleague))?.taggings).toMatchObject([{ mine: true, stale: false }]);

    await db().theme.update({ where: { id: theme.id }, data: { revision: 2, meaningSince: 2 } });
    const stale = (await coding(colleague))?.taggings[0];
    await change({ change: "keep", ...set }, colleague);
    expect((await coding(colleague))?.taggings).toMatchObject([{ stale: false }]);
    await change({ change: "reopen", id: stale?.id }, colleague);
    expect((await coding(colleague))?.taggings).toMatchObject([{ mine: true, stale: true }]);
    expect(await db().tagging.count({ where: { contributionId: contribution.id, until: null } })).toBe(1);
  });
});

describe("memos and flags", () => {
  test("a memo sent twice is stored once; only its author changes it or takes it back", async () => {
    const { facilitator, colleague, contribution, coding } = await makeStory();
    const memo = { id: randomUUID(), contributionId: contribution.id, text: "Two things in one?" };
    await writeMemo(facilitator, memo);
    await writeMemo(facilitator, memo);
    expect((await coding(colleague))?.memos).toMatchObject([
      { text: memo.text, by: facilitator.name, mine: false, revision: 1 },
    ]);
    await expect(changeMemo(colleague, { ...memo, revision: 1, text: "No" })).rejects.toThrow("colleague");
    await changeMemo(facilitator, { id: memo.id, revision: 1, text: "Three things" });
    await expect(changeMemo(facilitator, { id: memo.id, revision: 1, text: "Four" })).rejects.toThrow(
      "window",
    );
    expect((await coding())?.memos).toMatchObject([{ text: "Three things", mine: true, revision: 2 }]);
    await withdrawMemo(facilitator, { id: memo.id });
    expect((await coding())?.memos ?? []).toEqual([]);
    expect(await db().memoRevision.count({ where: { memoId: memo.id } })).toBe(1);
  });

  test("a contribution is flagged once, whoever does it, and by nobody who does not work on the review", async () => {
    const { change, coding, facilitator, colleague, review, contribution } = await makeStory();
    await change({ change: "flag" });
    await change({ change: "flag" }, colleague);
    expect((await coding())?.flag).toMatchObject({ by: facilitator.name });
    await change({ change: "unflag" }, colleague);
    expect((await coding())?.flag ?? null).toBeNull();
    const flag: TaggingChange = { change: "flag", contributionId: contribution.id };
    for (const role of ["reviewer", "fellow"] as const)
      await expect(changeTaggings(await makeMember(review, role), flag)).rejects.toThrow("does not exist");
  });
});

describe("the contributions to code", () => {
  test("are found by what they still need and by who spoke, page by page, each once", async () => {
    const { review, roundtable, contribution, theme, other, facilitator, colleague, set } = await makeStory();
    const head = await makeParticipant(review, roundtable, { attributes: { role: "headteacher" } });
    const heads = await makeContribution(roundtable, { participant: head, text: "100% of the budget_line" });
    const second = await makeRoundtable(review);
    const many = [];
    for (let n = 0; n < 5; n++) many.push(await makeContribution(second));
    await setTagging(facilitator, set);
    await setTagging(colleague, { ...set, themeId: other.id });
    await changeTaggings(facilitator, { change: "flag", contributionId: heads.id });

    const found = async (filter: Omit<CodingFilter, "reviewId">) => {
      const ids: string[] = [];
      let after: string | undefined;
      for (let page = 0; page < 9; page++) {
        const answer = await listCodingContributions(facilitator, {
          reviewId: review.id,
          take: 2,
          ...filter,
          after,
        });
        ids.push(...answer.contributions.map(({ id }) => id));
        if (answer.next === null) return { ids, total: answer.total };
        after = answer.next;
      }
      throw new Error("The pages do not end");
    };
    const everything = await found({});
    expect(everything.total).toBe(7);
    expect(new Set(everything.ids).size).toBe(7);
    expect((await found({ left: "untagged" })).ids).not.toContain(contribution.id);
    expect((await found({ left: "untagged" })).total).toBe(6);
    expect((await found({ left: "disagreed" })).ids).toEqual([contribution.id]);
    expect((await found({ left: "mine" })).ids).toEqual([contribution.id]);
    expect((await found({ left: "flagged" })).ids).toEqual([heads.id]);
    expect((await found({ themeId: theme.id })).ids).toEqual([contribution.id]);
    expect((await found({ roundtableId: second.id })).total).toBe(5);
    const speaker = [{ attribute: "role", value: "headteacher" }];
    expect((await found({ speaker })).ids).toEqual([heads.id]);
    expect((await found({ words: "100% OF" })).ids).toEqual([heads.id]);
    expect((await found({ words: "t_l" })).ids).toEqual([heads.id]);
    expect((await found({ words: "s_c" })).ids).toEqual([]);

    // Both set both: they agree.
    await setTagging(facilitator, { ...set, themeId: other.id });
    await setTagging(colleague, set);
    expect((await found({ left: "disagreed" })).ids).toEqual([]);
  });

  test("are only for facilitators", async () => {
    const { review } = await makeStory();
    for (const viewer of [await makeMember(review, "reviewer"), await makeMember(review, "fellow")])
      await expect(listCodingContributions(viewer, { reviewId: review.id })).rejects.toThrow(
        "role does not let you",
      );
    await expect(listCodingContributions(await makeStranger(), { reviewId: review.id })).rejects.toThrow(
      "does not exist",
    );
  });
});

describe("one theme on every contribution of a search", () => {
  test("sets what is missing, and one undo removes what it set and nothing else", async () => {
    const { review, roundtable, contribution, theme, facilitator, colleague, set } = await makeStory();
    const contributions = [
      contribution,
      await makeContribution(roundtable),
      await makeContribution(roundtable),
    ];
    await makeTagging(contribution, theme, "ask");
    await setTagging(facilitator, set);
    const filter = { reviewId: review.id };
    const said = { themeId: theme.id, stance: "ask" } as const;
    const preview = await previewBatch(facilitator, filter, said);
    expect(preview).toMatchObject({ already: 1, ids: { length: 3 } });

    const contributionIds = contributions.map(({ id }) => id);
    const id = randomUUID();
    const lined = { contributionIds, expected: contributionsDigest(contributionIds) };
    const batch = { id, reviewId: review.id, ...lined, ...said, suggestionsShown: false };
    const others = contributionsDigest([...contributionIds.slice(1), randomUUID()]);
    await expect(tagBatch(facilitator, { ...batch, expected: others })).rejects.toThrow(
      "now finds different contributions",
    );
    expect(await tagBatch(facilitator, batch)).toEqual({ id, count: 2 });
    // Sent again: the search for what is untagged finds none of them by now.
    await tagBatch(facilitator, { ...batch, contributionIds: [] });
    await expect(tagBatch(facilitator, { ...batch, stance: "strength" })).rejects.toMatchObject({
      kind: "stale",
    });
    await expect(tagBatch(colleague, batch)).rejects.toMatchObject({ kind: "not-found" });
    expect(await findBatch(facilitator, review.id, id)).toMatchObject({ contributions: 2, undone: false });
    expect(await findBatch(colleague, review.id, id)).toBeNull();
    expect(await openOn(contributionIds)).toBe(4);

    await expect(undoBatch(colleague, { id })).rejects.toThrow("role does not let you");
    await undoBatch(facilitator, { id });
    await undoBatch(facilitator, { id });
    expect(await openOn(contributionIds)).toBe(2);
    expect(await db().auditEntry.count({ where: { action: "tagging.undo-batch" } })).toBe(1);
  });

  test("is not undone while a merge or a split holds its contributions, and is once that is undone", async () => {
    const { review, roundtable, contribution, theme, other, facilitator } = await makeStory();
    const lead = await makeMember(review, "lead");
    const contributionIds = [contribution.id, (await makeContribution(roundtable)).id];
    const id = randomUUID();
    const said = { themeId: theme.id, stance: "ask" } as const;
    await tagBatch(facilitator, {
      id,
      reviewId: review.id,
      contributionIds,
      ...said,
      expected: contributionsDigest(contributionIds),
      suggestionsShown: false,
    });
    await mergeThemes(lead, { id: theme.id, intoId: other.id });
    await expect(undoBatch(facilitator, { id })).rejects.toThrow("Undo the merge first");
    expect(await findBatch(facilitator, review.id, id)).toMatchObject({ undone: false });
    const merge = await db().codingChange.findFirstOrThrow({ where: { themeId: theme.id, kind: "merge" } });
    await undoCodingChange(lead, { id: merge.id });
    expect(await findBatch(facilitator, review.id, id)).toMatchObject({ contributions: 2, undone: false });
    expect(await openOn(contributionIds)).toBe(2);
    await undoBatch(facilitator, { id });
    expect(await openOn(contributionIds)).toBe(0);
  });

  const openOn = (ids: string[]) =>
    db().tagging.count({ where: { contributionId: { in: ids }, until: null } });
});
