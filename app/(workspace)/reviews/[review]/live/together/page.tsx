import type { Metadata } from "next";
import { PairList } from "@/components/aggregate/live/pair-list";
import { PairTable } from "@/components/aggregate/live/pair-table";
import { ChartLinks } from "@/components/aggregate/take-away/chart-links";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { WHOSE_VIEWS } from "@/lib/aggregate/figures/figure-words";
import { coOccurrence, pairsShown, raisedTogether } from "@/lib/aggregate/live/co-occurrence";
import { liveFigures } from "@/lib/aggregate/live/queries/live-figures";
import { countPairs } from "@/lib/aggregate/live/queries/pair-counts";
import { dashboardHref } from "../../dashboard/address";
import { LiveFrame } from "../live-frame";
import { readLivePage } from "../read-page";

export const metadata: Metadata = { title: "Themes raised together" };

type Props = PageProps<"/reviews/[review]/live/together">;

export default async function TogetherPage(props: Props) {
  const { viewer, review, asked, breadcrumb } = await readLivePage(props);
  const { filter } = asked.first;
  const table = await liveFigures(viewer, review.id, filter);
  const pairs = coOccurrence(table, await countPairs(viewer, review.id, filter));
  const together = raisedTogether(pairs);
  return (
    <>
      <PageHeader title="Themes raised together" breadcrumb={breadcrumb} meta="Live, not released" />
      <LiveFrame review={review} current="together" asked={asked} roundtables={[table.scope.roundtables]} />
      {together.length === 0 ? (
        <div className="mt-8">
          <EmptyState title="Nobody raised two themes">
            Pairs appear here when people whom you count have raised two themes or more.
          </EmptyState>
        </div>
      ) : (
        <>
          <p className="mt-6 max-w-measure">
            A person who raised two themes counts here, in one contribution or in several. That two themes are
            raised by the same people does not say that one has to do with the other: read what they said.
          </p>
          <p className="mt-2 max-w-measure text-meta text-soft">{WHOSE_VIEWS}</p>
          <section aria-labelledby="pairs" className="mt-8">
            <h2 id="pairs">Pairs of themes</h2>
            <div className="mt-3">
              <PairTable pairs={pairs} />
            </div>
            <ChartLinks
              review={review.slug}
              chart="together"
              fields={asked.fields}
              words="Download the chart of pairs"
            />
          </section>
          <section aria-labelledby="most" className="mt-10">
            <h2 id="most">Most people first</h2>
            <PairList
              {...pairsShown(together)}
              home={dashboardHref(review.slug, {})}
              query={new URLSearchParams([...asked.fields]).toString()}
            />
          </section>
        </>
      )}
    </>
  );
}
