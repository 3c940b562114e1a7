import type { Consequence } from "@/lib/capture/people/consequence";
import type { PersonContributions, WordsErased } from "@/lib/capture/protection/protection-events";
import { samePeople } from "@/lib/capture/protection/queries/erasure-scope";
import type { Tx } from "@/lib/platform/db";

/**
 * A summary of what somebody said tells their words in any way. It is removed with its revisions: all of a person who is
 * erased, and any that rests on nothing but erased words. Where personal data is no longer kept, also those of people
 * that rest on some of it. What rests on others too is left, to be checked.
 */
export async function eraseSummaries(tx: Tx, erased: WordsErased): Promise<void> {
  const { reviewId, personId, contributionIds } = erased;
  const personIds = personId === null ? [] : await samePeople(tx, personId);
  await tx.matrixSummary.deleteMany({ where: { reviewId, personId: { in: personIds } } });
  if (personId === null)
    await tx.$executeRaw`
      DELETE FROM matrix_summary s WHERE s.review_id = ${reviewId}::uuid AND s.person_id IS NOT NULL
        AND EXISTS (SELECT FROM jsonb_array_elements(s.basis) b
          WHERE (b ->> 'id')::uuid = ANY(${contributionIds}::uuid[]))`;
  await tx.$executeRaw`
    DELETE FROM matrix_summary s WHERE s.review_id = ${reviewId}::uuid AND s.basis <> '[]'
      AND NOT EXISTS (SELECT FROM jsonb_array_elements(s.basis) b
        JOIN contribution c ON c.id = (b ->> 'id')::uuid AND c.erased_at IS NULL)`;
  await tx.$executeRaw`
    DELETE FROM matrix_summary_revision h USING matrix_summary s
    WHERE s.id = h.summary_id AND s.review_id = ${reviewId}::uuid AND h.basis <> '[]'
      AND NOT EXISTS (SELECT FROM jsonb_array_elements(h.basis) b
        JOIN contribution c ON c.id = (b ->> 'id')::uuid AND c.erased_at IS NULL)`;
}

/** What erasing somebody would remove from the framework matrix. */
export async function summariesOf(tx: Tx, { personId }: PersonContributions): Promise<Consequence[]> {
  const count = await tx.matrixSummary.count({
    where: { personId: { in: await samePeople(tx, personId) } },
  });
  return count === 0
    ? []
    : [
        {
          what: "summaries of what they said in the framework matrix, which will be deleted",
          count,
          undone: true,
        },
      ];
}
