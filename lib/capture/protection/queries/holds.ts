import type { Tx } from "@/lib/platform/db";
import { samePeople } from "./erasure-scope";

/**
 * Whether there is a hold on the whole review or on one of the people. Takes a transaction or a reading
 * client.
 */
export async function isHeld(tx: Tx, reviewId: string, personIds: readonly string[]): Promise<boolean> {
  const holds = await tx.hold.count({
    where: { reviewId, until: null, OR: [{ personId: null }, { personId: { in: [...personIds] } }] },
  });
  return holds > 0;
}

/**
 * Those under a hold, with all records matched to the same people; null while the whole review is held. A
 * match moves roundtables from one person to another, and must not move them out of a hold.
 */
export async function heldPeople(tx: Tx, reviewId: string): Promise<string[] | null> {
  const holds = await tx.hold.findMany({ where: { reviewId, until: null }, select: { personId: true } });
  if (holds.some(({ personId }) => personId === null)) return null;
  const held = new Set<string>();
  for (const { personId } of holds)
    if (personId) for (const id of await samePeople(tx, personId)) held.add(id);
  return [...held];
}
