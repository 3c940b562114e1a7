import { ButtonLink } from "@/components/ui/navigation/button-link";
import { PageHeader } from "@/components/ui/page-header";
import type { ShownTheme } from "@/components/tag/coding/taggings";
import type { Viewer } from "@/lib/access/policy";
import { countOf } from "@/lib/platform/text/count-words";
import type { Batch } from "@/lib/tag/coding/batch";
import { codingAddress, isNarrowed, searchOf } from "@/lib/tag/coding/coding-filter";
import { BatchNotice } from "./batch-notice";
import { CodingFilters } from "./coding-filters";
import { MoreTools } from "./more-tools";
import type { Search } from "./read-search";

type Props = {
  viewer: Viewer;
  search: Search;
  /** How many contributions the filters leave, and how many of them are on this page. */
  total: number;
  onPage: number;
  /** The batch that was just made. */
  batch: Batch | null;
  suggesting: boolean;
  /** The same list that the contributions are given, so that it is sent once. */
  themes: readonly ShownTheme[];
};

/** What stands above the contributions to code: where this is, the tools alongside, and the filters. */
export function CodingHeader({ viewer, search, total, onPage, batch, suggesting, themes }: Props) {
  const { review, filters, roundtables, roundtable } = search;
  const home = `/reviews/${review.slug}`;
  const here = `${home}/coding`;
  return (
    <>
      <PageHeader
        compact
        title="Set themes"
        breadcrumb={[
          { label: review.title, href: home },
          ...(roundtable
            ? [{ label: roundtable.title, href: `${home}/roundtables/${roundtable.slug}` }]
            : []),
          { label: "Set themes" },
        ]}
        meta={`${countOf(total, "contribution")}${total > onPage ? `, ${onPage} on this page` : ""}`}
        actions={
          <>
            <ButtonLink href={`${here}/rounds`} variant="quiet" size="small">
              Coding rounds
            </ButtonLink>
            <ButtonLink href={`${here}/exchange`} variant="quiet" size="small">
              Exchange coding
            </ButtonLink>
            <MoreTools viewer={viewer} reviewId={review.id} suggesting={suggesting} />
          </>
        }
      />
      {batch && <BatchNotice batch={batch} />}
      <CodingFilters
        here={here}
        filters={filters}
        roundtables={roundtables}
        questions={roundtable?.questions ?? []}
        themes={themes}
      >
        {isNarrowed(filters) && total > 0 && (
          <ButtonLink
            href={codingAddress(`${here}/batch`, searchOf(filters))}
            variant="quiet"
            size="small"
            className="ml-auto"
          >
            {total === 1 ? "Set one theme on it" : `Set one theme on all ${total.toLocaleString("en-GB")}`}
          </ButtonLink>
        )}
      </CodingFilters>
    </>
  );
}
