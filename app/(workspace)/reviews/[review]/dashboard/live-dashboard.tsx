import { AsAtNote } from "@/components/aggregate/figures/as-at-note";
import { HowCounted } from "@/components/aggregate/figures/how-counted";
import { ScopeChooser } from "@/components/aggregate/figures/scope-chooser";
import type { Viewer } from "@/lib/access/policy";
import { headline, THEMES_OVERLAP, WHOSE_VIEWS } from "@/lib/aggregate/figures/figure-words";
import type { ThemeTable } from "@/lib/aggregate/figures/figures";
import { COMPARED } from "@/lib/aggregate/live/filter-address";
import { isNarrowed } from "@/lib/aggregate/live/live-filter";
import { formatDate } from "@/lib/platform/text/dates";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { LiveFrame } from "../live/live-frame";
import { dashboardHref } from "./address";
import { FiguresNote } from "./figures-note";
import { LiveDownloads } from "./live-downloads";
import { LiveComparison } from "./live-comparison";
import type { Opened } from "./open-figures";
import { SavedViews } from "./saved-views";
import { StrongestFindings } from "./strongest-findings";
import { ThemeSections } from "./theme-sections";

type Props = {
  viewer: Viewer;
  review: Review;
  opened: Extract<Opened, { kind: "live" }>;
  /** Whether the numbers that the bars are drawn from are shown as well. */
  numbers: boolean;
};

/** The exact figures of now, or of an earlier day, as facilitators see them. */
export function LiveDashboard({ viewer, review, opened, numbers }: Props) {
  const { table, compared, asked, choices } = opened;
  const { filter } = asked.first;
  const { roundtable } = table.scope;
  return (
    <>
      <LiveFrame
        review={review}
        current="themes"
        asked={asked}
        roundtables={[table, compared].map((one) => one?.scope.roundtables ?? 0)}
      >
        <SavedViews viewer={viewer} review={review} fields={asked.fields} />
      </LiveFrame>
      <div className="mt-6 mb-6">
        <p>{headlines(table, compared)}</p>
        {!filter.on && !isNarrowed(filter) && filter.roundtable.length < 2 && (
          <FiguresNote viewer={viewer} reviewId={review.id} roundtableId={roundtable?.id ?? null} />
        )}
        <p className="mt-2 max-w-measure text-meta text-soft">{THEMES_OVERLAP}</p>
        <p className="mt-2 max-w-measure text-meta text-soft">{WHOSE_VIEWS}</p>
      </div>
      <AsAtNote on={filter.on} />
      {compared ? (
        <LiveComparison review={review} opened={opened} compared={compared} />
      ) : (
        <OneGroup viewer={viewer} review={review} opened={opened} numbers={numbers} />
      )}
      <LiveDownloads review={review} fields={asked.fields} compared={compared !== null} />
      <div className="mt-6 grid gap-4">
        <HowCounted />
        {choices.releases.length > 0 && (
          <ScopeChooser
            action={`/reviews/${review.slug}/dashboard`}
            choices={[
              {
                name: "release",
                label: "Figures",
                value: "",
                options: [
                  { value: "", label: "Live, not released" },
                  ...choices.releases.map(({ number, createdAt }) => ({
                    value: String(number),
                    label: `Release ${number}, ${formatDate(createdAt)}`,
                  })),
                ],
              },
            ]}
          />
        )}
      </div>
    </>
  );
}

function OneGroup({ viewer, review, opened, numbers }: Props) {
  const { table, asked } = opened;
  // Findings are always current and of everybody, so they are shown with such figures alone.
  const findingsAlongside = asked.fields.length === 0;
  return (
    <div
      className={`mt-8 ${findingsAlongside ? "grid gap-x-14 gap-y-12 xl:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]" : ""}`}
    >
      <ThemeSections
        past={asked.first.filter.on !== null}
        table={table}
        numbersHref={
          numbers ? null : `${dashboardHref(review.slug, { fields: asked.fields, show: "numbers" })}#themes`
        }
        hrefOf={(theme) =>
          dashboardHref(review.slug, {
            fields: asked.fields.filter(([name]) => !name.startsWith(COMPARED)),
            theme: theme.slug,
          })
        }
      />
      {findingsAlongside && <StrongestFindings viewer={viewer} review={review} />}
    </div>
  );
}

function headlines(table: ThemeTable, compared: ThemeTable | null): string {
  const people = "Figures count people, not mentions.";
  if (!compared) return `${headline(table)} ${people}`;
  return `Group 1: ${headline(table)} Group 2: ${headline(compared)} ${people}`;
}
