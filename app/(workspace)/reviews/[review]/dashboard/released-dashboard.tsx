import { ReleaseLinks } from "@/components/aggregate/publication/release-links";
import { ChangeList } from "@/components/aggregate/publication/change-list";
import { CopiedFrom } from "@/components/aggregate/publication/copy-sentence";
import { ReleasedFigures } from "@/components/aggregate/publication/released-figures";
import { ChartLinks } from "@/components/aggregate/take-away/chart-links";
import { DownloadLinks } from "@/components/aggregate/take-away/download-links";
import { PrintedFoot } from "@/components/ui/printed-foot";
import { formatDate } from "@/lib/platform/text/dates";
import { Link } from "@/components/ui/link";
import { Details } from "@/components/ui/details";
import type { Viewer } from "@/lib/access/policy";
import { WHOSE_VIEWS } from "@/lib/aggregate/figures/figure-words";
import { listReleasedHands } from "@/lib/aggregate/publication/queries/released-hands";
import { getRelease } from "@/lib/aggregate/publication/queries/releases";
import { changesBetween, presentInWords } from "@/lib/aggregate/publication/release-changes";
import { sourceOf } from "@/lib/aggregate/publication/words/citation";
import { cameTwice } from "@/lib/aggregate/publication/words/compared/roundtable-words";
import {
  RELIED_ON,
  RELIED_ON_WORDS,
  type OverviewPlaces,
} from "@/lib/aggregate/publication/words/overview/overview";
import type { Release } from "@/lib/aggregate/publication/release-contents";
import { hiddenGroups } from "@/lib/aggregate/search/groups-mentioned";
import { appUrl } from "@/lib/platform/env";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { dashboardHref, findingsHref, fromDashboard, partHref, type Address } from "./address";
import { DashboardScope } from "./dashboard-scope";
import type { Opened } from "./open-figures";

type Props = {
  viewer: Viewer;
  review: Review;
  opened: Extract<Opened, { kind: "released" }>;
  tablesFirst: boolean;
};

/** A release, findings first. */
export async function ReleasedDashboard({ viewer, review, opened, tablesFirst }: Props) {
  const { release, table } = opened;
  const hrefOf = (more: Address) =>
    dashboardHref(review.slug, {
      release: release.number,
      roundtable: table.roundtable?.slug ?? null,
      show: tablesFirst ? "tables" : null,
      ...more,
    });
  const source = sourceOf({
    review: review.title,
    release: release.number,
    createdAt: release.createdAt,
    roundtable: table.roundtable?.title ?? null,
    link: `${appUrl()}${dashboardHref(review.slug, { release: release.number, roundtable: table.roundtable?.slug ?? null })}`,
  });
  return (
    <CopiedFrom source={source}>
      <PrintedFoot words={`${review.title}, release ${release.number}, ${formatDate(release.createdAt)}`} />
      <div className="mb-6">
        <p className="text-lg">
          {presentInWords(table)}.
          {table.roundtable === null &&
            cameTwice(release.tables) &&
            " Some came to more than one, and count once."}
        </p>
        {table.roundtable !== null && (
          <p className="mt-2 max-w-measure">
            These are the figures of this roundtable alone. Findings and groups of people are counted for all
            roundtables together, because their figures for one room could show who said what.{" "}
            <Link href={hrefOf({ roundtable: null })}>See all roundtables together</Link>. What came up at one
            roundtable is told in <Link href={`/reviews/${review.slug}/reports`}>published reports</Link>.
          </p>
        )}
        <p className="mt-2 max-w-measure text-meta text-soft">
          {WHOSE_VIEWS}{" "}
          {release.coding && release.coding.coders > 0 && <a href={`#${RELIED_ON}`}>{RELIED_ON_WORDS}</a>}
        </p>
      </div>
      <DashboardScope review={review} opened={opened} />
      <div className="mt-3 flex flex-wrap items-start gap-x-8 gap-y-2">
        <Changes release={release} before={await releaseBefore(viewer, review, opened)} />
        <ReleaseLinks
          show={{ href: hrefOf({ show: tablesFirst ? null : "tables" }), tables: !tablesFirst }}
          all={{
            href: findingsHref(review.slug, { release: release.number }),
            findings: release.findings.length,
            ofAll: table.roundtable !== null,
          }}
        />
      </div>
      <ReleasedFigures
        release={release}
        table={table}
        hands={await handsOf(viewer, review, opened)}
        hiddenGroups={hiddenGroups(release)}
        tablesFirst={tablesFirst}
        themeHref={(theme) => fromDashboard(hrefOf({ theme: theme.slug, show: null }))}
        places={overviewPlaces(review, release)}
        takeAway
      />
      <DownloadLinks review={review.slug} release={release.number} ofAll={table.roundtable !== null} />
      <ChartLinks
        review={review.slug}
        chart="themes"
        fields={[
          ["release", String(release.number)],
          ...(table.roundtable ? [["roundtable", table.roundtable.slug] as [string, string]] : []),
        ]}
        words="Download the chart of themes"
      />
    </CopiedFrom>
  );
}

/** The pages below the dashboard that say more. */
function overviewPlaces({ slug }: Review, release: Release): OverviewPlaces {
  const { number } = release;
  return {
    findingsHref: (kind) => fromDashboard(findingsHref(slug, { release: number, kind })),
    groupsHref: (by) => fromDashboard(partHref(slug, "groups", { release: number, by })),
    npqsHref: fromDashboard(partHref(slug, "npqs", { release: number })),
    roundtablesHref: release.tables.some(({ roundtable }) => roundtable !== null)
      ? fromDashboard(partHref(slug, "roundtables", { release: number }))
      : null,
  };
}

/** Asked for only where the page tells any. */
async function handsOf(viewer: Viewer, review: Review, { release, table }: Props["opened"]) {
  if (table.themes.every(({ hands }) => hands.length === 0)) return [];
  return listReleasedHands(viewer, { reviewId: review.id, releaseNumber: release.number });
}

function releaseBefore(viewer: Viewer, review: Review, { release, choices }: Props["opened"]) {
  const before = choices.releases.find(({ number }) => number === release.number - 1);
  return before ? getRelease(viewer, review.id, before.number, { roundtable: null }) : null;
}

function Changes({ release, before }: { release: Release; before: Release | null }) {
  if (!before) return <p className="py-1">This is the first release.</p>;
  return (
    <Details summary={`What changed since release ${before.number}`}>
      <ChangeList changes={changesBetween(before, release)} />
    </Details>
  );
}
