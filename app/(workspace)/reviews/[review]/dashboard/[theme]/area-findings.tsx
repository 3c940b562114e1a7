import { FindingList } from "@/components/aggregate/publication/finding-list";
import type { Viewer } from "@/lib/access/policy";
import { listFindingsInArea } from "@/lib/aggregate/publication/queries/area-findings";
import type { Release, ReleasedTable } from "@/lib/aggregate/publication/release-contents";
import { countedOf, placedFindings } from "@/lib/aggregate/publication/release-page-data";
import { findingsInArea } from "@/lib/aggregate/search/findings-in-area";
import type { Review } from "@/lib/review/settings/queries/reviews";

type Props = {
  viewer: Viewer;
  review: Review;
  release: Release;
  /** The review's, with the themes that the findings may stand under. */
  table: ReleasedTable;
  area: { id: string; title: string; signalWords: string };
  hrefOf: (theme: { slug: string }) => string;
};

/**
 * Findings stand under themes: those that speak of one of DfE's areas, then those that rest in part on contributions in it,
 * each with a link to its theme.
 */
export async function AreaFindings({ viewer, review, release, table, area, hrefOf }: Props) {
  const asked = { reviewId: review.id, releaseNumber: release.number, areaId: area.id };
  const within = await listFindingsInArea(viewer, asked);
  const { speaking, resting } = findingsInArea(release.findings, area, within);
  const placed = placedFindings(table, hrefOf);
  const counted = countedOf(table);
  return (
    <section aria-labelledby="findings" className="mt-10">
      <h2 id="findings">Findings</h2>
      <p className="mt-1 mb-4 max-w-measure text-meta text-soft">
        {speaking.length + resting.length === 0
          ? "This is one of DfE’s areas. Findings are written under themes, and none mentions this area or rests on contributions about it that you can read."
          : "This is one of DfE’s areas. Findings are written under themes. Their figures count everybody behind them, in this area or not."}
      </p>
      {speaking.length > 0 && (
        <>
          <h3>Findings that speak of {area.title}</h3>
          <p className="mt-1 mb-3 max-w-measure text-meta text-soft">
            They mention the area, by its title or in words that people often use for it. Those that mention
            it most often come first.
          </p>
          <FindingList columns findings={speaking.map(placed)} counted={counted} />
        </>
      )}
      {resting.length > 0 && (
        <>
          <h3 className={speaking.length > 0 ? "mt-7" : ""}>
            Others that rest in part on what was said about it
          </h3>
          <p className="mt-1 mb-3 max-w-measure text-meta text-soft">
            They rest in part on contributions about this area that you can read.
          </p>
          <FindingList columns findings={resting.map(placed)} counted={counted} />
        </>
      )}
    </section>
  );
}
