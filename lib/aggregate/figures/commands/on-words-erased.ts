import type { WordsErased } from "@/lib/capture/protection/protection-events";
import type { Tx } from "@/lib/platform/db";
import { forgetSum, lockKept } from "../queries/read-kept-figures";

/** What is kept of the roundtables where it was said goes at once, and is worked out again when it is next read. */
export async function forgetKeptFigures(tx: Tx, { reviewId, contributionIds }: WordsErased): Promise<void> {
  await lockKept(tx, reviewId);
  const where = { roundtable: { contributions: { some: { id: { in: [...contributionIds] } } } } };
  await tx.keptRoundtable.deleteMany({ where });
  await tx.keptMatch.deleteMany({ where });
  await forgetSum(tx, reviewId);
}
