import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";

/** Somebody of the review who may be registered at this roundtable too. */
export async function findPerson(
  tx: Tx,
  reviewId: string,
  roundtableId: string,
  id: string,
): Promise<string> {
  const person = await tx.person.findFirst({
    where: { id, reviewId, erasedAt: null, sameAsId: null },
    select: { id: true, leftAt: true, participants: { where: { roundtableId }, select: { label: true } } },
  });
  if (!person) throw invalid("Choose someone already registered, or leave it empty.", "personId");
  if (person.leftAt)
    throw invalid(
      "This person has left the review. On their page, record that they take part again, then register them.",
      "personId",
    );
  const there = person.participants[0];
  if (there) throw invalid(`This person is already at the roundtable, as ${there.label}.`, "personId");
  return person.id;
}
