import { describe, expect, test } from "vitest";
import type { Stance } from "@/lib/capture/contribution/stance";
import { db } from "@/lib/platform/db";
import { abandonRound } from "@/lib/tag/rounds/commands/abandon-round";
import { adjudicate } from "@/lib/tag/rounds/commands/adjudicate";
import { mergeThemes } from "@/lib/tag/recoding/commands/merge-themes";
import { setTagging } from "@/lib/tag/coding/commands/set-tagging";
import { reopenRound, settleRound } from "@/lib/tag/rounds/commands/settle-round";
import { getDifference, listCodebookSuggestions } from "@/lib/tag/rounds/queries/round-difference";
import { getRound, listDifferences } from "@/lib/tag/rounds/queries/rounds";
import { finish, judge, makeRoundStory, plan } from "@/tests/support/worlds/coding-round";
import { openTestDatabase } from "@/tests/support/database";

openTestDatabase();

/**
 * Of the first theme: on the first contribution the coders differ about it, on the second about its stance,
 * on the third they agree. The second theme was set on the third contribution by a colleague before, and by
 * no coder.
 */
async function makeCoded() {
  const story = await makeRoundStory();
  const { anna, ben, carl, round, contributions, themes } = story;
  const [first, second] = themes;
  await setTagging(carl, { contributionId: contributions[2], themeId: second, stance: "strength" });
  await judge(anna, round.id, contributions[0], [[first, "ask"]], "Of Anna");
  await judge(ben, round.id, contributions[0]);
  await judge(anna, round.id, contributions[1], [[first, "ask"]]);
  await judge(ben, round.id, contributions[1], [[first, "improvement"]]);
  await judge(anna, round.id, contributions[2], [[first, "ask"]]);
  await judge(ben, round.id, contributions[2], [[first, "ask"]]);
  await finish(anna, round);
  await finish(ben, round);
  const decide = (
    contribution: number,
    stances: Stance[],
    over: { reason?: string; suggestion?: string } = {},
  ) =>
    adjudicate(carl, {
      roundId: round.id,
      contributionId: contributions[contribution] ?? "",
      themeId: first,
      stances,
      reason: "It says so.",
      suggestion: "",
      ...over,
    });
  /** Contribution and theme, by their places, with the stance that figures use. */
  const settled = async () => {
    const rows = await db().$queryRaw<{ contribution: string; theme: string; stance: Stance }[]>`
      SELECT DISTINCT contribution_id AS contribution, theme_id AS theme, stance::text AS stance
      FROM settled_tagging WHERE review_id = ${story.review.id}::uuid`;
    return rows
      .map(
        ({ contribution, theme, stance }) =>
          `${contributions.indexOf(contribution)} ${themes.indexOf(theme)} ${stance}`,
      )
      .sort();
  };
  const found = () => getRound(carl, round.reviewId, round.number);
  return { ...story, first, second, decide, settled, found };
}

const UNION = ["0 0 ask", "1 0 ask", "1 0 improvement", "2 0 ask", "2 1 strength"];

