import type { Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import type { RoundIdInput } from "../coding-round";
import { isReadByTwo, stancesTogether } from "../disagreement";
import { readDifferences } from "../queries/differences";
import { readRoundReadings } from "../queries/round-readings";
import { announceRound, findRound, requireStep, type FoundRound } from "./find-round";
import { openAdjudication, withdrawDecisions } from "./round-decisions";

/**
 * Settles a round after every difference is decided. Where its coders agreed, their answer is stored as a
 * decision that nobody had to make, so that the whole round takes precedence over what was set on its
 * contributions elsewhere.
 */
export const settleRound = command(async (tx, viewer: Viewer, { roundId }: RoundIdInput) => {
  const round = await findRound(tx, viewer, roundId, "round.adjudicate");
  if (round.state === "settled") return { id: roundId };
  requireStep(round, "settled");
  const { codedAt } = round;
  if (codedAt === null) throw new Error("A round whose differences are decided was coded at no time.");
  const left = (await readDifferences(tx, roundId, codedAt)).filter(({ decided }) => !decided).length;
  if (left > 0)
    throw invalid(
      left === 1
        ? "One difference is not decided yet. Decide it first."
        : `${left.toLocaleString("en-GB")} differences are not decided yet. Decide them first.`,
    );
  const agreed = await writeAgreed(tx, viewer, { ...round, codedAt });
  await tx.codingRound.update({
    where: { id: roundId },
    data: { state: "settled", settledAt: new Date() },
    select: { id: true },
  });
  await audit(tx, {
    reviewId: round.reviewId,
    actorId: viewer.userId,
    action: "round.settle",
    subjectType: "coding-round",
    subjectId: roundId,
    detail: { agreed },
  });
  await announceRound(tx, round);
  return { id: roundId };
});

/**
 * Stores a decision for each theme of the round on each contribution that two coders read, wherever anybody
 * has set that theme or an earlier round decided on it, and this round has not.
 */
async function writeAgreed(tx: Tx, viewer: Viewer, round: FoundRound & { codedAt: Date }): Promise<number> {
  const { contributions, openThemeIds } = await readRoundReadings(tx, round.id, round.codedAt);
  const onContributions = {
    contributionId: { in: contributions.map(({ contributionId }) => contributionId) },
    themeId: { in: openThemeIds },
    until: null,
  };
  const only = { contributionId: true, themeId: true } as const;
  const set = await tx.tagging.findMany({ where: onContributions, select: only });
  const earlier = await tx.adjudication.findMany({
    where: { ...onContributions, codingRoundId: { not: round.id } },
    select: only,
  });
  const decided = await tx.adjudication.findMany({
    where: { ...onContributions, codingRoundId: round.id },
    select: only,
  });
  const key = (one: { contributionId: string; themeId: string }) => `${one.contributionId} ${one.themeId}`;
  const wanted = new Set([...set, ...earlier].map(key));
  for (const one of decided) wanted.delete(key(one));
  let written = 0;
  for (const contribution of contributions.filter(isReadByTwo))
    for (const themeId of openThemeIds) {
      const { contributionId } = contribution;
      if (!wanted.has(key({ contributionId, themeId }))) continue;
      const stances = stancesTogether(contribution, themeId);
      if (
        await openAdjudication(tx, viewer, round, {
          contributionId,
          themeId,
          stances,
          reason: "",
          agreed: true,
        })
      )
        written++;
    }
  return written;
}

/**
 * Reopens a settled round, so that decisions can be changed: answers on which its coders agreed are no longer
 * decisions.
 */
export const reopenRound = command(async (tx, viewer: Viewer, { roundId }: RoundIdInput) => {
  const round = await findRound(tx, viewer, roundId, "round.plan");
  if (round.state === "adjudicating") return { id: roundId };
  if (round.state !== "settled") throw invalid("You can only reopen a settled round.");
  await requireContributionsFree(tx, roundId);
  const withdrawn = await withdrawDecisions(tx, round, { agreed: true });
  await tx.codingRound.update({
    where: { id: roundId },
    data: { state: "adjudicating", settledAt: null },
    select: { id: true },
  });
  await audit(tx, {
    reviewId: round.reviewId,
    actorId: viewer.userId,
    action: "round.reopen",
    subjectType: "coding-round",
    subjectId: roundId,
    detail: withdrawn,
  });
  await announceRound(tx, round);
  return { id: roundId };
});

/**
 * A contribution is decided on in one round at a time, and its coders in another round must not see this
 * one's coding.
 */
async function requireContributionsFree(tx: Tx, roundId: string): Promise<void> {
  const other = await tx.codingRound.findFirst({
    where: {
      id: { not: roundId },
      state: { in: ["open", "adjudicating"] },
      contributions: { some: { contribution: { inRounds: { some: { codingRoundId: roundId } } } } },
    },
    select: { number: true },
  });
  if (other)
    throw invalid(`Round ${other.number} uses some of the same contributions. Settle or abandon it first.`);
}
