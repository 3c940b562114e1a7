import { requireCan, type Viewer } from "@/lib/access/policy";
import { readReportFigures } from "@/lib/aggregate/publication/queries/report-figures";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { invalid } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { findReport, readBlocks } from "../queries/reports";
import type { BindInput } from "../report";
import { restated } from "../restate";
import { writeBlock } from "./write-block";

/**
 * Binds a draft to another release. Its live figures take that release's words; what the release does not show is left as it
 * is, and the checks point it out. A paragraph that changes keeps what it said as a revision.
 */
export const bindRelease = command(async (tx, viewer: Viewer, { reportId, releaseId }: BindInput) => {
  const report = await findReport(tx, viewer, reportId);
  requireCan(viewer, "report.write", report);
  if (report.releaseId === releaseId) return { changed: 0 };
  const figures = await readReportFigures(tx, viewer, { ...report, releaseId });
  if (!figures) throw invalid("That release does not cover what this report is about. Choose another one.");
  await tx.report.update({ where: { id: report.id }, data: { releaseId }, select: { id: true } });
  let changed = 0;
  for (const block of await readBlocks(tx, report.id, { removedAt: null, erasedAt: null })) {
    const { content, changes } = restated(block.content, figures);
    if (changes.every(({ to }) => to === null)) continue;
    const { revision } = block;
    const written = { ...block, reportId: report.id };
    await writeBlock(tx, viewer, { block: written, reviewId: report.reviewId, revision, content });
    changed += changes.filter(({ to }) => to !== null).length;
  }
  const { reviewId } = report;
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "report.bind",
    subjectType: "report",
    subjectId: report.id,
    detail: { releaseId, changed },
  });
  await publish(tx, { kind: "report", reviewId, reportId: report.id });
  return { changed };
});
