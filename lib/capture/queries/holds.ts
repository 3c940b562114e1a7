import type { Tx } from "@/lib/platform/db";

/** Whether a hold lasts, of the whole review or of one of the people. Takes a transaction or a reading client. */
export async function isHeld(tx: Tx, reviewId: string, personIds: readonly string[]): Promise<boolean> {
  const holds = await tx.hold.count({
    where: { reviewId, until: null, OR: [{ personId: null }, { personId: { in: [...personIds] } }] },
  });
  return holds > 0;
}
