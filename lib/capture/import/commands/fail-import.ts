import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { publish } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";

/**
 * Fails an import, with the reason: nothing of it can become visible any more, and a job deletes what there
 * is of it. Its file may be chosen again.
 */
export async function failImport(tx: Tx, importId: string, reason: string): Promise<void> {
  const { roundtable } = await tx.import.update({
    where: { id: importId },
    data: {
      state: "failed",
      mapping: {},
      reading: {},
      problems: [{ line: 0, reason }],
      fileDigest: sha256(randomUUID()),
    },
    select: { roundtable: { select: { id: true, reviewId: true } } },
  });
  await enqueue(tx, { kind: "clear-import", key: importId, payload: { importId } });
  const { reviewId, id: roundtableId } = roundtable;
  await publish(tx, { kind: "import.changed", reviewId, roundtableId });
}
