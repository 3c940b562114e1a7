import { publish } from "@/lib/platform/events";
import { replaying } from "@/lib/platform/ledger/replay";

/** After a restore: names that were removed since. A name that was entered after that has to be entered again. */
export const replayIdentity = replaying({
  "identity.remove": async (tx, { reviewId, personId }) => {
    const { count } = await tx.identity.deleteMany({ where: { personId } });
    if (count === 0) return "stood";
    await publish(tx, { kind: "participant.changed", reviewId });
    return "applied";
  },
});
