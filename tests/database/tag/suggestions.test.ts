import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { answer, readAsked } from "@/lib/access/answer";
import type { Viewer } from "@/lib/access/policy";
import { themeFigures } from "@/lib/aggregate/figures/queries/theme-figures";
import { db } from "@/lib/platform/db";
import { contributionsDigest } from "@/lib/tag/coding/batch";
import { changeTaggings } from "@/lib/tag/coding/commands/change-taggings";
import { removeTagging } from "@/lib/tag/coding/commands/remove-tagging";
import { reopenTagging } from "@/lib/tag/coding/commands/reopen-tagging";
import { setTagging } from "@/lib/tag/coding/commands/set-tagging";
import { suggestThemes } from "@/lib/tag/suggestion/commands/suggest-themes";
import { tagBatch } from "@/lib/tag/coding/commands/tag-batch";
import { listCodingContributions } from "@/lib/tag/coding/queries/workbench";
import { SuggestInput } from "@/lib/tag/coding/suggested";
import { METHOD } from "@/lib/tag/suggestion/train";
import { listAcceptance } from "@/lib/tag/suggestion/queries/acceptance";
import { listSimilarContributions } from "@/lib/tag/suggestion/queries/similar-contributions";
import { openTestDatabase } from "@/tests/support/database";
import { makeContribution, makeMember, makeRoundtable, makeStranger } from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

async function makeStory() {
  const {
    review,
    facilitator,
    roundtable,
    participant: speaker,
    contribution,
    themes: [coaching, funding],
  } = await makeScene({
    members: ["facilitator"],
    participant: {},
    contribution: { text: "My coach gave me mentoring every week." },
    themes: [
      { title: "Coaching", definition: "Personal coaching and mentoring by a coach." },
      { title: "Funding", definition: "Cost, scholarships and who pays the fees." },
    ],
  });
  const say = (text: string) => makeContribution(roundtable, { participant: speaker, text });
  const ask = (contributionIds: string[], shown = true, viewer = facilitator) =>
    suggestThemes(viewer, { reviewId: review.id, contributionIds, shown });
  const rows = () =>
    db().suggestion.findMany({ where: { reviewId: review.id }, orderBy: { themeId: "asc" } });
  /** Records that the method proposed the theme before. */
  const propose = async (contributionId: string, themeId: string) => {
    const coder = await db().coder.findFirstOrThrow({
      where: { method: METHOD.method, methodVersion: METHOD.version },
      select: { id: true },
    });
    const proposed = { contributionId, themeId, coderId: coder.id, probability: 0.5 };
    await db().suggestion.create({ data: { reviewId: review.id, ...proposed } });
  };
  /** Theme to what happened to its suggestion, and whether that was shown. */
  const decisionsOn = async (contributionId: string) => {
    const found = await db().suggestion.findMany({ where: { contributionId } });
    return Object.fromEntries(found.map(({ themeId, decision, shown }) => [themeId, [decision, shown]]));
  };
  const asked = { say, ask, rows, propose, decisionsOn };
  return { review, roundtable, facilitator, coaching, funding, contribution, ...asked };
}

