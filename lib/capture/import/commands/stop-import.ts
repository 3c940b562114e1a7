import type { Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { cancelJob } from "@/lib/platform/jobs";
import type { ImportIdInput } from "../import";
import { failImport } from "./fail-import";
import { findImport } from "./find-import";

/**
 * Discards a chosen file and everything kept of it, or stops an import that is running, so that none of its
 * contributions gets into the record. An import that has ended stays as it is.
 */
export const stopImport = command(async (tx, viewer: Viewer, { importId }: ImportIdInput) => {
  const { state, jobId, roundtable } = await findImport(tx, viewer, importId);
  const { reviewId, slug } = roundtable;
  if (state === "chosen") await tx.import.delete({ where: { id: importId }, select: { id: true } });
  if (state !== "staged") return { slug, left: state === "chosen" };
  if (jobId) await cancelJob(tx, jobId);
  await failImport(
    tx,
    importId,
    "The import was stopped before it finished. Nothing from the file was added to the record.",
  );
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "contribution.stop-import",
    subjectType: "import",
    subjectId: importId,
    detail: { roundtableId: roundtable.id },
  });
  return { slug, left: false };
});
