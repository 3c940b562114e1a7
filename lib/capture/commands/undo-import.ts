import { requireCan, type Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit";
import { command } from "@/lib/platform/command";
import { visibleRoundtables } from "@/lib/access/scope";
import { notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { UndoImportInput } from "../import";
import { findRoundtable, lockRoundtable, requireRecording } from "./find-roundtable";

/** Takes an import back as one: its lines are nobody's to see from now on. Doing it again changes nothing. */
export const undoImport = command(async (tx, viewer: Viewer, { importId }: UndoImportInput) => {
  const found = await tx.import.findFirst({
    where: { id: importId, roundtable: visibleRoundtables(viewer) },
    select: { roundtableId: true, state: true, rows: true },
  });
  if (!found) throw notFound("import");
  const { roundtableId } = found;
  await lockRoundtable(tx, roundtableId);
  const { reviewId, slug, state } = await findRoundtable(tx, viewer, roundtableId);
  requireCan(viewer, "contribution.import", { reviewId });
  if (found.state === "undone") return { slug };
  requireRecording(state);
  await tx.import.update({
    where: { id: importId },
    data: { state: "undone", undoneAt: new Date() },
    select: { id: true },
  });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "contribution.undo-import",
    subjectType: "import",
    subjectId: importId,
    detail: { roundtableId, rows: found.rows },
  });
  await publish(tx, { kind: "contribution.changed", reviewId, roundtableId });
  return { slug };
});
