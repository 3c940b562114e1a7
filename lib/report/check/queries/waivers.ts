import type { Tx } from "@/lib/platform/db";
import type { StandingWaiver } from "../waiver";

/** The waivers of a report whose blocks have not been edited since. The caller has asked the policy. */
export async function readWaivers(tx: Tx, reportId: string): Promise<StandingWaiver[]> {
  const rows = await tx.waiver.findMany({
    where: { reportId, endedAt: null, block: { removedAt: null, erasedAt: null } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      blockId: true,
      check: true,
      reason: true,
      revision: true,
      block: { select: { revision: true, section: true } },
    },
  });
  return rows
    .filter(({ revision, block }) => revision === block.revision)
    .map(({ id, blockId, check, reason, block }) => ({ id, blockId, check, reason, section: block.section }));
}
