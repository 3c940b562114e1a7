import type { WordsErased } from "@/lib/capture/protection/protection-events";
import { MARKS } from "@/lib/capture/protection/trace";
import type { Tx } from "@/lib/platform/db";

/** A memo on a contribution may tell its words in any way: it is removed with its revisions. */
export async function eraseMemos(tx: Tx, { reviewId, contributionIds }: WordsErased): Promise<void> {
  await tx.memo.deleteMany({ where: { reviewId, contributionId: { in: contributionIds } } });
}

/** The reason for a decision on a contribution may do so too. Only where a reason was given. */
export async function eraseReasons(tx: Tx, erased: WordsErased): Promise<void> {
  const { reviewId, contributionIds, personId } = erased;
  await tx.adjudication.updateMany({
    where: { reviewId, contributionId: { in: contributionIds }, reason: { not: "" } },
    data: { reason: MARKS[personId === null ? "retention" : "erasure"].words },
  });
}
