import { beforeAll, describe, expect, test } from "vitest";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { abandonRound } from "@/lib/tag/rounds/commands/abandon-round";
import { changeTheme } from "@/lib/tag/codebook/commands/change-theme";
import { finishCoding } from "@/lib/tag/rounds/commands/finish-coding";
import { retireTheme } from "@/lib/tag/recoding/commands/retire-theme";
import { removeCoder } from "@/lib/tag/exchange/commands/remove-coder";
import { countDrawable } from "@/lib/tag/rounds/queries/drawable-contributions";
import { getAgreement } from "@/lib/tag/rounds/queries/get-agreement";
import { getRoundContribution } from "@/lib/tag/rounds/queries/round-contributions";
import { listRoundThemes } from "@/lib/tag/rounds/queries/round-themes";
import { getRound, listRounds } from "@/lib/tag/rounds/queries/rounds";
import { finish, judge, plan, planOf, runJobs } from "@/tests/support/worlds/coding-round";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeMember,
  makeParticipant,
  makeRoundtable,
  makeTheme,
} from "@/tests/support/worlds/factories";
import { registerStages } from "@/register-stages";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();
beforeAll(() => registerStages());

/** Eight contributions by four people, two of them without a speaker, and what a round is planned from. */
async function makeStory() {
  const nobodys = { source: "unidentified" } as const;
  const {
    coders: [anna, ben],
    ...scene
  } = await makeScene({
    members: ["lead"],
    coders: 2,
    participants: ["SENCO", "headteacher", "headteacher"].map((role) => ({ attributes: { role } })),
    contributions: [{}, {}, {}, {}, {}, {}, nobodys, nobodys],
    themes: 2,
  });
  const from = planOf(scene, [anna, ben]);
  const planned = async (over: Parameters<typeof plan>[1] = from) => {
    const round = await plan(scene.lead, over);
    return { ...round, reviewId: scene.review.id };
  };
  return { ...scene, anna, ben, from, planned };
}

describe("planning a round", () => {
  test("draws the contributions that participants said, and says what they stand for", async () => {
    const { review, lead, roundtable, contributions, from } = await makeStory();
    const participant = await makeParticipant(review, roundtable);
    const host = await makeParticipant(review, roundtable, { host: true });
    const absent = await makeParticipant(review, roundtable, { present: false });
    const struck = await makeContribution(roundtable, { participant });
    await db().contribution.update({ where: { id: struck.id }, data: { struckAt: new Date() } });
    for (const left of [{ participant: host }, { participant: absent }, { source: "note" as const }])
      await makeContribution(roundtable, left);
    await makeContribution(roundtable, { source: "group" });
    const choice = { reviewId: review.id, roundtableIds: [roundtable.id], stratifyBy: "role" as const };
    expect(await countDrawable(lead, choice)).toEqual({ population: contributions.length, strata: 3 });

    const { id, number } = await plan(lead, { ...from, size: 4, stratifyBy: "role" });
    const round = await getRound(lead, review.id, number);
    expect(round).toMatchObject({
      number: 1,
      state: "open",
      blind: true,
      contributions: 4,
      seed: 7,
      lost: 0,
    });
    expect(round.sampling).toMatchObject({ size: 4, population: 8, stratifyBy: "role" });
    expect(
      round.sampling.strata.map(({ stratum, contributions, drawn }) => [stratum, contributions, drawn]),
    ).toEqual([
      [`${roundtable.id} `, 2, 1],
      [`${roundtable.id} SENCO`, 2, 1],
      [`${roundtable.id} headteacher`, 4, 2],
    ]);
    const drawn = await db().codingRoundContribution.findMany({ where: { codingRoundId: id } });
    expect(drawn.map(({ weight }) => weight)).toEqual([2, 2, 2, 2]);
    expect(drawn.map(({ position }) => position).sort()).toEqual([1, 2, 3, 4]);
  });

  test("the same seed draws the same contributions", async () => {
    const { lead, from, review } = await makeStory();
    const drawnBy = async (seed: number) => {
      const { id } = await plan(lead, { ...from, size: 4, seed });
      const rows = await db().codingRoundContribution.findMany({
        where: { codingRoundId: id },
        orderBy: { position: "asc" },
      });
      await abandonRound(lead, { roundId: id });
      return rows.map(({ contributionId }) => contributionId);
    };
    expect(await drawnBy(1)).toEqual(await drawnBy(1));
    expect((await listRounds(lead, review.id)).map(({ number }) => number)).toEqual([2, 1]);
  });

  test("refuses more contributions than there are, one coder, somebody who may not code, no theme, a retired one", async () => {
    const { review, lead, anna, from, themes } = await makeStory();
    await expect(plan(lead, { ...from, size: 9 })).rejects.toThrow(/8 contributions to draw from/);
    await expect(plan(lead, { ...from, coderIds: [anna.userId, anna.userId] })).rejects.toThrow(/two people/);
    const reviewer = await makeMember(review, "reviewer");
    await expect(plan(lead, { ...from, coderIds: [anna.userId, reviewer.userId] })).rejects.toThrow(
      /Only facilitators and leads/,
    );
    await expect(plan(lead, { ...from, themeIds: [] })).rejects.toThrow(/at least one theme/);
    await retireTheme(lead, { id: themes[1].id });
    await expect(plan(lead, from)).rejects.toThrow(/retired/);
    await expect(plan(lead, { ...from, themeIds: [themes[0].id] })).resolves.toMatchObject({ number: 1 });
  });

  test("leaves out a contribution that is in another open round", async () => {
    const { lead, from, planned } = await makeStory();
    const { id } = await planned({ ...from, size: 5 });
    await expect(plan(lead, from)).rejects.toThrow(/3 contributions to draw from/);
    await abandonRound(lead, { roundId: id });
    await expect(plan(lead, from)).resolves.toMatchObject({ number: 2 });
  });

  test("two at the same moment take two numbers", async () => {
    const { planned, from } = await makeStory();
    const rounds = await Promise.all([planned({ ...from, size: 3 }), planned({ ...from, size: 3 })]);
    expect(rounds.map(({ number }) => number).sort()).toEqual([1, 2]);
  });
});

