import { publish } from "@/lib/platform/events";
import { replaying } from "@/lib/platform/ledger/replay";

/** After a restore: masked texts that were withdrawn or replaced since are not shown again. */
export const replayClearance = replaying({
  "clearance.end": async (tx, { clearanceId, reviewId }, { at }) => {
    const clearance = await tx.clearance.findUnique({
      where: { id: clearanceId },
      select: { from: true, until: true, contribution: { select: { roundtableId: true } } },
    });
    if (!clearance) return "absent";
    const { from, until, contribution } = clearance;
    if (until) return "stood";
    await tx.clearance.update({
      where: { id: clearanceId },
      data: { until: at > from ? at : from },
      select: { id: true },
    });
    await publish(tx, { kind: "contribution.changed", reviewId, roundtableId: contribution.roundtableId });
    return "applied";
  },
});
