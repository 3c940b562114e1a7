import { publish } from "@/lib/platform/events";
import { replaying } from "@/lib/platform/ledger/replay";

/** The ledger holds no words, and so no notices. */
const LOST_NOTICE =
  "This version was withdrawn. The application was restored from a backup since then, which did not hold the reason.";

/** After a restore: published versions that were withdrawn since. One that the backup does not have as published is none. */
export const replayVersion = replaying({
  "version.withdraw": async (tx, { reviewId, versionId }, { at, byId }) => {
    const found = await tx.version.findFirst({
      where: { id: versionId, publishedAt: { not: null } },
      select: { reportId: true, withdrawnAt: true, publishedById: true },
    });
    if (!found) return "absent";
    if (found.withdrawnAt) return "stood";
    // Whoever published it stands for a lead who joined since the backup.
    const data = { withdrawnAt: at, withdrawnById: byId ?? found.publishedById, notice: LOST_NOTICE };
    await tx.version.update({ where: { id: versionId }, data, select: { id: true } });
    await publish(tx, { kind: "report", reviewId, reportId: found.reportId, ids: [versionId] });
    return "applied";
  },
});
