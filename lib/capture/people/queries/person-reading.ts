import type { Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit";
import type { Tx } from "@/lib/platform/db";

/** Names shown again within this time do not count as another reading of them. */
const SITTING_MS = 4 * 3_600_000;

type Read = { reviewId: string; subjectType: "roundtable" | "review"; subjectId: string };

/** Records that the viewer read names, once within that time. */
export async function noteReading(tx: Tx, { userId }: Viewer, read: Read): Promise<void> {
  const noted = await tx.auditEntry.count({
    where: {
      ...read,
      actorId: userId,
      action: "identity.read",
      at: { gt: new Date(Date.now() - SITTING_MS) },
    },
  });
  if (noted === 0) await audit(tx, { ...read, actorId: userId, action: "identity.read" });
}
