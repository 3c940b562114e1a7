import { personErased, type PersonErased } from "@/lib/capture/hooks";
import type { Tx } from "@/lib/platform/db";

/** Lets erasure reach comments; called once when the application starts, after the report's own handlers. */
export function registerReviewHandlers(): void {
  personErased.register("review", eraseComments);
}

/** Takes out what the person wrote about the review's reports, and what they wrote before they edited it. */
async function eraseComments(tx: Tx, { reviewId, userId }: PersonErased): Promise<void> {
  await forgetErasedQuotes(tx, reviewId);
  if (userId === null) return;
  const theirs = { authorId: userId, report: { reviewId } };
  await tx.commentRevision.updateMany({ where: { comment: theirs }, data: { body: "" } });
  await tx.comment.updateMany({
    where: { ...theirs, erasedAt: null },
    data: { body: "", erasedAt: new Date(), revision: { increment: 1 } },
  });
}

/** A comment on a quotation that is now a gap kept the quoted words in its anchor. */
async function forgetErasedQuotes(tx: Tx, reviewId: string) {
  await tx.$executeRaw`
    UPDATE "comment" c SET "anchor_start" = NULL, "anchor_end" = NULL, "anchor_quote" = NULL
    FROM "version_block" b, "report" r
    WHERE b."version_id" = c."version_id" AND b."block_id" = c."block_id" AND b."erased_at" IS NOT NULL
      AND r."id" = c."report_id" AND r."review_id" = ${reviewId}::uuid AND c."anchor_quote" IS NOT NULL`;
}
