import { HowPublished } from "@/components/aggregate/publication/how-published";
import { ThemeFindings } from "@/components/aggregate/take-away/theme-findings";
import type { Viewer } from "@/lib/access/policy";
import { findingsOfKind } from "@/lib/aggregate/publication/finding/finding-kind";
import { countedOf, findingInShort } from "@/lib/aggregate/publication/release-page-data";
import { listQuotations } from "@/lib/aggregate/publication/queries/released-evidence";
import { isReadable } from "@/lib/aggregate/publication/may-be-listed";
import type { Release, ReleasedTable } from "@/lib/aggregate/publication/release-contents";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { keepToCite } from "../../citations/actions";

type Props = {
  viewer: Viewer;
  review: Review;
  release: Release;
  /** The review's. */
  table: ReleasedTable;
  theme: { id: string };
};

const QUOTATIONS = 2;

/** The findings of one theme, most people first, each with up to two quotations. */
export async function ReleasedFindings({ viewer, review, release, table, theme }: Props) {
  const findings = findingsOfKind(release.findings, null).filter(({ themeId }) => themeId === theme.id);
  const quotationsOf = (bearing: "supports" | "contradicts") => {
    const findingIds = findings.filter((finding) => isReadable(finding[bearing])).map(({ id }) => id);
    const asked = { reviewId: review.id, releaseNumber: release.number, findingIds, bearing };
    return listQuotations(viewer, asked, QUOTATIONS);
  };
  const quotations = await quotationsOf("supports");
  const otherSide = await quotationsOf("contradicts");
  return (
    <section aria-labelledby="findings" className="mt-10">
      <h2 id="findings">Findings</h2>
      {findings.length === 0 ? (
        <p className="mt-1 text-meta text-soft">This release has no finding about this theme.</p>
      ) : (
        <>
          <ThemeFindings
            findings={findings.map((finding) => ({
              id: finding.id,
              finding: findingInShort(finding),
              said: quotations.get(finding.id),
              otherSide: otherSide.get(finding.id),
            }))}
            counted={countedOf(table)}
            keep={keepToCite}
            cited={{ reviewId: review.id, release: release.number, themeId: theme.id, roundtableId: null }}
            listHref={`/reviews/${review.slug}/citations`}
          />
          <HowPublished of="findings" threshold={review.smallNumber} />
        </>
      )}
    </section>
  );
}
