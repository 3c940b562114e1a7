import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/navigation/pagination";
import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { countOf } from "@/lib/platform/text/count-words";
import { listTaggings } from "@/lib/tag/coding/queries/taggings";
import { CountedNote } from "../counted-note";
import { ContributionList } from "./contribution-list";
import { FilterForm } from "./filter-form";
import { addressOf, narrowsFurther, readFilters } from "./filters";
import { listedContributions } from "./listed-contributions";
import { findContributions } from "./find-contributions";

export const metadata: Metadata = { title: "Contributions" };

export default async function Contributions({
  params,
  searchParams,
}: PageProps<"/reviews/[review]/contributions">) {
  const { review: slug } = await params;
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, slug));
  const filters = readFilters(await searchParams);
  const { contributions, next, total, roundtables, roundtable, themes } = await findContributions(
    viewer,
    review.id,
    filters,
  );
  const taggings = await listTaggings(
    viewer,
    contributions.map(({ id }) => id),
  );
  const here = `/reviews/${review.slug}/contributions`;
  return (
    <>
      <PageHeader title="Contributions" meta={countOf(total, "contribution")} />
      {!narrowsFurther(filters) && (
        <div className="mb-5">
          <CountedNote viewer={viewer} reviewId={review.id} roundtableId={roundtable?.id ?? null} />
        </div>
      )}
      <FilterForm
        here={here}
        filters={filters}
        roundtables={roundtables}
        questions={roundtable?.questions ?? []}
        themes={themes}
      />
      {contributions.length === 0 ? (
        <NoContribution planned={roundtables.length > 0} total={total} />
      ) : (
        <ContributionList
          here={here}
          contributions={listedContributions(contributions, roundtables, taggings)}
          themes={themes.map(({ id, title, colour, axis }) => ({ id, title, colour, axis }))}
        />
      )}
      <Pagination
        label="Pages of contributions"
        {...(filters.after
          ? {
              previous: {
                href: addressOf(here, { ...filters, after: undefined }),
                label: "Back to the first",
              },
            }
          : {})}
        {...(next ? { next: { href: addressOf(here, { ...filters, after: next }) } } : {})}
      />
    </>
  );
}

/** `planned`: there is a roundtable that could have some. */
function NoContribution({ planned, total }: { planned: boolean; total: number }) {
  return (
    <div className="mt-8">
      <EmptyState title={total === 0 && !planned ? "Nothing has been said yet" : "No contribution matches"}>
        {planned
          ? "Use fewer filters, or different words."
          : "Contributions come from roundtables. Plan one, start its session and log what people say."}
      </EmptyState>
    </div>
  );
}
