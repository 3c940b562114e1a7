import type { WordsErased } from "@/lib/capture/protection/protection-events";
import type { Tx } from "@/lib/platform/db";
import { forgetSum, lockKept } from "../queries/read-kept-figures";

/** What is kept of the roundtables where it was said goes at once, and is worked out again when it is next read. */
export async function forgetKeptFigures(tx: Tx, { reviewId, contributionIds }: WordsErased): Promise<void> {
  await lockKept(tx, reviewId);
  await tx.$executeRaw`
    DELETE FROM kept_roundtable WHERE roundtable_id IN (
      SELECT roundtable_id FROM contribution WHERE id = ANY(${contributionIds}::uuid[]))`;
  await forgetSum(tx, reviewId);
}
