import { ScopeChooser } from "@/components/aggregate/figures/scope-chooser";
import { formatDate } from "@/lib/platform/text/dates";
import type { Review } from "@/lib/review/settings/queries/reviews";
import type { Opened } from "./open-figures";

type Props = { review: Review; opened: Exclude<Opened, { kind: "nothing-released" | "live" }> };

/** Which roundtable of which release the dashboard shows. */
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
          value: String(opened.release.number),
          options: [
            ...(choices.live ? [{ value: "", label: "Live, not released" }] : []),
            ...choices.releases.map(({ number, createdAt }) => ({
              value: String(number),
              label: `Release ${number}, ${formatDate(createdAt)}`,
            })),
          ],
        },
      ]}
    />
  );
}

/** The roundtable that is shown alone. */
export function roundtableOf(opened: Opened) {
  if (opened.kind === "live") return opened.table.scope.roundtable;
  return opened.kind === "released" ? opened.table.roundtable : null;
}
