import type { Metadata } from "next";
import { Breakdown } from "@/components/aggregate/publication/breakdowns";
import { NO_GROUPS } from "@/lib/aggregate/publication/words/overview/overview";
import { GroupsNotShown } from "@/components/aggregate/publication/groups-not-shown";
import { GroupLinks } from "@/components/aggregate/publication/group-links";
import { ChartLinks } from "@/components/aggregate/take-away/chart-links";
import { ATTRIBUTE_WORDS } from "@/lib/aggregate/publication/words/compared/breakdown-words";
import { groupsNotShown } from "@/lib/aggregate/search/groups-mentioned";
import { asked, partHref } from "../address";
import { openPart } from "../open-part";
import { PartPage } from "../part-page";

export const metadata: Metadata = { title: "Groups of people" };

type Props = PageProps<"/reviews/[review]/dashboard/groups">;

/** What people of different roles, phases, schools and regions raised: one breakdown, and links to the others. */
export default async function GroupsOfRelease({ params, searchParams }: Props) {
  const query = await searchParams;
  const opened = await openPart((await params).review, query);
  const { review, shown } = opened;
  const breakdowns = shown?.release.breakdowns ?? [];
  const breakdown = breakdowns.find(({ attribute }) => attribute === asked(query, "by")) ?? breakdowns[0];
  const frame = { ...opened, title: "Groups of people", part: "groups" };
  if (!shown || !breakdown)
    return (
      <PartPage {...frame}>
        <p className="mt-4 max-w-measure">{NO_GROUPS}</p>
      </PartPage>
    );
  const { release, table } = shown;
  const { attribute } = breakdown;
  return (
    <PartPage {...frame} fields={[["by", attribute]]}>
      <GroupLinks
        current={attribute}
        links={breakdowns.map(({ attribute: by }) => ({
          attribute: by,
          href: partHref(review.slug, "groups", { release: release.number, by }),
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
      <div className="mt-4">
        <ChartLinks
          review={review.slug}
          chart="groups"
          fields={[
            ["release", String(release.number)],
            ["by", attribute],
          ]}
          words={`Download the chart of groups by ${ATTRIBUTE_WORDS[attribute]}`}
        />
      </div>
    </PartPage>
  );
}
