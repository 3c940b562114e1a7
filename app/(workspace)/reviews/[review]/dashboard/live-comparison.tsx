import { ChangeSections } from "@/components/aggregate/live/change-sections";
import { ComparisonTable } from "@/components/aggregate/live/comparison-table";
import type { ThemeTable } from "@/lib/aggregate/figures/figures";
import { compareTables, inTime } from "@/lib/aggregate/live/comparison";
import { filterFields } from "@/lib/aggregate/live/filter-address";
import { isSameFilter } from "@/lib/aggregate/live/live-filter";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { AXES, AXIS_ORDER } from "@/lib/tag/codebook/theme";
import { dashboardHref } from "./address";
import type { Opened } from "./open-figures";

type Props = { review: Review; opened: Extract<Opened, { kind: "live" }>; compared: ThemeTable };

/** Two groups side by side and, where they differ in time alone, what changed. */
export function LiveComparison({ review, opened, compared }: Props) {
  const { table, asked, choices } = opened;
  const rows = compareTables(table, compared);
  const [first, second] = [asked.first.filter, asked.second?.filter ?? asked.first.filter];
  const time = inTime(
    first,
    second,
    choices.roundtables.map(({ slug }) => slug),
  );
  const fields = filterFields(first);
  return (
    <>
      <p className="max-w-measure text-meta text-soft">
        {isSameFilter(first, second)
          ? "The two groups are the same. Choose another second group under “Compare with another group”."
          : "Each figure is a count out of the people present in its group. The groups are small and were not drawn at random, so there are no percentages and no tests of significance. A person may be in both."}
      </p>
      {AXIS_ORDER.filter((axis) => rows.some((row) => row.axis === axis)).map((axis) => (
        <section key={axis} aria-labelledby={`${axis}s`} className="mt-7">
          <h2 id={`${axis}s`}>{AXES[axis]}</h2>
          <div className="mt-3">
            <ComparisonTable
              caption={`${AXES[axis]}: people who raised each, in two groups`}
              axis={axis}
              rows={rows}
              hrefOf={(theme) => dashboardHref(review.slug, { fields, theme: theme.slug })}
            />
          </div>
        </section>
      ))}
      {time && <ChangeSections rows={rows} time={time} />}
    </>
  );
}
