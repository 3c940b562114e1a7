import type { Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { invalid, notFound } from "@/lib/platform/errors";
import type { RemoveCoderInput } from "@/lib/tag/rounds/coding-round";
import { endCodingIfAllFinished } from "@/lib/tag/rounds/commands/finish-coding";
import { announceRound, findRound } from "@/lib/tag/rounds/commands/find-round";
import { closeTagging } from "@/lib/tag/coding/commands/remove-tagging";

/**
 * Removes a coder from a round that is being coded: what they set in it is closed and counts nowhere. At
 * least two must remain. If all of those have finished, the round is coded.
 */
export const removeCoder = command(async (tx, viewer: Viewer, { roundId, coderId }: RemoveCoderInput) => {
  const round = await findRound(tx, viewer, roundId, "round.plan");
  if (round.state !== "open") throw invalid("This round is no longer being coded.");
  const coders = await tx.codingRoundCoder.findMany({
    where: { codingRoundId: roundId },
    select: { coderId: true },
  });
  if (!coders.some((coder) => coder.coderId === coderId)) throw notFound("coder of this round");
  if (coders.length < 3)
    throw invalid("A round needs two coders. Abandon the round instead, and plan another.");
  await tx.codingRoundCoder.delete({
    where: { codingRoundId_coderId: { codingRoundId: roundId, coderId } },
    select: { coderId: true },
  });
  const set = await tx.tagging.findMany({
    where: { codingRoundId: roundId, coderId, until: null },
    select: { id: true, from: true },
  });
  for (const tagging of set) await closeTagging(tx, viewer, tagging);
  await audit(tx, {
    reviewId: round.reviewId,
    actorId: viewer.userId,
    action: "round.take-out-coder",
    subjectType: "coding-round",
    subjectId: roundId,
    detail: { coderId, closed: set.length },
  });
  const coded = await endCodingIfAllFinished(tx, round);
  await announceRound(tx, round);
  return { coded };
});
