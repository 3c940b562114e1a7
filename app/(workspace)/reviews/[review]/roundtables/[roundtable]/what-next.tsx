import { StateStep } from "@/components/capture/roundtable/state-step";
import { TaskList } from "@/components/ui/navigation/task-list";
import type { Viewer } from "@/lib/access/policy";
import type { Review } from "@/lib/review/settings/queries/reviews";
import type { Roundtable, RoundtableProgress } from "@/lib/capture/roundtable/roundtable";
import type { RoundtableState } from "@/lib/capture/roundtable/states";
import { countOf } from "@/lib/platform/text/count-words";
import { listReports } from "@/lib/report/draft/queries/reports";
import { REPORT_STATE_WORDS } from "@/lib/report/draft/report";
import { countFindingsFrom } from "@/lib/synthesise/finding/queries/findings";
import { changeState } from "./actions";
import type { RoundtableSlugs } from "./read-roundtable";

type Props = {
  viewer: Viewer;
  review: Review;
  roundtable: Roundtable;
  progress: RoundtableProgress;
  slugs: RoundtableSlugs;
  /** The states to which the viewer may change it. */
  steps: readonly RoundtableState[];
};

/**
 * After the session has ended: findings, figures and drafts, and the step to the next state, if there is one.
 */
export async function WhatNext({ steps, ...props }: Props) {
  const { roundtable, slugs } = props;
  const ended = roundtable.state === "read_back" || roundtable.state === "closed";
  return (
    <section aria-labelledby="next" className="mt-8 grid gap-3">
      <h2 id="next">What comes next</h2>
      {ended && <TaskList tasks={await tasksAfter(props)} />}
      {steps.map((to) => (
        <StateStep key={to} roundtable={roundtable} to={to} action={changeState.bind(null, slugs)} />
      ))}
      {roundtable.state === "read_back" && !steps.includes("closed") && (
        <p className="max-w-measure text-meta text-soft">The lead of the review closes this roundtable.</p>
      )}
    </section>
  );
}

async function tasksAfter({ viewer, review, roundtable, progress }: Omit<Props, "steps">) {
  const findings = await countFindingsFrom(viewer, roundtable.id);
  const base = `/reviews/${review.slug}`;
  const { heard, people } = progress;
  return [
    {
      title: "Write a finding",
      href: `${base}/findings/new?roundtable=${roundtable.slug}`,
      hint: "Say in one sentence what contributions under a theme have in common, and attach them.",
      status: findings === 0 ? "None yet" : `${countOf(findings, "finding")} from this roundtable`,
    },
    {
      title: "See the figures",
      href: `${base}/dashboard?roundtable=${roundtable.slug}`,
      hint: "How many people raised each theme here.",
      status: `${heard} of ${countOf(people, "person", "people")} heard`,
    },
    ...(await drafts(viewer, review, roundtable)),
  ];
}

async function drafts(viewer: Viewer, review: Review, { id, slug, state }: Roundtable) {
  const base = `/reviews/${review.slug}/reports`;
  const reports = (await listReports(viewer, review.id)).filter(({ roundtableId }) => roundtableId === id);
  return [
    ...reports.map((report) => ({
      title: `Report: ${report.title}`,
      href: `${base}/${report.slug}`,
      status: REPORT_STATE_WORDS[report.state],
    })),
    {
      title: reports.length > 0 ? "Start another draft" : "Start a draft",
      href: `${base}/new?roundtable=${slug}`,
      hint:
        state === "closed"
          ? "We write a summary of this roundtable from its findings. You can then edit it."
          : "We write a summary from the findings so far. The record can still change until the roundtable is closed.",
      status: null,
    },
  ];
}