describe("judging a contribution", () => {
  test("sets what is named, removes what is no longer named, and remembers that it was read", async () => {
    const { review, anna, contributions, themes, planned } = await makeStory();
    const round = await planned();
    const contribution = contributions[0]?.id ?? "";
    await judge(anna, round.id, contribution, [[themes[0].id, "ask"]], "Is it?");
    await judge(anna, round.id, contribution, [[themes[0].id, "ask"]], "Is it?");
    const open = () =>
      db().tagging.findMany({
        where: { codingRoundId: round.id, until: null },
        select: { themeId: true, stance: true },
      });
    expect(await open()).toEqual([{ themeId: themes[0].id, stance: "ask" }]);
    await judge(anna, round.id, contribution, [
      [themes[1].id, "strength"],
      [themes[1].id, "improvement"],
    ]);
    expect((await open()).map(({ stance }) => stance).sort()).toEqual(["improvement", "strength"]);
    expect(await db().tagging.count({ where: { codingRoundId: round.id } })).toBe(3);
    const found = await getRound(anna, review.id, round.number);
    expect(found.coders.find(({ mine }) => mine)).toMatchObject({ read: 1, finishedAt: null });
    const shown = await db().codingRoundContribution.findFirstOrThrow({
      where: { contributionId: contribution },
    });
    expect(await getRoundContribution(anna, found, shown.position)).toMatchObject({ read: true, memo: "" });
    const memos = await db().memo.findMany({ where: { codingRoundId: round.id } });
    expect(memos).toMatchObject([{ text: "Is it?", withdrawnAt: expect.any(Date) as Date }]);
    const entries = await db().auditEntry.count({ where: { reviewId: review.id, action: "round.judge" } });
    expect(entries).toBe(2);
  });

  test("says which contribution comes next, and opens on the first unread one", async () => {
    const { review, anna, planned } = await makeStory();
    const round = await planned();
    const found = await getRound(anna, review.id, round.number);
    const first = await getRoundContribution(anna, found);
    expect(first).toMatchObject({ position: 1, previous: null, next: 2 });
    expect(await judge(anna, round.id, first?.contribution.id ?? "")).toEqual({ next: 2 });
    const last = await getRoundContribution(anna, found, 8);
    expect(await judge(anna, round.id, last?.contribution.id ?? "")).toEqual({ next: 2 });
    expect(await getRoundContribution(anna, found)).toMatchObject({ position: 2, read: false });
  });

  test("is in the words that the round was planned with", async () => {
    const { lead, anna, contributions, themes, planned } = await makeStory();
    const round = await planned();
    const { id } = themes[0];
    const words = { title: "Renamed", definition: "Otherwise.", includes: "", excludes: "", signalWords: "" };
    await changeTheme(lead, { id, revision: 1, ...words });
    await judge(anna, round.id, contributions[0]?.id ?? "", [[id, "ask"]]);
    expect(await db().tagging.findFirst({ where: { codingRoundId: round.id } })).toMatchObject({
      themeRevision: 1,
    });
    const shown = (await listRoundThemes(anna, round.id)).find((theme) => theme.id === id);
    expect(shown).toMatchObject({ definition: "What belongs here." });
  });

  test("refuses a contribution that was not drawn, a theme of no round, somebody who does not code, and the end", async () => {
    const { review, lead, anna, ben, roundtable, contributions, themes, from, planned } = await makeStory();
    const other = await makeTheme(review);
    const round = await planned({ ...from, themeIds: [themes[0].id] });
    const contribution = contributions[0]?.id ?? "";
    const later = await makeContribution(roundtable);
    await expect(judge(anna, round.id, later.id)).rejects.toThrow(/not in the round/);
    await expect(judge(anna, round.id, contribution, [[other.id, "ask"]])).rejects.toThrow(
      /not in this round/,
    );
    await expect(judge(lead, round.id, contribution)).rejects.toMatchObject({ kind: "forbidden" });
    await judge(anna, round.id, contribution);
    await finish(anna, round);
    await expect(judge(anna, round.id, contribution)).rejects.toThrow(/You have finished/);
    await expect(judge(ben, round.id, contribution)).resolves.toBeDefined();
  });
});