describe("what a machine suggests", () => {
  test("starts from the codebook's words, gives the words behind it, and is recorded with its method", async () => {
    const { ask, contribution, coaching, rows } = await makeStory();
    const { byContribution, learntFrom } = await ask([contribution.id]);
    expect(learntFrom).toBe(0);
    expect(byContribution[contribution.id]?.[0]).toMatchObject({ themeId: coaching.id });
    expect(byContribution[contribution.id]?.[0]?.words.join(" ")).toMatch(/coach|mentoring/);
    await ask([contribution.id]);
    const coder = await db().coder.findFirstOrThrow({ where: { method: METHOD.method } });
    expect((await rows()).filter(({ themeId }) => themeId === coaching.id)).toMatchObject([
      { coderId: coder.id, decision: null, shown: null, taggingId: null },
    ]);
  });

  test("is in no figure, and on no contribution, until a person accepts it", async () => {
    const { ask, contribution, coaching, review, facilitator } = await makeStory();
    await ask([contribution.id]);
    const raised = async () => {
      const figures = await themeFigures(facilitator, { reviewId: review.id, roundtableId: null });
      return figures.themes.find(({ id }) => id === coaching.id)?.people.value;
    };
    expect(await raised()).toBe(0);
    expect(await db().tagging.count()).toBe(0);
    await setTagging(facilitator, {
      contributionId: contribution.id,
      themeId: coaching.id,
      seen: [coaching.id],
    });
    expect(await raised()).toBe(1);
  });

  test("accepted, rejected and passed over are distinguished, and so are shown and hidden", async () => {
    const { ask, contribution, say, coaching, funding, facilitator, rows, review } = await makeStory();
    const second = await say("The coach and the mentoring helped.");
    const third = await say("A coach for everybody, and mentoring.");
    await ask([contribution.id, second.id]);
    await ask([third.id], false);
    const decisions = async () => {
      const all = (await rows()).filter(({ themeId }) => themeId === coaching.id);
      return [contribution, second, third].map(({ id }) => {
        const row = all.find(({ contributionId }) => contributionId === id);
        return [row?.decision, row?.shown];
      });
    };
    const set = { themeId: coaching.id, seen: [coaching.id] };
    const { id } = await setTagging(facilitator, { ...set, contributionId: contribution.id });
    await changeTaggings(facilitator, {
      change: "reject",
      contributionId: second.id,
      themeId: coaching.id,
    });
    await setTagging(facilitator, {
      contributionId: third.id,
      themeId: funding.id,
      seen: [],
    });
    expect(await decisions()).toEqual([
      ["accepted", true],
      ["rejected", true],
      ["overridden", false],
    ]);
    expect((await rows()).find(({ taggingId }) => taggingId !== null)).toMatchObject({
      taggingId: id,
      decidedById: facilitator.userId,
    });
    const [shown, hidden] = [{ shown: true }, { shown: false }].map(
      (which) => async () =>
        (await listAcceptance(facilitator, review.id)).find((one) => one.shown === which.shown),
    );
    expect(await shown?.()).toMatchObject({ accepted: 1, rejected: 1 });
    expect((await hidden?.())?.overridden).toBeGreaterThanOrEqual(1);

    // Taken off again, and the one that was turned down thought over.
    await changeTaggings(facilitator, {
      change: "remove",
      contributionId: contribution.id,
      themeId: coaching.id,
      stance: "observation",
    });
    await changeTaggings(facilitator, {
      change: "reconsider",
      contributionId: second.id,
      themeId: coaching.id,
    });
    expect((await decisions()).slice(0, 2)).toEqual([
      ["overridden", true],
      [null, null],
    ]);
  });

  test("counts as shown only where its own theme was on the screen", async () => {
    const { ask, contribution, say, coaching, funding, facilitator, propose, decisionsOn } =
      await makeStory();
    const second = await say("Mentoring by a coach, week after week.");
    await ask([contribution.id, second.id]);
    // What an earlier model proposed, and the page does not show any more.
    for (const { id } of [contribution, second]) await propose(id, funding.id);
    const seen = [coaching.id];
    await setTagging(facilitator, { contributionId: contribution.id, themeId: coaching.id, seen });
    expect(await decisionsOn(contribution.id)).toEqual({
      [coaching.id]: ["accepted", true],
      [funding.id]: ["overridden", false],
    });
    await setTagging(facilitator, { contributionId: second.id, themeId: funding.id, seen });
    expect(await decisionsOn(second.id)).toEqual({
      [coaching.id]: ["overridden", true],
      [funding.id]: ["accepted", false],
    });
  });

  test("counts as hidden where the page shows none, though it may: they came late, or not at all", async () => {
    const { ask, contribution, coaching, facilitator, decisionsOn } = await makeStory();
    await ask([contribution.id]);
    await changeTaggings(facilitator, {
      change: "set",
      contributionId: contribution.id,
      themeId: coaching.id,
      stance: "ask",
      seen: [],
    });
    expect(await decisionsOn(contribution.id)).toEqual({ [coaching.id]: ["accepted", false] });
  });

  test("is shown or hidden in a batch as on the coding page that it is made from", async () => {
    const { ask, contribution, say, coaching, facilitator, review, decisionsOn } = await makeStory();
    const second = await say("Mentoring by a coach, week after week.");
    await ask([contribution.id, second.id]);
    for (const [{ id }, suggestionsShown] of [[contribution, true] as const, [second, false] as const]) {
      await tagBatch(facilitator, {
        id: randomUUID(),
        reviewId: review.id,
        themeId: coaching.id,
        stance: "ask",
        contributionIds: [id],
        expected: contributionsDigest([id]),
        suggestionsShown,
      });
      expect(await decisionsOn(id)).toEqual({ [coaching.id]: ["accepted", suggestionsShown] });
    }
  });

  test("for a theme that is suggested again counts as not seen where nobody had decided on it", async () => {
    const { ask, contribution, coaching, facilitator, decisionsOn } = await makeStory();
    const { id } = await setTagging(facilitator, { contributionId: contribution.id, themeId: coaching.id });
    await removeTagging(facilitator, { id });
    await ask([contribution.id]);
    await reopenTagging(facilitator, { id });
    expect(await decisionsOn(contribution.id)).toEqual({ [coaching.id]: ["accepted", false] });
  });

  test("keeps whether it was seen, where a removed theme is set again", async () => {
    const { ask, contribution, coaching, facilitator, decisionsOn } = await makeStory();
    await ask([contribution.id]);
    const set = { contributionId: contribution.id, themeId: coaching.id, seen: [coaching.id] };
    const { id } = await setTagging(facilitator, set);
    await removeTagging(facilitator, { id });
    await reopenTagging(facilitator, { id });
    expect(await decisionsOn(contribution.id)).toEqual({ [coaching.id]: ["accepted", true] });
  });

  test("has the latest probability until somebody decides", async () => {
    const { ask, contribution, say, coaching, facilitator, rows } = await makeStory();
    const second = await say("Mentoring by a coach, week after week.");
    const contributionIds = [contribution.id, second.id];
    const { byContribution } = await ask(contributionIds);
    await changeTaggings(facilitator, {
      change: "reject",
      contributionId: second.id,
      themeId: coaching.id,
    });
    // An earlier model was less sure.
    await db().suggestion.updateMany({ data: { probability: 0.01 } });
    await ask(contributionIds);
    const kept = new Map((await rows()).map((row) => [row.contributionId, row.probability]));
    expect(kept.get(contribution.id)).toBeCloseTo(byContribution[contribution.id]?.[0]?.probability ?? 1, 12);
    expect(kept.get(second.id)).toBe(0.01);
  });

  test("is not returned where it is hidden, nor after it was rejected", async () => {
    const { ask, contribution, coaching, facilitator } = await makeStory();
    expect((await ask([contribution.id], false)).byContribution).toEqual({});
    await changeTaggings(facilitator, {
      change: "reject",
      contributionId: contribution.id,
      themeId: coaching.id,
    });
    const proposed = (await ask([contribution.id])).byContribution[contribution.id] ?? [];
    expect(proposed.map(({ themeId }) => themeId)).not.toContain(coaching.id);
  });

  test("is for people who code: reviewers and Fellows get none, and nobody one of another review", async () => {
    const { ask, contribution, review } = await makeStory();
    for (const viewer of [await makeMember(review, "reviewer"), await makeMember(review, "fellow")])
      await expect(ask([contribution.id], true, viewer)).rejects.toThrow("role does not let you");
    await expect(ask([contribution.id], true, await makeStranger())).rejects.toThrow("does not exist");
    const elsewhere = await makeStory();
    expect((await elsewhere.ask([contribution.id])).byContribution).toEqual({});
    expect(await elsewhere.rows()).toEqual([]);
  });
});

