import type { Viewer } from "@/lib/access/policy";
import type { Stance } from "@/lib/capture/stance";
import { audit } from "@/lib/platform/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import type { AdjudicateInput } from "../coding-round";
import { nextUndecided, readDifferences } from "../queries/differences";
import { announceRound, findRound, type FoundRound } from "./find-round";
import { writeRoundMemo } from "./round-memo";
import { findOpenLine } from "./set-tagging";

/**
 * Decides whether a theme is on a line where the round's coders differed, and under which stances. Deciding again
 * closes the decision and opens another; deciding the same for the same reason changes nothing.
 */
export const adjudicate = command(async (tx, viewer: Viewer, input: AdjudicateInput) => {
  const { roundId, contributionId, themeId, stances, reason, suggestion } = input;
  const round = await findRound(tx, viewer, roundId, "round.adjudicate");
  if (round.state !== "adjudicating" || round.codedAt === null)
    throw invalid("The differences of this round cannot be decided now.");
  await findOpenLine(tx, viewer, contributionId);
  const all = await readDifferences(tx, roundId, round.codedAt);
  const at = all.findIndex((one) => one.contributionId === contributionId && one.themeId === themeId);
  if (at < 0) throw invalid("The coders of this round do not differ about this theme on this line.");
  const opened = await openAdjudication(tx, viewer, round, { contributionId, themeId, stances, reason });
  if (opened) {
    await audit(tx, {
      reviewId: round.reviewId,
      actorId: viewer.userId,
      action: "round.adjudicate",
      subjectType: "coding-round",
      subjectId: roundId,
      detail: { contributionId, themeId, stances },
    });
    await announceRound(tx, round);
  }
  if (suggestion !== "") await suggest(tx, viewer, round, input);
  const decided = all.map((one, index) => ({ ...one, decided: one.decided || index === at }));
  return { next: nextUndecided(decided, at) };
});

/** What the definition should say better, kept as a memo on the line that showed it. */
async function suggest(tx: Tx, viewer: Viewer, round: FoundRound, input: AdjudicateInput): Promise<void> {
  const { contributionId, themeId, suggestion } = input;
  const { title } = await tx.theme.findUniqueOrThrow({ where: { id: themeId }, select: { title: true } });
  const text = `The definition of “${title}”: ${suggestion}`;
  const { id, reviewId } = round;
  const said = { codingRoundId: id, contributionId, byId: viewer.userId, text, withdrawnAt: null };
  if ((await tx.memo.count({ where: said })) === 0)
    await writeRoundMemo(tx, viewer, { id, reviewId, contributionId, text });
}

type Decision = { contributionId: string; themeId: string; stances: readonly Stance[]; reason: string };

/** Makes this the decision that stands, in the place of any other, a later round's before an earlier one's. */
export async function openAdjudication(
  tx: Tx,
  viewer: Viewer,
  { id: codingRoundId, reviewId }: Pick<FoundRound, "id" | "reviewId">,
  { contributionId, themeId, stances, reason }: Decision,
): Promise<boolean> {
  const standing = await tx.adjudication.findFirst({
    where: { contributionId, themeId, until: null },
    select: { id: true, codingRoundId: true, stances: true, reason: true },
  });
  const same =
    standing?.codingRoundId === codingRoundId &&
    standing.reason === reason &&
    [...standing.stances].sort().join() === [...stances].sort().join();
  if (same) return false;
  if (standing) await closeAdjudications(tx, { id: standing.id });
  await tx.adjudication.create({
    data: {
      ...{ codingRoundId, reviewId, contributionId, themeId, reason },
      stances: [...stances],
      byId: viewer.userId,
    },
    select: { id: true },
  });
  return true;
}

/** Ends the decisions that stand; gives how many. */
export async function closeAdjudications(tx: Tx, which: Prisma.AdjudicationWhereInput): Promise<number> {
  const open = await tx.adjudication.findMany({
    where: { AND: [which, { until: null }] },
    select: { id: true, from: true },
  });
  for (const { id, from } of open) {
    // Another process's clock may run behind the one that opened the row.
    const until = new Date(Math.max(Date.now(), from.getTime()));
    await tx.adjudication.update({ where: { id }, data: { until }, select: { id: true } });
  }
  return open.length;
}
