import type { Tx } from "@/lib/platform/db";

/**
 * The server numbers a facilitator's contributions at a roundtable in the order in which they arrive. A
 * browser sends them one after another, so this is the order in which they were typed; numbers made in the
 * browser would clash between two tabs of one person.
 * One more than their last number; the roundtable's row is locked. The query is written so that the index
 * answers it: max() would scan all contributions for every piece of an imported file.
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
