import { FindingItem } from "@/components/aggregate/publication/finding-item";
import { HowPublished } from "@/components/aggregate/publication/how-published";
import { Quotation } from "@/components/aggregate/publication/quotation";
import type { Viewer } from "@/lib/access/policy";
import type { ReleasedContribution } from "@/lib/aggregate/figures/released-contribution";
import { findingsOfKind } from "@/lib/aggregate/publication/finding/finding-kind";
import { citeFinding } from "@/lib/aggregate/publication/words/citation";
import { countedOf, findingInShort } from "@/lib/aggregate/publication/release-page-data";
import { listQuotations } from "@/lib/aggregate/publication/queries/released-evidence";
import { isReadable } from "@/lib/aggregate/publication/may-be-listed";
import type { Release, ReleasedTable } from "@/lib/aggregate/publication/release-contents";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { ToCite } from "./to-cite";

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
  const counted = countedOf(table);
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
          <ul className="told-findings mt-3">
            {findings
              .map((finding) => ({ finding, told: findingInShort(finding) }))
              .map(({ finding, told }) => (
                <FindingItem key={finding.id} id={told.anchor} finding={told} counted={counted}>
                  <Quotations of={quotations.get(finding.id)} />
                  <Quotations of={otherSide.get(finding.id)} lead="People who saw it differently said:" />
                  <ToCite
                    label="Copy this finding as a sentence"
                    review={review.slug}
                    sentence={citeFinding(finding, table)}
                    cited={{
                      reviewId: review.id,
                      release: release.number,
                      themeId: theme.id,
                      roundtableId: null,
                      findingId: finding.id,
                    }}
                  />
                </FindingItem>
              ))}
          </ul>
          <HowPublished of="findings" threshold={review.smallNumber} />
        </>
      )}
    </section>
  );
}

type QuotationsProps = { of: readonly ReleasedContribution[] | undefined; lead?: string };

function Quotations({ of: said = [], lead }: QuotationsProps) {
  return (
    <>
      {lead !== undefined && said.length > 0 && <p className="mt-3">{lead}</p>}
      {said.map((one, at) => (
        <div key={at} className="mt-3">
          <Quotation contribution={one} />
        </div>
      ))}
    </>
  );
}
