import { z } from "zod";
import { audit } from "@/lib/platform/audit/audit";
import { db, transaction } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { runInWorker } from "@/lib/platform/workers/pool";
import { adjustedWeights } from "../agreement/adjusted-weights";
import { ROUND_AGREEMENT } from "../agreement/agreement-tasks";
import type { RoundAgreement } from "../agreement/round-agreement";
import { readRoundReadings } from "../queries/round-readings";
import { Sampling } from "../round-sample";
import type { StoredAgreement } from "../stored-agreement";
import { announceRound } from "./find-round";

export const MEASURE_AGREEMENT = "measure-agreement";

/** The job's payload. */
export const AgreementPayload = z.object({ roundId: z.uuid() });

/**
 * Measures how well the coders of a round agree, from what each had set when the last of them finished, and
 * stores the figures with the round. They are computed once: later decisions and removals leave them as they
 * are.
 */
export async function measureAgreement(roundId: string): Promise<void> {
  const round = await db().codingRound.findFirst({
    where: { id: roundId, agreement: { equals: Prisma.DbNull } },
    select: { reviewId: true, seed: true, sampling: true, codedAt: true },
  });
  if (!round?.codedAt) return;
  const { themeIds, coderIds, contributions } = await readRoundReadings(db(), roundId, round.codedAt);
  const { strata } = Sampling.parse(round.sampling);
  const weights = adjustedWeights(contributions, new Map(strata.map((of) => [of.stratum, of.contributions])));
  const coded = {
    themes: themeIds,
    contributions: contributions.map(({ personId, weight, readings }, at) => ({
      speaker: personId,
      weight: weights[at] ?? weight,
      readings: readings.map((reading) => reading && new Set(reading.keys())),
    })),
  };
  const figures = await runInWorker(ROUND_AGREEMENT, coded, { seed: round.seed });
  await transaction((tx) => keep(tx, { id: roundId, reviewId: round.reviewId }, { coderIds, figures }));
}

async function keep(
  tx: Prisma.TransactionClient,
  round: { id: string; reviewId: string },
  { coderIds, figures }: { coderIds: string[]; figures: RoundAgreement },
): Promise<void> {
  const agreement: StoredAgreement = { coderIds, figures };
  const { count } = await tx.codingRound.updateMany({
    where: { id: round.id, agreement: { equals: Prisma.DbNull } },
    data: { agreement },
  });
  if (count === 0) return;
  await audit(tx, {
    reviewId: round.reviewId,
    actorId: null,
    action: "round.measure",
    subjectType: "coding-round",
    subjectId: round.id,
    detail: { contributions: figures.contributions, coders: figures.coders },
  });
  await announceRound(tx, round);
}