describe("finishing", () => {
  test("asks about unread contributions, and refuses a coder who read none", async () => {
    const { anna, contributions, planned } = await makeStory();
    const { id: roundId } = await planned();
    await expect(finishCoding(anna, { roundId, unread: 8 })).rejects.toThrow(
      /not read any contributions yet/,
    );
    await judge(anna, roundId, contributions[0]?.id ?? "");
    await expect(finishCoding(anna, { roundId, unread: 0 })).rejects.toThrow(/not read 7 contributions/);
    await expect(finishCoding(anna, { roundId, unread: 7 })).resolves.toEqual({ coded: false });
    await expect(finishCoding(anna, { roundId, unread: 7 })).rejects.toThrow(/You have finished/);
  });

  test("by two at once ends the coding once, and the figures are computed once", async () => {
    const { review, lead, anna, ben, contributions, themes, planned } = await makeStory();
    const round = await planned();
    for (const [index, contribution] of contributions.entries()) {
      await judge(anna, round.id, contribution.id, index < 4 ? [[themes[0].id, "ask"]] : []);
      await judge(ben, round.id, contribution.id, index < 3 ? [[themes[0].id, "ask"]] : []);
    }
    const ends = await Promise.all([finish(anna, round), finish(ben, round)]);
    expect(ends.map(({ coded }) => coded).sort()).toEqual([false, true]);
    expect(await db().job.count({ where: { kind: "measure-agreement" } })).toBe(1);
    const found = await getRound(lead, review.id, round.number);
    expect(found).toMatchObject({ state: "adjudicating", codedAt: expect.any(Date) as Date });
    expect(await getAgreement(lead, found)).toBeNull();
    await runJobs();
    const agreement = await getAgreement(lead, found);
    expect(agreement?.coderIds).toHaveLength(2);
    expect(agreement?.figures).toMatchObject({
      contributions: 8,
      contributionsReadTwice: 8,
      coders: 2,
      clusters: 5,
    });
    const [first, second] = themes.map(({ id }) =>
      agreement?.figures.themes.find(({ theme }) => theme === id),
    );
    expect(first).toMatchObject({ differed: 1, percent: { statistic: { value: 7 / 8 } } });
    expect(first?.kappa.kind).toBe("cohen");
    expect(second).toMatchObject({ differed: 0, kappa: { statistic: { undefined: "one code" } } });
  });

  test("a roundtable that was read in part counts for all of its contributions in the figures", async () => {
    const { review, lead, anna, ben, contributions, themes, from, planned } = await makeStory();
    const other = await makeRoundtable(review);
    const participant = await makeParticipant(review, other);
    for (let n = 0; n < 8; n++) await makeContribution(other, { participant });
    const roundtableIds = [...from.roundtableIds, other.id];
    const round = await planned({ ...from, roundtableIds, size: 8 });
    const drawn = await db().codingRoundContribution.findMany({ where: { codingRoundId: round.id } });
    const here = new Set(contributions.map(({ id }) => id));
    // They agree at one roundtable and on nothing at the other, of which the second coder reads one
    // contribution of four.
    const there = drawn.filter(({ contributionId }) => !here.has(contributionId));
    for (const { contributionId } of drawn) {
      const agreed = here.has(contributionId);
      await judge(anna, round.id, contributionId, [[themes[0].id, "ask"]]);
      if (agreed) await judge(ben, round.id, contributionId, [[themes[0].id, "ask"]]);
    }
    await judge(ben, round.id, there[0]?.contributionId ?? "");
    await finish(anna, round);
    await finish(ben, round);
    await runJobs();
    const { figures } = (await getAgreement(lead, await getRound(lead, review.id, round.number))) ?? {};
    expect(figures).toMatchObject({ contributions: 8, contributionsReadTwice: 5, represented: 16 });
    const first = figures?.themes.find(({ theme }) => theme === themes[0].id);
    expect(first?.percent.statistic).toEqual({ value: 0.5 });
  });

  test("a contribution struck out meanwhile is left out of the figures", async () => {
    const { review, lead, anna, ben, contributions, planned } = await makeStory();
    const round = await planned();
    for (const coder of [anna, ben])
      for (const contribution of contributions) await judge(coder, round.id, contribution.id);
    await finish(anna, round);
    await finish(ben, round);
    await db().contribution.update({
      where: { id: contributions[0]?.id ?? "" },
      data: { struckAt: new Date() },
    });
    await runJobs();
    const found = await getRound(lead, review.id, round.number);
    expect(found).toMatchObject({ contributions: 7, lost: 1 });
    expect((await getAgreement(lead, found))?.figures).toMatchObject({ contributions: 7 });
  });

  test("measures the state at that instant: later removals do not change the figures", async () => {
    const { review, lead, anna, ben, contributions, themes, planned } = await makeStory();
    const round = await planned();
    for (const coder of [anna, ben])
      for (const contribution of contributions)
        await judge(coder, round.id, contribution.id, [[themes[0].id, "ask"]]);
    await finish(anna, round);
    await finish(ben, round);
    await db().tagging.updateMany({
      where: { codingRoundId: round.id },
      data: { until: new Date(Date.now() + 1000), endedById: lead.userId },
    });
    await runJobs();
    const found = await getRound(lead, review.id, round.number);
    expect((await getAgreement(lead, found))?.figures.themes[0]).toMatchObject({ withTheme: 8 });
  });
});

