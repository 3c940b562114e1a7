import { TaskList } from "@/components/ui/task-list";
import type { Viewer } from "@/lib/access/policy";
import type { Review } from "@/lib/capture/queries";
import type { Roundtable, RoundtableProgress } from "@/lib/capture/roundtable";
import { countOf } from "@/lib/capture/words";
import { listReports } from "@/lib/report/queries/reports";
import { REPORT_STATE_WORDS } from "@/lib/report/report";
import { countFindingsFrom } from "@/lib/synthesise/queries";

type Props = { viewer: Viewer; review: Review; roundtable: Roundtable; progress: RoundtableProgress };

/** Where a closed roundtable goes from here: to its findings, its figures, and the drafts about it. */
export async function ClosedNext({ viewer, review, roundtable, progress }: Props) {
  const [findings, reports] = await Promise.all([
    countFindingsFrom(viewer, roundtable.id),
    listReports(viewer, review.id),
  ]);
  const base = `/reviews/${review.slug}`;
  const drafts = reports
    .filter(({ roundtableId }) => roundtableId === roundtable.id)
    .map(({ title, slug, state }) => ({
      title: `Report: ${title}`,
      href: `${base}/reports/${slug}`,
      status: REPORT_STATE_WORDS[state],
    }));
  return (
    <section aria-labelledby="next" className="mt-8">
      <h2 id="next" className="mb-3">
        What comes next
      </h2>
      <TaskList
        tasks={[
          {
            title: "Write findings",
            href: `${base}/findings`,
            hint: "Say in one sentence what contributions under a theme have in common, and attach them.",
            status: findings === 0 ? "None yet" : `${countOf(findings, "finding")} from this roundtable`,
          },
          {
            title: "See the figures",
            href: `${base}/dashboard?roundtable=${roundtable.slug}`,
            hint: "How many people raised each theme here.",
            status: `${progress.heard} of ${countOf(progress.people, "person", "people")} heard`,
          },
          ...drafts,
          {
            title: drafts.length > 0 ? "Start another draft" : "Start a draft",
            href: `${base}/reports/new?roundtable=${roundtable.slug}`,
            hint: "A summary of this roundtable is written from its findings. You edit it from there.",
            status: null,
          },
        ]}
      />
    </section>
  );
}
