import { randomUUID } from "node:crypto";
import { CommentOnBlock } from "@/components/comment/thread/comment-on-block";
import { CommentOnSelection } from "@/components/comment/thread/comment-on-selection";
import { CommentedText } from "@/components/comment/thread/commented-text";
import { EmptyState } from "@/components/ui/empty-state";
import { forPage, requireForPage } from "@/lib/access/page";
import { can } from "@/lib/access/policy";
import { formatDate } from "@/lib/platform/text/dates";
import { FIGURES_NOTE } from "@/lib/report/export/exported";
import { getVersion, listVersions } from "@/lib/report/version/queries/versions";
import { listComments } from "@/lib/comment/thread/queries/comments";
import { shownText } from "@/components/report/draft/shown";
import { reportPages, shownVersion } from "../../shown-report";
import { readReport, reportTitle } from "../read-report";
import { ReportHeader } from "../report-header";
import { comment, commentBlock } from "./actions";
import { placeComments } from "./placed-comments";
import { ThreadList } from "./thread-list";

type Props = PageProps<"/reviews/[review]/reports/[report]/comments">;

export const generateMetadata = ({ params }: Props) => reportTitle(params, "Comments");

/** The newest version with its comments: what Fellows read, whatever the draft says meanwhile. */
export default async function ReviewReport({ params }: Props) {
  const { viewer, report } = await readReport(params);
  if (!reportPages(viewer, report).includes("comments")) await requireForPage(viewer, "report.write", report);
  const [newest] = await forPage(listVersions(viewer, report));
  if (!newest)
    return (
      <>
        <ReportHeader viewer={viewer} report={report} here="comments" />
        <EmptyState title="Not out for comment yet">
          Fellows can comment here when the lead opens the draft for comments.
        </EmptyState>
      </>
    );
  const version = await forPage(getVersion(viewer, report, newest.number));
  const threads = await forPage(listComments(viewer, report));
  const blocks = shownVersion(report, version);
  const { commented, numbered } = placeComments(blocks, threads);
  const comments = report.state === "in_review" && can(viewer, "comment.write", report);
  const ids = { reportId: report.id, versionId: version.id };
  return (
    <>
      <ReportHeader
        viewer={viewer}
        report={report}
        here="comments"
        meta={`Version ${version.number}, saved on ${formatDate(version.savedAt)}${comments ? "" : ", not out for comment now"}`}
      />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <article className="min-w-0">
          <CommentedText
            blocks={commented}
            under={(block) =>
              comments &&
              !block.gap && (
                <CommentOnBlock
                  {...ids}
                  action={commentBlock}
                  commentId={randomUUID()}
                  blockId={block.id}
                  opening={`“${shownText(block).split(" ").slice(0, 6).join(" ")}…”`}
                />
              )
            }
          />
        </article>
        <aside aria-label="Comments">
          {/* The comment form stays next to the text, and the comments scroll below it without being
              covered. */}
          <div className="grid gap-4 lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:grid-rows-[auto_minmax(0,1fr)] print:static print:max-h-none">
            {comments ? <CommentOnSelection {...ids} action={comment} /> : <span />}
            <div className="grid content-start gap-4 p-1 lg:overflow-y-auto print:overflow-visible">
              <p className="text-sm text-soft">{FIGURES_NOTE(report.review.smallNumber)}</p>
              <ThreadList viewer={viewer} report={report} threads={numbered} open={comments} />
            </div>
          </div>
        </aside>
      </div>
    </>
  );
}
