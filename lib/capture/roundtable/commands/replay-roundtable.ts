import { publish } from "@/lib/platform/events";
import { replaying } from "@/lib/platform/ledger/replay";
import { mayBecome } from "../roundtable";

/** After a restore: what people may repeat outside the room, as it was changed since. */
export const replayRoundtable = replaying({
  "confidentiality.set": async (tx, { reviewId, roundtableId, confidentiality }) => {
    const found = await tx.roundtable.findUnique({
      where: { id: roundtableId },
      select: { state: true, confidentiality: true },
    });
    if (!found) return "absent";
    const before = found.confidentiality;
    if (before === confidentiality || !mayBecome(found.state, before, confidentiality)) return "stood";
    await tx.roundtable.update({
      where: { id: roundtableId },
      data: { confidentiality, revision: { increment: 1 } },
      select: { id: true },
    });
    await publish(tx, { kind: "roundtable.changed", reviewId, roundtableId });
    return "applied";
  },
});
