import type { Tx } from "@/lib/platform/db";
import { replaying } from "@/lib/platform/ledger/replay";

/** The ledger holds no words, and so no reasons. */
const LOST_REASON = "Applied again after a restore. The backup did not hold the reason.";

/** After a restore: holds, and erasures that wait because of one. */
export const replayHolds = replaying({
  "hold.set": async (tx, { reviewId, holdId, personId }, { at, byId }) => {
    if (!(await isThere(tx, reviewId, personId))) return "absent";
    if ((await tx.hold.count({ where: { id: holdId } })) > 0) return "stood";
    const setBy = byId ?? (await leadOf(tx, reviewId));
    if (!setBy) return "absent";
    const { count } = await tx.hold.createMany({
      data: { id: holdId, reviewId, personId, reason: LOST_REASON, from: at, byId: setBy },
      skipDuplicates: true,
    });
    return count > 0 ? "applied" : "stood";
  },
  "hold.end": async (tx, { holdId }, { at, byId }) => {
    const hold = await tx.hold.findUnique({ where: { id: holdId }, select: { from: true, until: true } });
    if (!hold) return "absent";
    if (hold.until) return "stood";
    const data = { until: at > hold.from ? at : hold.from, endedById: byId };
    await tx.hold.update({ where: { id: holdId }, data, select: { id: true } });
    return "applied";
  },
  "erasure.ask": async (tx, { reviewId, requestId, personId }, { at, byId }) => {
    if (!(await isThere(tx, reviewId, personId))) return "absent";
    const askedBy = byId ?? (await leadOf(tx, reviewId));
    if (!askedBy) return "absent";
    const { count } = await tx.erasureRequest.createMany({
      data: { id: requestId, reviewId, personId, requestedAt: at, byId: askedBy },
      skipDuplicates: true,
    });
    return count > 0 ? "applied" : "stood";
  },
  "erasure.refuse": async (tx, { requestId }, { at, byId }) => {
    const { count } = await tx.erasureRequest.updateMany({
      where: { id: requestId, decidedAt: null },
      data: { decidedAt: at, decidedById: byId, erased: false, reason: LOST_REASON },
    });
    if (count > 0) return "applied";
    return (await tx.erasureRequest.count({ where: { id: requestId } })) > 0 ? "stood" : "absent";
  },
});

async function isThere(tx: Tx, reviewId: string, personId: string | null): Promise<boolean> {
  const where = { id: reviewId, ...(personId === null ? {} : { people: { some: { id: personId } } }) };
  return (await tx.review.count({ where })) > 0;
}

/** Stands for somebody who joined since the backup. */
async function leadOf(tx: Tx, reviewId: string): Promise<string | null> {
  const lead = await tx.membership.findFirst({
    where: { reviewId, role: "lead" },
    orderBy: { createdAt: "asc" },
    select: { userId: true },
  });
  return lead?.userId ?? null;
}
