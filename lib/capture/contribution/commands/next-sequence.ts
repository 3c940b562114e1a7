import type { Tx } from "@/lib/platform/db";

/**
 * A facilitator's contributions of a roundtable are numbered by the server in the order in which they arrive,
 * which is the order in which they were typed: a browser sends one behind the other. Two tabs of one person
 * would hand out the same numbers.
 *
 * One more than their last number; the roundtable's row is locked. Said so that the index answers it: the
 * largest of all would be looked for among every contribution there is, at every piece of a file.
 */
export async function nextSequence(
  tx: Tx,
  { roundtableId, recordedById }: { roundtableId: string; recordedById: string },
): Promise<number> {
  const last = await tx.contribution.findFirst({
    where: { roundtableId, recordedById },
    orderBy: { sequence: "desc" },
    select: { sequence: true },
  });
  return (last?.sequence ?? 0) + 1;
}