describe("where coders differ", () => {
  test("are listed contribution by contribution, with their kind and everything that a decision needs", async () => {
    const { carl, anna, ben, contributions, first, found } = await makeCoded();
    const round = await found();
    const all = await listDifferences(carl, round);
    expect(new Map(all.map((one) => [one.contributionId, one.kind]))).toEqual(
      new Map([
        [contributions[0], "presence"],
        [contributions[1], "stance"],
      ]),
    );
    const difference = all.find(({ contributionId }) => contributionId === contributions[0]);
    if (!difference) throw new Error("The coders differ on the first contribution.");
    expect(difference.themeId).toBe(first);
    const detail = await getDifference(carl, round, difference);
    expect(new Map(detail.choices.map(({ name, stances }) => [name, stances]))).toEqual(
      new Map([
        [anna.name, ["ask"]],
        [ben.name, []],
      ]),
    );
    expect(detail.memos).toMatchObject([{ by: anna.name, text: "Of Anna" }]);
    expect(detail.decision).toBeNull();
  });

  test("a contribution that only one of them read is no difference", async () => {
    const { anna, ben, carl, round, contributions, themes } = await makeRoundStory();
    await judge(anna, round.id, contributions[0], [[themes[0], "ask"]]);
    await judge(ben, round.id, contributions[1]);
    await finish(anna, round);
    await finish(ben, round);
    const found = await getRound(carl, round.reviewId, round.number);
    expect(await listDifferences(carl, found)).toEqual([]);
    // Their one reading is no agreement either: what was set stays as it was.
    await settleRound(carl, { roundId: round.id });
    expect(await db().adjudication.count({ where: { codingRoundId: round.id } })).toBe(0);
  });

  test("leaves out a contribution that is struck out meanwhile", async () => {
    const { carl, contributions, found, decide } = await makeCoded();
    await db().contribution.update({ where: { id: contributions[0] }, data: { struckAt: new Date() } });
    const all = await listDifferences(carl, await found());
    expect(all.map(({ contributionId }) => contributionId)).toEqual([contributions[1]]);
    await expect(decide(0, [])).rejects.toThrow(/struck out/);
  });
});

describe("deciding", () => {
  test("takes precedence in the figures; deciding again closes the first and keeps it", async () => {
    const { decide, settled, round, contributions } = await makeCoded();
    expect(await settled()).toEqual(UNION);
    await decide(0, []);
    expect(await settled()).toEqual(UNION.slice(1));
    await decide(0, []);
    await decide(0, ["strength"], { reason: "On a second reading it does." });
    expect(await settled()).toEqual(["0 0 strength", ...UNION.slice(1)]);
    const rows = await db().adjudication.findMany({
      where: { codingRoundId: round.id, contributionId: contributions[0] },
      orderBy: { id: "asc" },
      select: { stances: true, until: true },
    });
    expect(rows).toEqual([
      { stances: [], until: expect.any(Date) as Date },
      { stances: ["strength"], until: null },
    ]);
  });

  test("says which is next, and keeps what the codebook should say better", async () => {
    const { carl, decide, found } = await makeCoded();
    const all = await listDifferences(carl, await found());
    const { next } = await decide(0, [], { suggestion: "Say whether fees belong here." });
    const other = all.findIndex(({ kind }) => kind === "stance");
    expect(next).toBe(other + 1);
    await decide(0, [], { suggestion: "Say whether fees belong here." });
    const suggestions = await listCodebookSuggestions(carl, await found());
    expect(suggestions.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^The definition of “Theme .*”: Say whether fees belong here\.$/),
    ]);
    expect(await decide(1, ["ask"])).toEqual({ next: null });
  });

  test("does not replace another person's decision unseen; once it was seen, it may", async () => {
    const { anna, carl, round, contributions, themes } = await makeCoded();
    const said = {
      roundId: round.id,
      contributionId: contributions[0] ?? "",
      themeId: themes[0],
      suggestion: "",
    };
    const standing = () =>
      db().adjudication.findFirst({
        where: { contributionId: said.contributionId, until: null },
        select: { id: true, reason: true },
      });
    await adjudicate(carl, { ...said, stances: ["ask"], reason: "It is.", basedOn: null });
    const late = { ...said, stances: [], reason: "It is not." };
    await expect(adjudicate(anna, { ...late, basedOn: null })).rejects.toThrow(
      "Somebody else has decided this",
    );
    const first = await standing();
    expect(first?.reason).toBe("It is.");
    // The same decision sent twice is once.
    await adjudicate(carl, { ...said, stances: ["ask"], reason: "It is.", basedOn: null });
    await adjudicate(anna, { ...late, basedOn: first?.id ?? null });
    expect((await standing())?.reason).toBe("It is not.");
  });

  test("needs a reason only where no coder gave that answer", async () => {
    const { decide, settled } = await makeCoded();
    for (const answer of [["ask"], []] as const)
      await expect(decide(0, [...answer], { reason: "" })).resolves.toBeDefined();
    await expect(decide(0, ["strength"], { reason: "" })).rejects.toMatchObject({
      fieldErrors: { reason: expect.stringMatching(/no coder gave this answer/) as string },
    });
    await expect(decide(1, [], { reason: "" })).rejects.toThrow(/reason/);
    expect(await settled()).toEqual(UNION.slice(1));
  });

  test("is refused where nobody differs, and before all have finished", async () => {
    const { decide } = await makeCoded();
    await expect(decide(2, [])).rejects.toThrow(/do not differ/);
    const { carl, round, contributions, themes } = await makeRoundStory();
    await expect(
      adjudicate(carl, {
        roundId: round.id,
        contributionId: contributions[0],
        themeId: themes[0],
        stances: [],
        reason: "No.",
        suggestion: "",
      }),
    ).rejects.toThrow(/cannot be decided now/);
  });
});

