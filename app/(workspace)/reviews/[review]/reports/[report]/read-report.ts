import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { getReport } from "@/lib/report/draft/queries/reports";

/** The viewer and the report in the address; not found where they may not open it. */
export async function readReport(params: Promise<{ review: string; report: string }>) {
  const { review: reviewSlug, report: slug } = await params;
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, reviewSlug));
  const report = await forPage(getReport(viewer, review.id, slug));
  return { viewer, report };
}

/** The title of a report's page, for the browser's tab; nothing of a report that the viewer may not open. */
export async function reportTitle(params: Promise<{ review: string; report: string }>, page?: string) {
  const { report } = await readReport(params);
  return { title: page ? `${page} - ${report.title}` : report.title };
}
