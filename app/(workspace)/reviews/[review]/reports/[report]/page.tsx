import { Link } from "@/components/ui/link";
import { ReportContents } from "@/components/report/draft/report-contents";
import { NewerReleaseNotice } from "@/components/report/draft/newer-release";
import { ReportText } from "@/components/report/draft/report-text";
import { ButtonLink } from "@/components/ui/navigation/button-link";
import { Notice } from "@/components/ui/notice";
import { forPage } from "@/lib/access/page";
import { can } from "@/lib/access/policy";
import { countOf } from "@/lib/platform/text/count-words";
import { formatDate } from "@/lib/platform/text/dates";
import { getDraft, toldFindings } from "@/lib/report/check/queries/checked-draft";
import { listFindingsNotTold } from "@/lib/report/draft/queries/findings-not-told";
import { getVersion, listVersions } from "@/lib/report/version/queries/versions";
import { FIGURES_NOTE } from "@/lib/report/export/exported";
import { publishedPath, reportPath, shownDraft, followedVersion } from "../shown-report";
import { getNewerRelease } from "@/lib/report/draft/queries/newer-release";
import { countProposals } from "@/lib/report/regenerate/queries/count-proposals";
import { bind } from "../actions";
import { readReport, reportTitle } from "./read-report";
import { PublishedPageLink } from "./published-page-link";
import { ReportHeader } from "./report-header";

type Props = PageProps<"/reviews/[review]/reports/[report]">;

export const generateMetadata = ({ params }: Props) => reportTitle(params);

/** Facilitators read the draft with live figures; everybody else the version that they may open. */
export default async function ReportPage({ params }: Props) {
  const { viewer, report } = await readReport(params);
  if (can(viewer, "report.write", report)) {
    const draft = await forPage(getDraft(viewer, report));
    const blocks = shownDraft(report, draft);
    const newer = await forPage(getNewerRelease(viewer, report, draft.blocks));
    const proposed = await forPage(countProposals(viewer, report));
    const notTold = (await forPage(listFindingsNotTold(viewer, report, toldFindings(draft)))).length;
    return (
      <>
        <ReportHeader
          viewer={viewer}
          report={report}
          here="read"
          meta={
            draft.figures
              ? `The current draft, with the figures of release ${draft.figures.release.number}`
              : "The current draft, which has no figures yet"
          }
          actions={<ButtonLink href={`${reportPath(report)}/edit`}>Edit</ButtonLink>}
        />
        {newer && (
          <div className="mb-8">
            <NewerReleaseNotice reportId={report.id} newer={newer} bind={bind} />
          </div>
        )}
        {proposed > 0 && (
          <div className="mb-8">
            <Notice title="The evidence has changed since this draft was generated">
              <Link href={`${reportPath(report)}/regenerate`}>
                See {countOf(proposed, "proposal")} of what could change
              </Link>
            </Notice>
          </div>
        )}
        {notTold > 0 && (
          <div className="mb-8">
            <Notice
              title={`${countOf(notTold, "finding")} ${notTold === 1 ? "is" : "are"} not in this draft`}
            >
              <Link href={`${reportPath(report)}/edit#not-told`}>See which, and why</Link>
            </Notice>
          </div>
        )}
        <Spread blocks={blocks} note="Select what was said to see the contributions behind it." />
      </>
    );
  }
  // Everything that was published may have been withdrawn since.
  if ((await forPage(listVersions(viewer, report))).length === 0)
    return (
      <>
        <ReportHeader viewer={viewer} report={report} here="read" />
        <Notice title="This report was withdrawn">
          <a href={publishedPath(report)}>Read the notice at its address</a>.
        </Notice>
      </>
    );
  const version = await forPage(getVersion(viewer, report, "latest"));
  return (
    <>
      <ReportHeader
        viewer={viewer}
        report={report}
        here="read"
        meta={`Version ${version.number}, saved on ${formatDate(version.savedAt)}`}
        actions={version.publishedAt && <PublishedPageLink report={report} number={version.number} />}
      />
      <Spread
        blocks={await followedVersion(viewer, report, version)}
        note={FIGURES_NOTE(report.review.smallNumber)}
      />
    </>
  );
}

function Spread({ blocks, note }: { blocks: ReturnType<typeof shownDraft>; note: string }) {
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[13rem_minmax(0,1fr)]">
      <div className="lg:sticky lg:top-6 lg:self-start">
        <ReportContents blocks={blocks} />
        <p className="mt-4 text-sm text-soft">{note}</p>
      </div>
      <article className="min-w-0">
        <ReportText blocks={blocks} />
      </article>
    </div>
  );
}
