import type { Viewer } from "@/lib/access/policy";
import { requireRecording } from "@/lib/capture/roundtable/commands/find-roundtable";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { recordDecision } from "@/lib/platform/ledger/ledger";
import type { ImportIdInput } from "../import";
import { findImport } from "./find-import";

/** Nobody sees its contributions from now on, and nothing of its file is kept. */
export async function markUndone(tx: Tx, importId: string, undoneAt: Date): Promise<void> {
  await tx.import.update({
    where: { id: importId },
    data: { state: "undone", undoneAt, speakers: {}, mapping: {}, reading: {} },
    select: { id: true },
  });
}

/**
 * Undoes an import as a whole: nobody sees its contributions from now on. Undoing it again changes nothing.
 */
export const undoImport = command(async (tx, viewer: Viewer, { importId }: ImportIdInput) => {
  const { state, rows, roundtable } = await findImport(tx, viewer, importId);
  const { reviewId, slug, id: roundtableId } = roundtable;
  if (state === "undone") return { slug };
  if (state !== "visible") throw invalid("This file is not in the record, so there is nothing to undo.");
  requireRecording(roundtable.state);
  await markUndone(tx, importId, new Date());
  await recordDecision(tx, { kind: "import.undo", reviewId, byId: viewer.userId, importId });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "contribution.undo-import",
    subjectType: "import",
    subjectId: importId,
    detail: { roundtableId, rows },
  });
  await publish(tx, { kind: "contribution.changed", reviewId, roundtableId });
  return { slug };
});
