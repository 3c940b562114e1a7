import type { Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { RoundIdInput } from "../coding-round";
import { announceRound, findRound, requireStep } from "./find-round";
import { withdrawDecisions } from "./round-decisions";

/**
 * Abandons a round. What was set in a blind round that is not fully coded counts nowhere. After that, its
 * decisions no longer count, unless an earlier round had decided there, and what its coders set counts like
 * any other tagging.
 */
export const abandonRound = command(async (tx, viewer: Viewer, { roundId }: RoundIdInput) => {
  const round = await findRound(tx, viewer, roundId, "round.plan");
  if (round.state === "abandoned") return { id: roundId };
  requireStep(round, "abandoned");
  const withdrawn = await withdrawDecisions(tx, round);
  await tx.codingRound.update({
    where: { id: roundId },
    data: { state: "abandoned" },
    select: { id: true },
  });
  await audit(tx, {
    reviewId: round.reviewId,
    actorId: viewer.userId,
    action: "round.abandon",
    subjectType: "coding-round",
    subjectId: roundId,
    detail: { from: round.state, ...withdrawn },
  });
  await announceRound(tx, round);
  return { id: roundId };
});
