import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { ButtonLink } from "@/components/ui/navigation/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Tag, type TagTone } from "@/components/ui/tag";
import { forPage, pageViewer } from "@/lib/access/page";
import { can } from "@/lib/access/policy";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { formatInstant } from "@/lib/platform/text/dates";
import { listReports } from "@/lib/report/draft/queries/reports";
import { REPORT_STATE_WORDS, type ReportState } from "@/lib/report/draft/report";
import { countOpenComments } from "@/lib/comment/thread/queries/comments";

export const metadata: Metadata = { title: "Reports" };

const TONE: Record<ReportState, TagTone> = { draft: "plain", in_review: "accent", published: "success" };

export default async function Reports({ params }: PageProps<"/reviews/[review]/reports">) {
  const { review: slug } = await params;
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, slug));
  const [reports, comments] = [
    await forPage(listReports(viewer, review.id)),
    await forPage(countOpenComments(viewer, review.id)),
  ];
  const writes = can(viewer, "report.write", { reviewId: review.id });
  const start = <ButtonLink href={`/reviews/${slug}/reports/new`}>Start a draft</ButtonLink>;
  return (
    <>
      <PageHeader
        title="Reports"
        meta={
          can(viewer, "report.style", { reviewId: review.id }) && (
            <Link href={`/reviews/${slug}/house-style`}>House style of reports</Link>
          )
        }
        actions={writes && reports.length > 0 && start}
      />
      {reports.length === 0 ? (
        <EmptyState title="No reports yet" action={writes && start}>
          {writes
            ? "We write a first draft from the findings of the review or of one roundtable. You can then edit it."
            : "A report appears here when it is out for comment or published."}
        </EmptyState>
      ) : (
        <ul className="border-t border-line">
          {reports.map((report) => (
            <li
              key={report.id}
              className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-faint py-4"
            >
              <div className="min-w-0">
                <Link href={`/reviews/${slug}/reports/${report.slug}`} className="text-subheading">
                  {report.title}
                </Link>
                <p className="text-meta text-soft">
                  {report.roundtable?.title ?? "The whole review"}, started on{" "}
                  {formatInstant(report.createdAt)}
                </p>
              </div>
              <p className="flex items-baseline gap-3 text-meta">
                <OpenComments count={comments.get(report.id) ?? 0} />
                <Tag tone={TONE[report.state]}>{REPORT_STATE_WORDS[report.state]}</Tag>
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function OpenComments({ count }: { count: number }) {
  return count > 0 && <span>{count === 1 ? "1 open comment" : `${count} open comments`}</span>;
}