test("a contribution repeated at another roundtable is found, with its themes; nothing of another review is", async () => {
  const { review, say, coaching, facilitator } = await makeStory();
  const text = "Finding cover for the face-to-face days was the hardest part of the whole year";
  const contribution = await say(text);
  const elsewhere = await makeRoundtable(review);
  const again = await makeContribution(elsewhere, { text: `${text}.` });
  await say("Something else altogether about marking");
  const other = await makeStory();
  await other.say(text);
  await setTagging(facilitator, { contributionId: again.id, themeId: coaching.id });
  expect(await listSimilarContributions(facilitator, contribution.id)).toMatchObject([
    { id: again.id, where: elsewhere.title, themeIds: [coaching.id] },
  ]);
  // Struck out since, it is no contribution to compare with.
  await db().contribution.update({ where: { id: again.id }, data: { struckAt: new Date() } });
  expect(await listSimilarContributions(facilitator, contribution.id)).toEqual([]);
  await expect(
    listSimilarContributions(await makeMember(review, "reviewer"), contribution.id),
  ).rejects.toThrow("does not exist");
});

describe("what the coding page asks for", () => {
  test("is answered with the reason where it is refused, and with what was found where it is not", async () => {
    const { review, contribution, facilitator } = await makeStory();
    const reviewer = await makeMember(review, "reviewer");
    const similar = (viewer: Viewer) => answer(() => listSimilarContributions(viewer, contribution.id));
    const kept = (viewer: Viewer) =>
      answer(() => listCodingContributions(viewer, { reviewId: review.id, ids: [contribution.id], take: 1 }));
    const input = { reviewId: review.id, contributionIds: [contribution.id], shown: true };
    const suggested = (viewer: Viewer) => answer(() => suggestThemes(viewer, input));
    for (const ask of [similar, kept, suggested]) {
      expect(await ask(await makeStranger())).toMatchObject({
        ok: false,
        message: expect.stringMatching(/does not exist/),
      });
      expect(await ask(reviewer)).toMatchObject({
        ok: false,
        message: expect.stringMatching(/does not (?:exist|let you)/),
      });
      expect(await ask(facilitator)).toMatchObject({ ok: true });
    }
    expect(await answer(async () => readAsked(SuggestInput, { reviewId: "x" }))).toMatchObject({
      ok: false,
      message: expect.stringContaining("could not be read"),
    });
    await expect(answer(() => Promise.reject(new RangeError("a fault")))).rejects.toThrow("a fault");
  });
});

test("a new repeat is found after the index is made again, and until then the earlier index is used", async () => {
  const { say, roundtable, contribution: first, facilitator } = await makeStory();
  const text = "Finding cover for the face-to-face days was the hardest part of the whole year";
  const contribution = await say(text);
  const again = await makeContribution(roundtable, { text: `${text}.` });
  const found = async () =>
    (await listSimilarContributions(facilitator, contribution.id)).map(({ id }) => id);
  // Two who ask at once wait for one and the same.
  expect(await Promise.all([found(), found()])).toEqual([[again.id], [again.id]]);
  const third = await makeContribution(roundtable, { text: `${text}!` });
  expect(await found()).toContain(again.id);
  await expect.poll(found).toEqual(expect.arrayContaining([again.id, third.id]));
  // Said otherwise since.
  const { text: otherwise } = first;
  await db().contribution.update({
    where: { id: third.id },
    data: { text: otherwise, revision: { increment: 1 } },
  });
  await expect.poll(found).toEqual([again.id]);
});