test("an erasure also removes the attribute by which the person's contributions were drawn", async () => {
  registerStages();
  const { lead, contributions, from, planned } = await makeStory();
  const round = await planned({ ...from, stratifyBy: "role" });
  const contribution = { contributionId: contributions[0]?.id ?? "" };
  const stratum = async () =>
    (
      await db().codingRoundContribution.findFirstOrThrow({
        where: { codingRoundId: round.id, ...contribution },
      })
    ).stratum;
  expect(await stratum()).toBe(`${from.roundtableIds[0]} SENCO`);
  const said = await db().contribution.findUniqueOrThrow({
    where: { id: contribution.contributionId },
    select: { participant: { select: { personId: true } } },
  });
  await erasePerson(lead, { personId: said.participant?.personId ?? "" });
  expect(await stratum()).toBe(from.roundtableIds[0]);
});

describe("removing a coder, and abandoning a round", () => {
  test("closes what they set, and ends the coding when the others have finished", async () => {
    const { review, lead, anna, ben, contributions, themes, from, planned } = await makeStory();
    const carl = await makeMember(review, "facilitator");
    const round = await planned({ ...from, coderIds: [...from.coderIds, carl.userId] });
    const contribution = contributions[0]?.id ?? "";
    for (const coder of [anna, ben, carl])
      await judge(coder, round.id, contribution, [[themes[0].id, "ask"]]);
    await finish(anna, round);
    await finish(ben, round);
    const coder = await db().coder.findUniqueOrThrow({ where: { userId: carl.userId } });
    const out = { roundId: round.id, coderId: coder.id };
    await expect(removeCoder(anna, out)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(removeCoder(lead, out)).resolves.toEqual({ coded: true });
    expect(await db().tagging.count({ where: { coderId: coder.id, until: null } })).toBe(0);
    await runJobs();
    const found = await getRound(lead, review.id, round.number);
    expect((await getAgreement(lead, found))?.figures).toMatchObject({ coders: 2 });
    await expect(judge(carl, round.id, contribution)).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("at least two must remain", async () => {
    const { lead, anna, planned } = await makeStory();
    const { id: roundId } = await planned();
    const coder = await db().coder.findUniqueOrThrow({ where: { userId: anna.userId } });
    await expect(removeCoder(lead, { roundId, coderId: coder.id })).rejects.toThrow(/two coders/);
  });

  test("an abandoned round accepts no more coding, and stays abandoned", async () => {
    const { review, lead, anna, contributions, themes, planned } = await makeStory();
    const round = await planned();
    const contribution = contributions[0]?.id ?? "";
    await judge(anna, round.id, contribution, [[themes[0].id, "ask"]]);
    await abandonRound(lead, { roundId: round.id });
    await abandonRound(lead, { roundId: round.id });
    await expect(judge(anna, round.id, contribution)).rejects.toThrow(/no longer being coded/);
    expect(await getRound(lead, review.id, round.number)).toMatchObject({ state: "abandoned" });
    const settled = await db().$queryRaw<unknown[]>(
      Prisma.sql`SELECT 1 FROM settled_tagging WHERE review_id = ${review.id}::uuid`,
    );
    expect(settled).toEqual([]);
  });
});
