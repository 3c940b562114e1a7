import type { Metadata } from "next";
import Link from "next/link";
import { ChangeList } from "@/components/aggregate/publication/change-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form/form";
import { PageHeader } from "@/components/ui/page-header";
import { SummaryList } from "@/components/ui/summary-list";
import { forPage, pageViewer } from "@/lib/access/page";
import { figureNumber } from "@/lib/aggregate/figures/figure-words";
import { listLiveRoundtables } from "@/lib/aggregate/figures/queries/figures";
import { previewRelease } from "@/lib/aggregate/publication/queries/release-figures";
import { getRelease, listReleases } from "@/lib/aggregate/publication/queries/releases";
import { changesBetween, countSuppressed } from "@/lib/aggregate/publication/release";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { makeRelease } from "../actions";
import { dashboardHref } from "../address";
import { ThemeSections } from "../theme-sections";

export const metadata: Metadata = { title: "Release figures" };

export default async function ReleaseCheck({ params }: PageProps<"/reviews/[review]/dashboard/release">) {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, (await params).review));
  const tables = await forPage(previewRelease(viewer, review.id));
  const [last] = await listReleases(viewer, review.id);
  const before = last ? await getRelease(viewer, review.id, last.number) : null;
  const number = (last?.number ?? 0) + 1;
  const covered = tables.flatMap(({ scope }) => scope.roundtable ?? []);
  const begun = await listLiveRoundtables(viewer, review.id);
  const left = begun.filter(({ id }) => !covered.some((one) => one.id === id));
  const [table] = tables;
  const { shown, withheld } = countSuppressed(tables);
  return (
    <>
      <PageHeader
        title={`Check release ${number}`}
        breadcrumb={[
          { label: review.title, href: `/reviews/${review.slug}` },
          { label: "Dashboard", href: dashboardHref(review.slug, {}) },
        ]}
        meta="This is what DfE reviewers will see. You cannot change or withdraw a release, but you can replace it with a later one."
      />
      {!table ? (
        <EmptyState
          title="There is nothing to release yet"
          action={<Link href={`/reviews/${review.slug}/roundtables`}>Go to the roundtables</Link>}
        >
          A release covers closed roundtables. No roundtable is closed yet.
        </EmptyState>
      ) : (
        <>
          <SummaryList
            rows={[
              { key: "Roundtables", value: <Titles of={covered} /> },
              ...(left.length > 0 ? [{ key: "Left out, not closed", value: <Titles of={left} /> }] : []),
              { key: "People", value: figureNumber(table.people) },
              { key: "Contributions", value: figureNumber(table.contributions) },
              {
                key: "Figures of people",
                value: `${shown} shown, ${withheld} withheld, over ${tables.length} tables: one of all roundtables and one of each.`,
              },
            ]}
          />
          <section aria-labelledby="changes" className="mt-9 max-w-measure">
            <h2 id="changes">{before ? `What changes since release ${before.number}` : "What changes"}</h2>
            <div className="mt-2">
              {before ? (
                <ChangeList changes={changesBetween(before.tables, tables)} />
              ) : (
                <p>This is the first release. Reviewers have not seen any figures yet.</p>
              )}
            </div>
          </section>
          <section aria-label="All roundtables, as reviewers will see it" className="mt-9">
            <p className="mb-4 font-semibold">All roundtables, as reviewers will see it</p>
            <ThemeSections
              table={table}
              hrefOf={(theme) => dashboardHref(review.slug, { theme: theme.slug })}
              smallNumber={review.smallNumber}
            />
          </section>
          <div className="mt-9 border-t border-line pt-6">
            <Form
              action={makeRelease}
              submitLabel="Release these figures"
              actions={<Link href={dashboardHref(review.slug, {})}>Not now</Link>}
            >
              <input type="hidden" name="reviewId" value={review.id} />
            </Form>
          </div>
        </>
      )}
    </>
  );
}

function Titles({ of }: { of: { id: string; title: string }[] }) {
  return (
    <ul>
      {of.map(({ id, title }) => (
        <li key={id}>{title}</li>
      ))}
    </ul>
  );
}
