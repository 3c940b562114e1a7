import { forbidden, requireCan, type Action, type Viewer } from "@/lib/access/policy";
import { visibleCodingRounds } from "@/lib/access/scope";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { canBecome, ROUND_STATE_WORDS, type RoundState } from "../coding-round";

export type FoundRound = {
  id: string;
  reviewId: string;
  state: RoundState;
  blind: boolean;
  codedAt: Date | null;
};

/**
 * The round, if the viewer may see it and do `action` in it, locked until the transaction ends: anybody who
 * finishes, decides or settles at the same moment waits, and then finds its new state.
 */
export async function findRound(tx: Tx, viewer: Viewer, id: string, action: Action): Promise<FoundRound> {
  const seen = await tx.codingRound.findFirst({
    where: { AND: [{ id }, visibleCodingRounds(viewer)] },
    select: { reviewId: true },
  });
  if (!seen) throw notFound("coding round");
  requireCan(viewer, action, seen);
  await tx.$queryRaw`SELECT id FROM coding_round WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return tx.codingRound.findUniqueOrThrow({
    where: { id },
    select: { id: true, reviewId: true, state: true, blind: true, codedAt: true },
  });
}

/** Moves the round from its state to another; refuses a step that the table of states does not have. */
export function requireStep({ state }: FoundRound, to: RoundState): void {
  if (!canBecome(state, to))
    throw invalid(`This round cannot go from “${ROUND_STATE_WORDS[state]}” to “${ROUND_STATE_WORDS[to]}”.`);
}

/**
 * The viewer as a coder of a round that is being coded. Refuses people who are not, and those who have
 * finished.
 */
export async function requireCoding(tx: Tx, viewer: Viewer, round: FoundRound): Promise<{ coderId: string }> {
  const coder = await tx.codingRoundCoder.findFirst({
    where: { codingRoundId: round.id, coder: { userId: viewer.userId } },
    select: { coderId: true, finishedAt: true },
  });
  if (!coder) throw forbidden(viewer, "tagging.set", round, "You are not one of this round’s coders.");
  if (round.state !== "open") throw invalid("This round is no longer being coded.");
  if (coder.finishedAt) throw invalid("You have finished this round, so you cannot change your coding.");
  return { coderId: coder.coderId };
}

/** Announces to people who work on the review that a round changed; never what a coder set in it. */
export function announceRound(tx: Tx, { id, reviewId }: Pick<FoundRound, "id" | "reviewId">): Promise<void> {
  return publish(tx, { kind: "round", reviewId, ids: [id] });
}
