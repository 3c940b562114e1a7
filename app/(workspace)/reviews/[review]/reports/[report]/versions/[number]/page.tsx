import { notFound } from "next/navigation";
import { ReportContents } from "@/components/report/draft/report-contents";
import { ReportText } from "@/components/report/draft/report-text";
import { Notice } from "@/components/ui/notice";
import { forPage } from "@/lib/access/page";
import { formatDate, formatInstant } from "@/lib/platform/text/dates";
import { EXPORT_FORMATS, FIGURES_NOTE } from "@/lib/report/export/exported";
import { getVersion } from "@/lib/report/version/queries/versions";
import { shortHash } from "@/lib/report/version/version";
import { reportPath, shownVersion } from "../../../shown-report";
import { readReport, reportTitle } from "../../read-report";
import { ReportHeader } from "../../report-header";

type Props = PageProps<"/reviews/[review]/reports/[report]/versions/[number]">;

export async function generateMetadata({ params }: Props) {
  return reportTitle(params, `Version ${(await params).number}`);
}

export default async function VersionPage({ params }: Props) {
  const { viewer, report } = await readReport(params);
  const { number } = await params;
  if (!/^[1-9]\d{0,5}$/.test(number)) notFound();
  const version = await forPage(getVersion(viewer, report, Number(number)));
  const blocks = shownVersion(report, version);
  const state = version.publishedAt ? `Published on ${formatDate(version.publishedAt)}.` : "Not published.";
  return (
    <>
      <ReportHeader
        viewer={viewer}
        report={report}
        here="history"
        meta={`Version ${version.number}, as it stood on ${formatInstant(version.savedAt)}. ${state} Fingerprint ${shortHash(version.hash)}.`}
        actions={Object.entries(EXPORT_FORMATS).map(([format, { word }]) => (
          <a
            key={format}
            href={`${reportPath(report)}/export/${version.number}?format=${format}`}
            className="py-2 text-meta"
          >
            {word}
          </a>
        ))}
      />
      {!version.verified && (
        <div className="mb-6">
          <Notice tone="warning" title="This version has been changed">
            Its text has changed since it was saved. Tell the person who runs this application.
          </Notice>
        </div>
      )}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <div className="lg:sticky lg:top-6 lg:self-start">
          <ReportContents blocks={blocks} />
          <p className="mt-4 text-sm text-soft">{FIGURES_NOTE(report.review.smallNumber)}</p>
        </div>
        <article>
          <ReportText blocks={blocks} />
        </article>
      </div>
    </>
  );
}
