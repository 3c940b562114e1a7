import type { Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { endAfter } from "@/lib/platform/text/dates";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs";
import type { FinishCodingInput } from "../coding-round";
import { STANDS } from "../queries/round-readings";
import { announceRound, findRound, requireCoding, type FoundRound } from "./find-round";
import { MEASURE_AGREEMENT } from "./measure-agreement";

/**
 * Ends a coder's part in a round. Contributions that they leave unread are missing, not without themes, so
 * they must confirm the number. When the last coder finishes, the round is coded: what was hidden becomes
 * visible and counts.
 */
export const finishCoding = command(async (tx, viewer: Viewer, { roundId, unread }: FinishCodingInput) => {
  const round = await findRound(tx, viewer, roundId, "tagging.set");
  const { coderId } = await requireCoding(tx, viewer, round);
  const { contributions, read } = await countRead(tx, roundId, coderId);
  if (read === 0 && contributions > 0)
    throw invalid(
      "You have not read any contributions yet. Read some, or ask the lead to remove you from the round.",
    );
  if (contributions - read !== unread) throw invalid(unreadWords(contributions - read));
  await tx.codingRoundCoder.update({
    where: { codingRoundId_coderId: { codingRoundId: roundId, coderId } },
    data: { finishedAt: new Date() },
    select: { coderId: true },
  });
  await audit(tx, {
    reviewId: round.reviewId,
    actorId: viewer.userId,
    action: "round.finish",
    subjectType: "coding-round",
    subjectId: roundId,
    detail: { unread },
  });
  const coded = await endCodingIfAllFinished(tx, round);
  await announceRound(tx, round);
  return { coded };
});

function unreadWords(unread: number): string {
  if (unread === 0) return "You have now read every contribution. Select Finish again.";
  return `You have not read ${unread === 1 ? "1 contribution" : `${unread.toLocaleString("en-GB")} contributions`}. Read them, or finish without them. If you finish, they are left out of your part.`;
}

async function countRead(tx: Tx, codingRoundId: string, coderId: string) {
  const standing = { codingRoundId, contribution: STANDS };
  return {
    contributions: await tx.codingRoundContribution.count({ where: standing }),
    read: await tx.codingJudgement.count({ where: { ...standing, coderId } }),
  };
}

/**
 * The round is locked, so of two coders who finish at once only the second ends it. Returns whether it ended.
 */
export async function endCodingIfAllFinished(tx: Tx, round: FoundRound): Promise<boolean> {
  const coding = await tx.codingRoundCoder.count({ where: { codingRoundId: round.id, finishedAt: null } });
  if (coding > 0) return false;
  const { _max } = await tx.tagging.aggregate({
    where: { codingRoundId: round.id },
    _max: { from: true, until: true },
  });
  await tx.codingRound.update({
    where: { id: round.id },
    data: { state: "adjudicating", codedAt: endAfter(_max.from, _max.until) },
    select: { id: true },
  });
  await enqueue(tx, { kind: MEASURE_AGREEMENT, key: round.id, payload: { roundId: round.id } });
  return true;
}
