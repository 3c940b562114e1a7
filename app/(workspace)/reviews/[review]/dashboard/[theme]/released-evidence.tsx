import { QuotationList } from "@/components/aggregate/publication/quotation";
import { StanceFilter } from "@/components/aggregate/figures/stance-filter";
import { EmptyState } from "@/components/ui/empty-state";
import type { Viewer } from "@/lib/access/policy";
import {
  listReleasedEvidence,
  type ReleasedEvidenceFilter,
} from "@/lib/aggregate/publication/queries/released-evidence";
import { quotingRule } from "@/lib/aggregate/publication/words/quoted";
import { isReadable } from "@/lib/aggregate/publication/may-be-listed";
import type { ReleasedTheme } from "@/lib/aggregate/publication/release-contents";
import { fewerThanInWords } from "@/lib/aggregate/figures/small-number";
import { countOf } from "@/lib/platform/text/count-words";
import type { Address } from "../address";
import { PagesOf } from "./pages-of";

type Props = {
  viewer: Viewer;
  filter: ReleasedEvidenceFilter;
  figures: ReleasedTheme;
  hrefOf: (more: Address) => string;
  /** Where the contributions are from, to cite them. */
  source: string;
};

/** Cleared contributions as reviewers read them: each alone, in no order of time. */
export async function ReleasedEvidence({ viewer, filter, figures, hrefOf, source }: Props) {
  if (!isReadable(figures.people)) return <NotListed {...figures.people} />;
  const { contributions, total } = await listReleasedEvidence(viewer, filter);
  const { stance = null } = filter;
  return (
    <div className="mt-3">
      <StanceFilter current={stance} hrefOf={(to) => hrefOf({ stance: to })} />
      {contributions.length === 0 ? (
        <div className="mt-6">
          <EmptyState title="No contributions to read here">
            Nobody said anything like this, or it has not been cleared, or the speakers do not allow their
            words to be read. Contributions that you cannot read still count.
          </EmptyState>
        </div>
      ) : (
        <>
          <p className="section-note">
            {countOf(total, "contribution")} from all roundtables whose speakers allow them to be read, in no
            particular order. The figures above may also count others.
          </p>
          <p className="section-note">{quotingRule(source)}</p>
          <QuotationList contributions={contributions} />
          <PagesOf page={filter.page ?? 1} total={total} pageHref={(page) => hrefOf({ stance, page })} />
        </>
      )}
    </div>
  );
}

function NotListed({ count, threshold }: ReleasedTheme["people"]) {
  if (count.is === "none")
    return (
      <div className="mt-3">
        <EmptyState title="Nobody raised this">
          No participant whom the facilitators could identify said anything about this.
        </EmptyState>
      </div>
    );
  return (
    <div className="mt-3">
      <EmptyState title="These contributions are not listed">
        Contributions are not listed where {fewerThanInWords(threshold)} raised a theme, or where their number
        is not shown, because the words could show who said them.
      </EmptyState>
    </div>
  );
}
