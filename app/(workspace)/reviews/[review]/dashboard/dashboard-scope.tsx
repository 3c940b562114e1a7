import { ScopeChooser } from "@/components/aggregate/figures/scope-chooser";
import { DateFields } from "@/components/ui/form/date-fields";
import { formatDate } from "@/lib/platform/text/dates";
import type { Review } from "@/lib/review/settings/queries/reviews";
import type { AsAt } from "./as-at";
import type { Opened } from "./open-figures";

type Props = { review: Review; opened: Exclude<Opened, { kind: "nothing-released" }> };

/** Which roundtable, and which release or the live figures, the dashboard shows. */
export function DashboardScope({ review, opened }: Props) {
  const { choices } = opened;
  return (
    <ScopeChooser
      action={`/reviews/${review.slug}/dashboard`}
      choices={[
        {
          name: "roundtable",
          label: "Roundtable",
          value: roundtableOf(opened)?.slug ?? "",
          options: [
            { value: "", label: "All roundtables" },
            ...choices.roundtables.map(({ slug, title }) => ({ value: slug, label: title })),
          ],
        },
        {
          name: "release",
          label: "Figures",
          value: opened.kind === "live" ? "" : String(opened.release.number),
          options: [
            ...(choices.live ? [{ value: "", label: "Live, not released" }] : []),
            ...choices.releases.map(({ number, createdAt }) => ({
              value: String(number),
              label: `Release ${number}, ${formatDate(createdAt)}`,
            })),
          ],
        },
      ]}
    >
      {opened.kind === "live" && (
        <DateFields
          key={String(opened.asAt.on)}
          name="on"
          label="As at the end of"
          optional
          defaultValue={asAtParts(opened.asAt)}
          problem={opened.asAt.problem ?? undefined}
        />
      )}
    </ScopeChooser>
  );
}

/** The roundtable that is shown alone. */
export function roundtableOf(opened: Opened) {
  if (opened.kind === "live") return opened.table.scope.roundtable;
  return opened.kind === "released" ? opened.table.roundtable : null;
}

/** What was typed is kept, even where it was not used. */
function asAtParts({ on, typed }: AsAt) {
  if (typed) return typed;
  if (on === null) return undefined;
  const [year = "", month = "", day = ""] = on.toISOString().slice(0, 10).split("-");
  return { year, month: String(Number(month)), day: String(Number(day)) };
}
