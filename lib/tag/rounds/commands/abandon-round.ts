import type { Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit";
import { command } from "@/lib/platform/command";
import type { RoundIdInput } from "../coding-round";
import { announceRound, findRound, requireStep } from "./find-round";
import { withdrawDecisions } from "./round-decisions";

/**
 * Gives a round up. What was set in a blind one that is not coded counts nowhere; what was decided in one that is
 * counts no longer, unless an earlier round had decided there, and what its coders set does, like any other theme
 * on a contribution.
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
