import { fileAnswer } from "@/app/(workspace)/reviews/[review]/file-answer";
import { noteDownload } from "@/lib/access/reading";
import { requireCan } from "@/lib/access/policy";
import { viewerRoute } from "@/lib/access/route";
import { invalid, notFound } from "@/lib/platform/errors";
import { getReport } from "@/lib/report/draft/queries/reports";
import { EXPORT_FORMATS, exportFileName, isExportFormat } from "@/lib/report/export/exported";
import { exported, getVersion } from "@/lib/report/version/queries/versions";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { annexContents, annotatedVersion, openDocx, versionContents } from "../../../version-contents";

type Params = { review: string; report: string; number: string };

/**
 * A version as a file. Anybody who may read the version may download it as it reads; with footnotes whoever may read
 * released figures; with open comments and suggestions facilitators alone.
 */
export const GET = viewerRoute<Params>(
  async (viewer, request, { review: reviewSlug, report: slug, number }) => {
    const review = await getReview(viewer, reviewSlug);
    const report = await getReport(viewer, review.id, slug);
    if (!/^[1-9]\d{0,5}$/.test(number)) throw notFound("version");
    const version = await getVersion(viewer, report, Number(number));
    const query = new URL(request.url).searchParams;
    const format = query.get("format");
    const asked = { annotated: query.get("annotated") === "yes", comments: query.get("comments") === "yes" };
    if (!isExportFormat(format))
      throw invalid("Ask for format=pdf, format=docx, format=html, format=md or format=xlsx.", "format");
    if (asked.comments) requireCan(viewer, "review.work", report);
    if (asked.annotated) requireCan(viewer, "figures.released", report);
    const isOpen = format === "docx" && asked.comments;
    await noteDownload(viewer, isOpen ? "report-docx-open" : `report-${format}`, {
      reviewId: review.id,
      subjectType: "report",
      subjectId: report.id,
      version: version.number,
    });
    const contents = async () => {
      if (isOpen) return openDocx(viewer, report, version);
      if (format === "xlsx") return annexContents(viewer, report, version);
      const shown = asked.annotated
        ? await annotatedVersion(viewer, report, version)
        : exported(report, version);
      return versionContents(shown, format, asked.annotated);
    };
    const name = exportFileName(slug, version.number, format);
    return fileAnswer(await contents(), EXPORT_FORMATS[format].type, name);
  },
);
