import { fileAnswer } from "@/app/(workspace)/reviews/[review]/file-answer";
import { versionContents } from "@/app/(workspace)/reviews/[review]/reports/version-contents";
import { readPublication } from "@/app/published/read-publication";
import { asRefusal } from "@/lib/access/fault";
import { noteDownload } from "@/lib/access/reading";
import { limitRate, type Limit } from "@/lib/access/sign-in/rate-limit";
import { clientAddress } from "@/lib/access/sign-in/transport";
import { findViewer } from "@/lib/access/viewer";
import { HTTP_STATUS } from "@/lib/platform/errors";
import { EXPORT_FORMATS, exportFileName, isPublicFormat } from "@/lib/report/export/exported";
import { exported } from "@/lib/report/version/queries/versions";

/** Making a file takes a moment of a processor's time, and nobody need be signed in to ask for one. */
const FILES: Limit = { what: "published file", burst: 30, everyMs: 10_000 };

/** A published version as a file, for whoever may read its page. A withdrawn one has none. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/published/[review]/[report]/[number]/file">,
) {
  const place = await params;
  const viewer = await findViewer();
  const publication = await readPublication(viewer, place);
  if (!publication || publication.version.withdrawnAt)
    return said("There is no report here to download.", 404);
  const format = new URL(request.url).searchParams.get("format");
  if (!isPublicFormat(format)) return said("Ask for format=pdf, format=docx, format=html or format=md.", 422);
  const { report, version } = publication;
  try {
    await limitRate(FILES, clientAddress(request.headers));
    if (viewer)
      await noteDownload(viewer, `report-${format}`, {
        reviewId: report.reviewId,
        subjectType: "report",
        subjectId: report.id,
        version: version.number,
      });
    const contents = await versionContents(exported(report, version), format, false);
    const name = exportFileName(report.slug, version.number, format);
    return fileAnswer(contents, EXPORT_FORMATS[format].type, name);
  } catch (error) {
    const { kind, message } = await asRefusal("published-file.failed", error);
    return said(message, HTTP_STATUS[kind]);
  }
}

function said(message: string, status: number): Response {
  return new Response(message, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" },
  });
}
