import type { z } from "zod";
import { db, transaction, type Tx } from "@/lib/platform/db";
import { MANY } from "@/lib/tag/coding/queries/kept-matches";
import { keptFigures, lockKept } from "./read-kept-figures";

/** So many answers are kept of a review between two changes; whatever else is asked for is counted each time. */
const MAX_KEPT = 100;

type Question<T> = {
  reviewId: string;
  /** What is asked for: the same text always asks for the same. */
  what: string;
  answer: z.ZodType<T>;
  count: (client: Tx) => Promise<T>;
};

/**
 * What is counted of a large review now, kept until something changes at one of its roundtables (decision 124). It is counted
 * under the lock of the kept figures, so that what is stored is never older than the marks that were removed. Of a small one it
 * is counted each time. What is counted must rest on nothing that marks no roundtable.
 */
export async function keptAnswer<T>(
  { reviewId, what, answer, count }: Question<T>,
  many: number = MANY,
): Promise<T> {
  const [kept] = await db().$queryRaw<{ standing: number; answer: unknown }[]>`
    SELECT (k.figures->>'standing')::int AS standing, a.answer FROM kept_review k
    LEFT JOIN kept_answer a ON a.review_id = k.review_id AND a.what = ${what}
    WHERE k.review_id = ${reviewId}::uuid AND k.figures IS NOT NULL
      AND NOT EXISTS (SELECT FROM kept_mark WHERE review_id = ${reviewId}::uuid)`;
  // Marks are removed together with what was kept before.
  const { standing } = kept ?? (await keptFigures({ reviewId, roundtableId: null }));
  if (standing <= many) return count(db());
  if (kept && kept.answer !== null) return answer.parse(kept.answer);
  return transaction(async (tx) => {
    await lockKept(tx, reviewId);
    const counted = await count(tx);
    await tx.$executeRaw`
      INSERT INTO kept_answer (review_id, what, answer)
      SELECT ${reviewId}::uuid, ${what}, ${JSON.stringify(counted)}::jsonb
      WHERE (SELECT count(*) FROM kept_answer WHERE review_id = ${reviewId}::uuid) < ${MAX_KEPT}
      ON CONFLICT (review_id, what) DO UPDATE SET answer = excluded.answer`;
    return counted;
  });
}
