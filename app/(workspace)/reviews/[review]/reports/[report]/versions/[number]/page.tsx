import { ReportContents } from "@/components/report/draft/report-contents";
import { ReportText } from "@/components/report/draft/report-text";
import { Notice } from "@/components/ui/notice";
import { VersionDownloads } from "@/components/report/export/version-downloads";
import { Link } from "@/components/ui/link";
import { can } from "@/lib/access/policy";
import { formatInstant } from "@/lib/platform/text/dates";
import { FIGURES_NOTE } from "@/lib/report/export/exported";
import { shortHash } from "@/lib/report/version/version";
import { reportPath, followedVersion } from "../../../shown-report";
import { versionFiles } from "../../../version-files";
import { publicationWords } from "../../publication-words";
import { PublishedPageLink } from "../../published-page-link";
import { reportTitle } from "../../read-report";
import { ReportHeader } from "../../report-header";
import { readVersionPage } from "./read-version";

type Props = PageProps<"/reviews/[review]/reports/[report]/versions/[number]">;

export async function generateMetadata({ params }: Props) {
  return reportTitle(params, `Version ${(await params).number}`);
}

export default async function VersionPage({ params }: Props) {
  const { viewer, report, version, versions } = await readVersionPage(params);
  const blocks = await followedVersion(viewer, report, version);
  const stands = version.publishedAt !== null && version.withdrawnAt === null;
  return (
    <>
      <ReportHeader
        viewer={viewer}
        report={report}
        here="history"
        meta={`Version ${version.number}, as it stood on ${formatInstant(version.savedAt)}. ${publicationWords(version, versions)}. Fingerprint ${shortHash(version.hash)}.`}
        actions={
          version.publishedAt && (
            <>
              <PublishedPageLink report={report} number={version.number} />
              {stands && can(viewer, "report.withdraw", report) && (
                <Link
                  href={`${reportPath(report)}/versions/${version.number}/withdraw`}
                  className="py-2 text-meta"
                >
                  Withdraw
                </Link>
              )}
            </>
          )
        }
      />
      {version.withdrawnAt && (
        <div className="mb-6">
          <Notice tone="warning" title="This version was withdrawn">
            Only facilitators still read it here. At its address stands: “{version.notice}”
          </Notice>
        </div>
      )}
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
        <article className="min-w-0">
          <ReportText blocks={blocks} />
        </article>
      </div>
      <VersionDownloads groups={versionFiles(viewer, report, version.number)} />
    </>
  );
}
