import { EmptyState } from "@/components/ui/empty-state";
import { TaskList } from "@/components/ui/navigation/task-list";
import { can, type Viewer } from "@/lib/access/policy";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { listReports, type Report } from "@/lib/report/draft/queries/reports";
import { REPORT_STATE_WORDS } from "@/lib/report/draft/report";
import { countOpenComments } from "@/lib/comment/thread/queries/comments";

type Props = { viewer: Viewer; review: Review };

const SHOWN = 8;

/** The reports that the viewer may open: those out for comment link to the comments. */
export async function ReportTasks({ viewer, review }: Props) {
  const [reports, open] = await Promise.all([
    listReports(viewer, review.id),
    countOpenComments(viewer, review.id),
  ]);
  const tasks = reports.slice(0, SHOWN).map((report) => ({
    title: report.title,
    href: `/reviews/${review.slug}/reports/${report.slug}${report.state === "in_review" ? "/comments" : ""}`,
    hint: hint(report, open.get(report.id) ?? 0),
    status: REPORT_STATE_WORDS[report.state],
  }));
  return (
    <section aria-labelledby="reports">
      <h2 id="reports" className="mb-3">
        Reports
      </h2>
      {tasks.length > 0 ? (
        <TaskList tasks={tasks} />
      ) : (
        <EmptyState title="No report is open to you yet">
          {can(viewer, "report.write", { reviewId: review.id })
            ? "Write findings first. Then start a draft from them on the reports page."
            : "Reports appear here when they are out for comment or published."}
        </EmptyState>
      )}
    </section>
  );
}

function hint({ state, roundtable }: Report, comments: number): string {
  const scope = roundtable ? roundtable.title : "The whole review";
  if (state !== "in_review") return scope;
  return `${scope} · ${comments === 0 ? "no open comments" : `${comments} open ${comments === 1 ? "comment" : "comments"}`}`;
}
