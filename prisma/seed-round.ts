import type { Role, Viewer } from "@/lib/access/policy";
import { db, transaction, type Tx } from "@/lib/platform/db";
import { adjudicate } from "@/lib/tag/rounds/commands/adjudicate";
import { finishCoding } from "@/lib/tag/rounds/commands/finish-coding";
import { judgeContribution } from "@/lib/tag/rounds/commands/judge-contribution";
import { measureAgreement } from "@/lib/tag/rounds/commands/measure-agreement";
import { planRound } from "@/lib/tag/rounds/commands/plan-round";
import { getRound, listDifferences } from "@/lib/tag/rounds/queries/rounds";
import type { Stance } from "@/lib/capture/contribution/stance";

const ROUND = { title: "First pass over London", size: 40, seed: 2025, blind: true, stratifyBy: null };
const ROUNDTABLE = "fellows-london-may-2025";

type Reading = { contributionId: string; themes: { themeId: string; stance: Stance }[] };

/**
 * Now and then one of the two coders leaves out a theme of a contribution; more than was tagged is never set,
 * so no figure changes.
 */
const READERS = [
  {
    every: 5,
    from: 1,
    memo: "The last point is only mentioned in passing. I read it as part of the others.",
  },
  { every: 7, from: 3, memo: "I thought this was about the school, not the course." },
];

const DECISIONS = [
  {
    reason: "The speaker does mention it, briefly.",
    suggestion: "Say in the definition that a brief mention is enough.",
  },
  { reason: "It is about the course. Its timing did not suit the school.", suggestion: "" },
];

/**
 * A blind round that the lead and the facilitator have coded, with some of its differences decided. Returns
 * whether it was made.
 */
export async function seedRound(members: ReadonlyMap<Role, Viewer>): Promise<boolean> {
  const [lead, facilitator] = [members.get("lead"), members.get("facilitator")];
  const reviewId = lead?.memberships[0]?.reviewId;
  if (!lead || !facilitator || !reviewId) return false;
  // Nothing is added to a demonstration that somebody may have tried.
  if ((await db().codingRound.count({ where: { reviewId } })) > 0) return false;
  if ((await db().report.count({ where: { reviewId } })) > 0) return false;
  const round = await transaction((tx) => seedCoding(tx, reviewId, [lead, facilitator]));
  await measureAgreement(round.id);
  const differences = await listDifferences(lead, await getRound(lead, reviewId, round.number));
  for (const [at, decision] of DECISIONS.entries()) {
    const difference = differences[at];
    if (!difference) continue;
    const { contributionId, themeId } = difference;
    const said = await db().tagging.findMany({
      where: { contributionId, themeId, until: null },
      distinct: ["stance"],
      select: { stance: true },
    });
    const stances = said.map(({ stance }) => stance);
    await adjudicate(lead, { roundId: round.id, contributionId, themeId, stances, ...decision });
  }
  return true;
}

async function seedCoding(tx: Tx, reviewId: string, coders: readonly [Viewer, Viewer]) {
  const [lead] = coders;
  const roundtable = await tx.roundtable.findFirstOrThrow({
    where: { reviewId, slug: ROUNDTABLE },
    select: { id: true },
  });
  const themes = await tx.theme.findMany({ where: { reviewId, axis: "theme" }, select: { id: true } });
  const themeIds = themes.map(({ id }) => id);
  const round = await planRound.within(tx, lead, {
    ...ROUND,
    reviewId,
    themeIds,
    roundtableIds: [roundtable.id],
    coderIds: coders.map(({ userId }) => userId),
  });
  const readings = await readTagged(tx, round.id, themeIds);
  for (const [who, coder] of coders.entries()) {
    const reader = READERS[who];
    for (const [at, { contributionId, themes: all }] of readings.entries()) {
      const leavesOut = reader !== undefined && all.length > 0 && at % reader.every === reader.from;
      await judgeContribution.within(tx, coder, {
        roundId: round.id,
        contributionId,
        themes: leavesOut ? all.slice(0, -1) : all,
        memo: leavesOut ? reader.memo : "",
      });
    }
    await finishCoding.within(tx, coder, { roundId: round.id, unread: 0 });
  }
  return round;
}

/** The contributions of the round with what was set on them at capture. */
async function readTagged(tx: Tx, codingRoundId: string, themeIds: string[]): Promise<Reading[]> {
  const contributions = await tx.codingRoundContribution.findMany({
    where: { codingRoundId },
    orderBy: { position: "asc" },
    select: {
      contributionId: true,
      contribution: {
        select: {
          taggings: {
            where: { until: null, themeId: { in: themeIds } },
            orderBy: { themeId: "asc" },
            select: { themeId: true, stance: true },
          },
        },
      },
    },
  });
  return contributions.map(({ contributionId, contribution: { taggings } }) => ({
    contributionId,
    themes: taggings,
  }));
}
