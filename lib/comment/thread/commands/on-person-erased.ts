import type { Consequence } from "@/lib/capture/people/consequence";
import type { PersonContributions, WordsErased } from "@/lib/capture/protection/protection-events";
import type { Tx } from "@/lib/platform/db";

/** What erasing somebody would remove from comments: the ones that they wrote. */
export async function commentsOf(
  tx: Tx,
  { personId, reviewId }: PersonContributions,
): Promise<Consequence[]> {
  const person = await tx.person.findUnique({ where: { id: personId }, select: { userId: true } });
  if (!person?.userId) return [];
  const count = await tx.comment.count({
    where: { authorId: person.userId, report: { reviewId }, erasedAt: null },
  });
  return count > 0 ? [{ what: "comments that they wrote on drafts", count, undone: true }] : [];
}

/** Removes what the person wrote about the review's reports, and the earlier revisions of it. */
export async function eraseComments(tx: Tx, { reviewId, userIds }: WordsErased): Promise<void> {
  await forgetErasedQuotes(tx, reviewId);
  if (userIds.length === 0) return;
  const theirs = { authorId: { in: userIds }, report: { reviewId } };
  await tx.commentRevision.updateMany({ where: { comment: theirs }, data: { body: "" } });
  await tx.comment.updateMany({
    where: { ...theirs, erasedAt: null },
    data: { body: "", erasedAt: new Date(), revision: { increment: 1 } },
  });
}

/** The anchor of a comment still held the words of a paragraph that has lost some since. */
async function forgetErasedQuotes(tx: Tx, reviewId: string) {
  await tx.$executeRaw`
    UPDATE "comment" c SET "anchor_start" = NULL, "anchor_end" = NULL, "anchor_quote" = NULL
    FROM "version_block" b, "report" r
    WHERE b."version_id" = c."version_id" AND b."block_id" = c."block_id" AND b."erased_at" IS NOT NULL
      AND r."id" = c."report_id" AND r."review_id" = ${reviewId}::uuid AND c."anchor_quote" IS NOT NULL`;
}
