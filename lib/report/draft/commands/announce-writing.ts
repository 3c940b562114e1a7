import { requireCan, type Viewer } from "@/lib/access/policy";
import { command } from "@/lib/platform/command";
import { publish } from "@/lib/platform/events";
import { findReport } from "../queries/reports";
import type { WritingInput } from "../report";

/**
 * Tells the others who write in the review in which paragraph the viewer is. Nothing is stored. The report is among the ids,
 * so that readers of a report who do not write it hear nothing.
 */
export const announceWriting = command(async (tx, viewer: Viewer, input: WritingInput) => {
  const { id, reviewId } = await findReport(tx, viewer, input.reportId);
  requireCan(viewer, "report.write", { reviewId });
  const where = input.blockId === null ? [id] : [id, input.blockId];
  await publish(tx, { kind: "presence", reviewId, userId: viewer.userId, ids: where });
});
