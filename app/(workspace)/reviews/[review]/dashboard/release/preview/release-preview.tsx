import { Breakdown } from "@/components/aggregate/publication/breakdowns";
import { GroupLinks } from "@/components/aggregate/publication/group-links";
import { NpqsNamed } from "@/components/aggregate/publication/npqs-named";
import { GroupsNotShown } from "@/components/aggregate/publication/groups-not-shown";
import { ReleasedFigures } from "@/components/aggregate/publication/released-figures";
import { ReleasedThemeTable } from "@/components/aggregate/publication/theme-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { forPage } from "@/lib/access/page";
import type { Viewer } from "@/lib/access/policy";
import { planFor } from "@/lib/aggregate/publication/queries/planned-release";
import { readCoding } from "@/lib/aggregate/publication/queries/release-coding";
import { presentInWords } from "@/lib/aggregate/publication/release-changes";
import type { ReleaseChoices } from "@/lib/aggregate/publication/release-choices";
import { groupsNotShown, hiddenGroups } from "@/lib/aggregate/search/groups-mentioned";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { dashboardHref } from "../../address";
import { choicesHref } from "../choices-form";

type Props = {
  viewer: Viewer;
  review: Review;
  choices: ReleaseChoices;
  /** Which of the pages that reviewers will have; null: the dashboard. */
  part: string | null;
  /** The attribute of the breakdown. */
  by: string | null;
};

const PARTS = {
  dashboard: "Dashboard",
  groups: "Groups of people",
  npqs: "NPQs",
  alone: "Roundtables alone",
};

/** The planned release, one of reviewers' pages at a time. */
export async function ReleasePreview({ viewer, review, choices, part, by }: Props) {
  const planned = await forPage(planFor(viewer, choices));
  if ("refused" in planned)
    return <EmptyState title="There is nothing to release yet">{planned.refused}</EmptyState>;
  const { plan, toRelease } = planned;
  const [table] = plan.tables;
  if (!table) throw new Error("A release has a table of the review.");
  const roundtables = toRelease.covered.map(({ id }) => id);
  const coding = await readCoding(viewer, { reviewId: review.id, roundtables });
  const release = { ...plan, coding, number: toRelease.input.number };
  const hrefOf = (more: Record<string, string>) => choicesHref(review.slug, choices, "release/preview", more);
  const themeHref = ({ slug }: { slug: string }) => dashboardHref(review.slug, { theme: slug });
  const breakdown = plan.breakdowns.find(({ attribute }) => attribute === by) ?? plan.breakdowns[0];
  return (
    <>
      <p className="text-lg">{presentInWords(table)}.</p>
      <nav aria-label="Pages of the release" className="mt-3">
        <ul className="link-row">
          {Object.entries(PARTS).map(([id, word]) => (
            <li key={id}>
              <Link
                href={hrefOf({ part: id })}
                aria-current={id === (part ?? "dashboard") ? "page" : undefined}
              >
                {word}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {part === "groups" && breakdown && (
        <>
          <GroupLinks
            current={breakdown.attribute}
            links={plan.breakdowns.map(({ attribute }) => ({
              attribute,
              href: hrefOf({ part, by: attribute }),
            }))}
          />
          <Breakdown
            release={release}
            breakdown={breakdown}
            themes={table.themes.filter(({ axis }) => axis === "theme")}
            threshold={review.smallNumber}
          />
          <GroupsNotShown
            groups={groupsNotShown(breakdown, release.findings, `/reviews/${review.slug}`)}
            threshold={review.smallNumber}
          />
        </>
      )}
      {part === "npqs" && plan.npqs && (
        <NpqsNamed npqs={plan.npqs} threshold={review.smallNumber} themeHref={themeHref} />
      )}
      {part === "alone" &&
        plan.tables.map(
          (one) =>
            one.roundtable && (
              <section key={one.roundtable.id} className="mt-8">
                <h2 className="mb-2">{one.roundtable.title}</h2>
                <ReleasedThemeTable table={one} axis="theme" hrefOf={themeHref} />
              </section>
            ),
        )}
      {(part === null || part === "dashboard") && (
        <ReleasedFigures
          release={release}
          table={table}
          hands={[]}
          hiddenGroups={hiddenGroups(release)}
          tablesFirst={false}
          themeHref={themeHref}
          places={{
            findingsHref: null,
            groupsHref: (attribute) => hrefOf({ part: "groups", by: attribute }),
            npqsHref: hrefOf({ part: "npqs" }),
            roundtablesHref: plan.tables.length > 1 ? hrefOf({ part: "alone" }) : null,
          }}
          takeAway={false}
        />
      )}
    </>
  );
}