describe("settling", () => {
  test("needs a decision on every difference, and then the whole round takes precedence", async () => {
    const { carl, round, decide, settled, found } = await makeCoded();
    await expect(settleRound(carl, { roundId: round.id })).rejects.toThrow(/2 differences/);
    await decide(0, []);
    await expect(settleRound(carl, { roundId: round.id })).rejects.toThrow(/One difference/);
    await decide(1, ["improvement"]);
    await settleRound(carl, { roundId: round.id });
    await settleRound(carl, { roundId: round.id });
    // The colleague's theme on the third contribution goes: neither coder found it there.
    expect(await settled()).toEqual(["1 0 improvement", "2 0 ask"]);
    expect(await found()).toMatchObject({ state: "settled", settledAt: expect.any(Date) as Date });
    await expect(decide(0, ["ask"])).rejects.toThrow(/cannot be decided now/);
  });

  test("can be undone by the lead: decisions stay, agreed answers do not", async () => {
    const { lead, carl, round, decide, settled, found } = await makeCoded();
    await decide(0, [], { reason: "" });
    await decide(1, ["improvement"]);
    await settleRound(carl, { roundId: round.id });
    await expect(reopenRound(carl, { roundId: round.id })).rejects.toMatchObject({ kind: "forbidden" });
    await reopenRound(lead, { roundId: round.id });
    expect(await found()).toMatchObject({ state: "adjudicating", settledAt: null });
    expect(await settled()).toEqual(["1 0 improvement", "2 0 ask", "2 1 strength"]);
    await decide(0, ["ask"], { reason: "It does." });
    await settleRound(carl, { roundId: round.id });
    expect(await settled()).toEqual(["0 0 ask", "1 0 improvement", "2 0 ask"]);
  });

  test("a round that is being coded cannot be reopened, nor one of whose contributions another round has drawn some", async () => {
    const { lead, carl, round, from, decide } = await makeCoded();
    await decide(0, []);
    await decide(1, ["improvement"]);
    await settleRound(carl, { roundId: round.id });
    const later = await plan(lead, from);
    await expect(reopenRound(lead, { roundId: later.id })).rejects.toThrow(/only reopen a settled round/);
    await expect(reopenRound(lead, { roundId: round.id })).rejects.toThrow(
      /Round 2 uses some of the same contributions/,
    );
    await abandonRound(lead, { roundId: later.id });
    await expect(reopenRound(lead, { roundId: round.id })).resolves.toBeDefined();
  });

  test("a later round's agreement takes the place of an earlier decision", async () => {
    const { lead, anna, ben, carl, round, from, contributions, first, decide, settled } = await makeCoded();
    await decide(0, []);
    await decide(1, ["improvement"]);
    await settleRound(carl, { roundId: round.id });
    const later = { ...(await plan(lead, from)), reviewId: from.reviewId };
    for (const coder of [anna, ben])
      for (const contribution of contributions)
        await judge(coder, later.id, contribution, contribution === contributions[0] ? [[first, "ask"]] : []);
    await finish(anna, later);
    await finish(ben, later);
    await settleRound(carl, { roundId: later.id });
    expect(await settled()).toEqual(["0 0 ask"]);
  });

  test("a decision that a later round replaced applies again when that round is reopened or abandoned", async () => {
    const { lead, anna, ben, carl, round, from, contributions, first, second, decide, settled } =
      await makeCoded();
    await decide(0, []);
    await decide(1, ["improvement"]);
    await settleRound(carl, { roundId: round.id });
    const before = ["1 0 improvement", "2 0 ask"];
    expect(await settled()).toEqual(before);
    const later = { ...(await plan(lead, from)), reviewId: from.reviewId };
    // They agree on the last two contributions, differ on the first, and the second theme is new to it.
    await judge(anna, later.id, contributions[0], [
      [first, "ask"],
      [second, "ask"],
    ]);
    for (const contribution of contributions.slice(1)) await judge(anna, later.id, contribution);
    for (const contribution of contributions) await judge(ben, later.id, contribution);
    await finish(anna, later);
    await finish(ben, later);
    const shared = {
      roundId: later.id,
      contributionId: contributions[0],
      reason: "It does.",
      suggestion: "",
    };
    await adjudicate(carl, { ...shared, themeId: first, stances: ["ask"] });
    await adjudicate(carl, { ...shared, themeId: first, stances: ["strength"] });
    await adjudicate(carl, { ...shared, themeId: second, stances: [] });
    await settleRound(carl, { roundId: later.id });
    expect(await settled()).toEqual(["0 0 strength"]);
    await reopenRound(lead, { roundId: later.id });
    expect(await settled()).toEqual(["0 0 strength", ...before]);
    await settleRound(carl, { roundId: later.id });
    expect(await settled()).toEqual(["0 0 strength"]);
    await reopenRound(lead, { roundId: later.id });
    await abandonRound(lead, { roundId: later.id });
    // Only the later round decided about the second theme there: what was set counts.
    expect(await settled()).toEqual(["0 1 ask", ...before]);
    const standing = await db().adjudication.findFirstOrThrow({
      where: { contributionId: contributions[0], themeId: first, until: null },
    });
    expect(standing).toMatchObject({ codingRoundId: round.id, reason: "It says so.", byId: carl.userId });
  });

  test("a decision of an abandoned round does not apply again", async () => {
    const { lead, anna, ben, carl, round, from, contributions, first, decide, settled } = await makeCoded();
    await decide(0, []);
    await decide(1, ["improvement"]);
    await settleRound(carl, { roundId: round.id });
    const before = await settled();
    for (const stance of ["strength", "ask"] as const) {
      const later = { ...(await plan(lead, from)), reviewId: from.reviewId };
      await judge(anna, later.id, contributions[0], [[first, stance]]);
      await judge(ben, later.id, contributions[0]);
      await finish(anna, later);
      await finish(ben, later);
      const decision = {
        contributionId: contributions[0],
        themeId: first,
        reason: "It does.",
        suggestion: "",
      };
      await adjudicate(carl, { ...decision, roundId: later.id, stances: [stance] });
      await abandonRound(lead, { roundId: later.id });
    }
    expect(await settled()).toEqual(before);
  });

  test("after a coded round is abandoned, what its coders set counts like any tagging", async () => {
    const { lead, round, decide, settled } = await makeCoded();
    await decide(0, []);
    await abandonRound(lead, { roundId: round.id });
    expect(await settled()).toEqual(UNION);
  });
});

test("after two themes were merged, readings stay as they were when coded, and what moved still counts", async () => {
  const { lead, carl, contributions, round, first, second, decide, found, settled } = await makeCoded();
  await decide(0, ["ask"]);
  await decide(1, ["ask"]);
  await settleRound(carl, { roundId: round.id });
  await mergeThemes(lead, { id: first, intoId: second });
  const merged = ["0 1 ask", "1 1 ask", "2 1 ask"];
  expect(await settled()).toEqual(merged);
  await reopenRound(lead, { roundId: round.id });
  // Neither coder had set the second theme anywhere.
  expect(await listDifferences(carl, await found())).toEqual([]);
  const at = { contributionId: contributions[0], themeId: second, kind: "presence", decided: false } as const;
  const { choices } = await getDifference(carl, await found(), at);
  expect(choices.map(({ stances }) => stances)).toEqual([[], []]);
  await settleRound(carl, { roundId: round.id });
  expect(await settled()).toEqual(merged);
});
