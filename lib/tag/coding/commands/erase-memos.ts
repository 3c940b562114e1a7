import { repeatFinder, takenOut, TAKEN_OUT } from "@/lib/capture/protection/erasure-repeats";
import type { PersonErased } from "@/lib/capture/protection/protection-events";
import type { Tx } from "@/lib/platform/db";

/**
 * A memo on a person's contribution may repeat their words: it is removed with its revisions. Memos elsewhere
 * lose what they repeat word for word.
 */
export async function eraseMemos(tx: Tx, { reviewId, contributionIds, words }: PersonErased): Promise<void> {
  await tx.memo.deleteMany({ where: { reviewId, contributionId: { in: contributionIds } } });
  const find = repeatFinder(words);
  const memos = await tx.memo.findMany({ where: { reviewId }, select: { id: true, text: true } });
  for (const { id, text } of memos) {
    const places = find(text);
    if (places.length > 0)
      await tx.memo.update({
        where: { id },
        // A new revision, so that an edit based on the old text is stale and cannot bring the words back.
        data: { text: takenOut(text, places), revision: { increment: 1 } },
        select: { id: true },
      });
  }
  const past = await tx.memoRevision.findMany({
    where: { memo: { reviewId } },
    select: { id: true, text: true },
  });
  for (const { id, text } of past) {
    const places = find(text);
    if (places.length > 0)
      await tx.memoRevision.update({
        where: { id },
        data: { text: takenOut(text, places) },
        select: { id: true },
      });
  }
}

/**
 * The reason for a decision on a person's contribution may repeat their words, so it is removed; elsewhere
 * only what repeats them is removed.
 */
export async function eraseReasons(
  tx: Tx,
  { reviewId, contributionIds, words }: PersonErased,
): Promise<void> {
  await tx.adjudication.updateMany({
    // Only where a reason was given.
    where: { reviewId, contributionId: { in: contributionIds }, reason: { not: "" } },
    data: { reason: TAKEN_OUT },
  });
  const find = repeatFinder(words);
  const reasons = await tx.adjudication.findMany({
    where: { reviewId, reason: { not: "" } },
    select: { id: true, reason: true },
  });
  for (const { id, reason } of reasons) {
    const places = find(reason);
    if (places.length > 0)
      await tx.adjudication.update({
        where: { id },
        data: { reason: takenOut(reason, places) },
        select: { id: true },
      });
  }
}
