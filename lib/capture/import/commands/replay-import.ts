import { publish } from "@/lib/platform/events";
import { replaying } from "@/lib/platform/ledger/replay";
import { markUndone } from "./undo-import";

/** After a restore: imports that were undone since. */
export const replayImport = replaying({
  "import.undo": async (tx, { reviewId, importId }, { at }) => {
    const found = await tx.import.findUnique({
      where: { id: importId },
      select: { state: true, roundtableId: true },
    });
    if (!found) return "absent";
    if (found.state === "undone") return "stood";
    await markUndone(tx, importId, at);
    await publish(tx, { kind: "contribution.changed", reviewId, roundtableId: found.roundtableId });
    return "applied";
  },
});
