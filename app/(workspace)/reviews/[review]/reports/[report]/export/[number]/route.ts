import { noteDownload } from "@/lib/access/reading";
import { viewerRoute } from "@/lib/access/route";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { invalid, notFound } from "@/lib/platform/errors";
import { toDocx } from "@/lib/report/export/docx";
import { EXPORT_FORMATS, exportFileName, isExportFormat } from "@/lib/report/export/exported";
import { toMarkdown } from "@/lib/report/export/markdown";
import { getReport } from "@/lib/report/draft/queries/reports";
import { exported, getVersion } from "@/lib/report/version/queries/versions";

type Params = { review: string; report: string; number: string };

/** A version as a file. Anybody who may read the version may download it, with the same published figures. */
export const GET = viewerRoute<Params>(
  async (viewer, request, { review: reviewSlug, report: slug, number }) => {
    const review = await getReview(viewer, reviewSlug);
    const report = await getReport(viewer, review.id, slug);
    if (!/^[1-9]\d{0,5}$/.test(number)) throw notFound("version");
    const version = exported(report, await getVersion(viewer, report, Number(number)));
    const format = new URL(request.url).searchParams.get("format");
    if (!isExportFormat(format)) throw invalid("Ask for format=docx or format=md.", "format");
    await noteDownload(viewer, `report-${format}`, {
      reviewId: review.id,
      subjectType: "report",
      subjectId: report.id,
      version: version.number,
    });
    return new Response(format === "docx" ? await toDocx(version) : toMarkdown(version), {
      headers: {
        "content-type": EXPORT_FORMATS[format].type,
        "content-disposition": `attachment; filename="${exportFileName(slug, version.number, format)}"`,
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
    });
  },
);
