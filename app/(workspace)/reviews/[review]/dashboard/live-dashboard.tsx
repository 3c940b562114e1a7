import { AsAtNote } from "@/components/aggregate/figures/as-at-note";
import { HowCounted } from "@/components/aggregate/figures/how-counted";
import type { Viewer } from "@/lib/access/policy";
import { headline, THEMES_OVERLAP, WHOSE_VIEWS } from "@/lib/aggregate/figures/figure-words";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { dashboardHref } from "./address";
import { dayOf } from "./as-at";
import { DashboardScope } from "./dashboard-scope";
import { FiguresNote } from "./figures-note";
import type { Opened } from "./open-figures";
import { StrongestFindings } from "./strongest-findings";
import { ThemeSections } from "./theme-sections";

type Props = { viewer: Viewer; review: Review; opened: Extract<Opened, { kind: "live" }> };

/** The exact figures of now, or of an earlier day, as facilitators see them. */
export function LiveDashboard({ viewer, review, opened }: Props) {
  const { table, asAt } = opened;
  const { roundtable } = table.scope;
  // Findings are always current, so they are not shown with figures of an earlier day.
  const findingsAlongside = !roundtable && !asAt.on;
  return (
    <>
      <div className="mb-6">
        <p className="text-lg">{headline(table)} Figures count people, not mentions.</p>
        {!asAt.on && (
          <FiguresNote viewer={viewer} reviewId={review.id} roundtableId={roundtable?.id ?? null} />
        )}
        <p className="mt-2 max-w-measure text-meta text-soft">{THEMES_OVERLAP}</p>
        <p className="mt-2 max-w-measure text-meta text-soft">{WHOSE_VIEWS}</p>
      </div>
      <AsAtNote on={asAt.on} problem={asAt.problem} />
      <DashboardScope review={review} opened={opened} />
      <div
        className={`mt-8 ${findingsAlongside ? "grid gap-x-14 gap-y-12 xl:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]" : ""}`}
      >
        <ThemeSections
          past={asAt.on !== null}
          table={table}
          hrefOf={(theme) =>
            dashboardHref(review.slug, {
              roundtable: roundtable?.slug ?? null,
              on: dayOf(asAt.on),
              theme: theme.slug,
            })
          }
        />
        {findingsAlongside && <StrongestFindings viewer={viewer} review={review} />}
      </div>
      <div className="mt-6">
        <HowCounted />
      </div>
    </>
  );
}
