import { repeatFinder, takenOut } from "@/lib/capture/protection/erasure-repeats";
import type { Consequence } from "@/lib/capture/people/consequence";
import type { PersonErased, PersonContributions, Repeat } from "@/lib/capture/protection/protection-events";
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

/** The comments that repeat one of these texts. */
export async function commentsRepeating(
  tx: Tx,
  { reviewId, words }: { reviewId: string; words: readonly string[] },
): Promise<Repeat[]> {
  const find = repeatFinder(words);
  const comments = await tx.comment.findMany({
    where: { report: { reviewId }, erasedAt: null },
    select: { id: true, body: true },
  });
  return comments
    .filter(({ body }) => find(body).length > 0)
    .map(({ id, body }) => ({ id, text: body, what: "comment" as const }));
}

/** Removes what the person wrote about the review's reports, and the earlier revisions of it. */
export async function eraseComments(tx: Tx, event: PersonErased): Promise<void> {
  const { reviewId, userIds } = event;
  await forgetErasedQuotes(tx, reviewId);
  await eraseRepeats(tx, event);
  if (userIds.length === 0) return;
  const theirs = { authorId: { in: userIds }, report: { reviewId } };
  await tx.commentRevision.updateMany({ where: { comment: theirs }, data: { body: "" } });
  await tx.comment.updateMany({
    where: { ...theirs, erasedAt: null },
    data: { body: "", erasedAt: new Date(), revision: { increment: 1 } },
  });
}

/**
 * A comment by somebody else that repeats their words loses them only where the person who erases chose so.
 * Its earlier revisions and its anchor always lose them.
 */
async function eraseRepeats(tx: Tx, { reviewId, words, repeats }: PersonErased): Promise<void> {
  const find = repeatFinder(words);
  const comments = await tx.comment.findMany({
    where: { report: { reviewId }, erasedAt: null },
    select: { id: true, body: true, anchorQuote: true },
  });
  for (const { id, body, anchorQuote } of comments) {
    const places = repeats === "all" || repeats.includes(id) ? find(body) : [];
    const forgets = anchorQuote !== null && find(anchorQuote).length > 0;
    if (places.length === 0 && !forgets) continue;
    await tx.comment.update({
      where: { id },
      data: {
        body: takenOut(body, places),
        ...(forgets ? { anchorStart: null, anchorEnd: null, anchorQuote: null } : {}),
        revision: { increment: 1 },
      },
      select: { id: true },
    });
  }
  const past = await tx.commentRevision.findMany({
    where: { comment: { report: { reviewId } } },
    select: { id: true, body: true },
  });
  for (const { id, body } of past) {
    const places = find(body);
    if (places.length > 0)
      await tx.commentRevision.update({
        where: { id },
        data: { body: takenOut(body, places) },
        select: { id: true },
      });
  }
}

/** The anchor of a comment on a quotation that is now a gap still held the quoted words. */
async function forgetErasedQuotes(tx: Tx, reviewId: string) {
  await tx.$executeRaw`
    UPDATE "comment" c SET "anchor_start" = NULL, "anchor_end" = NULL, "anchor_quote" = NULL
    FROM "version_block" b, "report" r
    WHERE b."version_id" = c."version_id" AND b."block_id" = c."block_id" AND b."erased_at" IS NOT NULL
      AND r."id" = c."report_id" AND r."review_id" = ${reviewId}::uuid AND c."anchor_quote" IS NOT NULL`;
}
