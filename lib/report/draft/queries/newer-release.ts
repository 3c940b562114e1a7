import { requireVisible, type Viewer } from "@/lib/access/policy";
import { newestFor, readReportFigures } from "@/lib/aggregate/publication/queries/report-figures";
import { db } from "@/lib/platform/db";
import { restated, type NewerRelease } from "../restate";
import type { Block, Report } from "./reports";

/** null where the draft is bound to the newest release that covers what it is about, or where none does. */
export async function getNewerRelease(
  viewer: Viewer,
  report: Report,
  blocks: readonly Pick<Block, "content">[],
): Promise<NewerRelease | null> {
  requireVisible(viewer, "report.write", report, "draft");
  const newest = await newestFor(db(), viewer, report);
  if (!newest || newest.id === report.releaseId) return null;
  const bound = await db().release.findFirst({
    where: { id: report.releaseId ?? newest.id, reviewId: report.reviewId },
    select: { number: true },
  });
  const figures = await readReportFigures(db(), viewer, { ...report, releaseId: newest.id });
  return {
    ...newest,
    boundTo: report.releaseId ? (bound?.number ?? null) : null,
    changes: figures ? blocks.flatMap(({ content }) => restated(content, figures).changes) : [],
  };
}
