import { z } from "zod";
import { keptFigures, lockKept } from "@/lib/aggregate/figures/queries/read-kept-figures";
import { db, transaction } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import type { PairCounts } from "../co-occurrence";
import { count } from "./kept-narrowed";

export const Pairs = z.array(
  z.object({ first: z.string(), second: z.string(), people: count, contributions: count }),
);
const Row = z.object({ pairs: Pairs });

/**
 * The pairs of themes of everybody now, as `counted` counts them: kept with the review's figures until something changes at
 * one of its roundtables (decision 75). They are counted under the lock, so that what is stored is never older than the
 * marks that were removed.
 */
export async function keptPairs(reviewId: string, counted: Prisma.Sql): Promise<PairCounts[]> {
  const [kept] = await db().$queryRaw<unknown[]>`
    SELECT pairs FROM kept_review WHERE review_id = ${reviewId}::uuid AND pairs IS NOT NULL
      AND NOT EXISTS (SELECT FROM kept_mark WHERE review_id = ${reviewId}::uuid)`;
  if (kept !== undefined) return Row.parse(kept).pairs;
  // Marks are removed together with what was kept before.
  await keptFigures({ reviewId, roundtableId: null });
  const [stored] = await transaction(async (tx) => {
    await lockKept(tx, reviewId);
    return tx.$queryRaw<unknown[]>`
      UPDATE kept_review SET pairs = (SELECT coalesce(jsonb_agg(p), '[]') FROM (${counted}) p)
      WHERE review_id = ${reviewId}::uuid RETURNING pairs`;
  });
  return Row.parse(stored).pairs;
}
