import type { Metadata } from "next";
import Link from "next/link";
import { AsAtNote } from "@/components/aggregate/figures/as-at-note";
import { StanceFigures } from "@/components/aggregate/figures/stance-figures";
import { StanceFilter } from "@/components/aggregate/figures/stance-filter";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { forPage, pageViewer } from "@/lib/access/page";
import { separateCountSentences, themeSentence, WHOSE_VIEWS } from "@/lib/aggregate/figures/figure-words";
import { notFound } from "@/lib/platform/errors";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { getTheme } from "@/lib/tag/codebook/queries/themes";
import { StanceField } from "@/lib/tag/coding/tagging";
import { asked, askedNumber, dashboardHref, type Address } from "../address";
import { dayOf } from "../as-at";
import { openFigures } from "../open-figures";
import { LiveEvidence } from "./live-evidence";
import { ReleasedEvidence } from "./released-evidence";

type Props = PageProps<"/reviews/[review]/dashboard/[theme]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { review: slug, theme } = await params;
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, slug));
  return { title: (await forPage(getTheme(viewer, review.id, theme))).title };
}

export default async function ThemeEvidence({ params, searchParams }: Props) {
  const { review: slug, theme: themeSlug } = await params;
  const query = await searchParams;
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, slug));
  const theme = await forPage(getTheme(viewer, review.id, themeSlug));
  const opened = await openFigures(viewer, review.id, query);
  const breadcrumb = (address: Address) => [
    { label: review.title, href: `/reviews/${review.slug}` },
    { label: "Dashboard", href: dashboardHref(review.slug, address) },
  ];
  if (opened.kind === "nothing-released" || opened.kind === "not-in-release")
    return (
      <>
        <PageHeader title={theme.title} breadcrumb={breadcrumb({})} />
        <EmptyState title="There are no released figures for this">
          A release covers the roundtables that were closed when it was made.{" "}
          <Link href={dashboardHref(review.slug, {})}>Go to the dashboard</Link>.
        </EmptyState>
      </>
    );

  const { table } = opened;
  const figures = table.themes.find(({ id }) => id === theme.id);
  if (!figures) return forPage(Promise.reject(notFound("theme")));
  const { roundtable } = table.scope;
  const release = opened.kind === "released" ? opened.release.number : null;
  const asAt = opened.kind === "live" ? opened.asAt : { on: null, problem: null };
  const scope = { roundtable: roundtable?.slug ?? null, release, on: dayOf(asAt.on) };
  const stance = StanceField.safeParse(asked(query, "stance")).data;
  const page = askedNumber(query, "page") ?? 1;
  const hrefOf = (more: Address) => dashboardHref(review.slug, { ...scope, theme: theme.slug, ...more });
  const evidence = {
    viewer,
    filter: {
      reviewId: review.id,
      roundtableId: roundtable?.id ?? null,
      themeId: theme.id,
      ...(stance ? { stance } : {}),
      page,
    },
    pageHref: (to: number) => hrefOf({ stance: stance ?? null, page: to }),
  };
  return (
    <>
      <PageHeader
        title={figures.title}
        breadcrumb={breadcrumb(scope)}
        meta={
          <>
            <Tag tone={release === null ? "warning" : "accent"}>
              {release === null ? "Live, not released" : `Release ${release}`}
            </Tag>{" "}
            {roundtable ? roundtable.title : "All roundtables"}
          </>
        }
      />
      <AsAtNote on={asAt.on} problem={asAt.problem} />
      <p className="max-w-measure">{theme.definition}</p>
      <section aria-labelledby="figures" className="mt-7">
        <h2 id="figures">How many people</h2>
        <div className="mt-2 mb-6 max-w-measure">
          <p className="text-lg">{themeSentence(figures, table.scope)}</p>
          {separateCountSentences(figures).map((sentence, at) => (
            <p key={at} className="mt-1">
              {sentence}
            </p>
          ))}
          <p className="mt-2 text-meta text-soft">{WHOSE_VIEWS}</p>
        </div>
        <StanceFigures theme={figures} />
      </section>
      <section aria-labelledby="evidence" className="mt-10">
        <h2 id="evidence">What was said</h2>
        <div className="mt-3">
          <StanceFilter current={stance ?? null} hrefOf={(to) => hrefOf({ stance: to })} />
          {release === null ? (
            <LiveEvidence
              {...evidence}
              filter={{ ...evidence.filter, on: asAt.on }}
              roundtables={roundtable ? [] : opened.choices.roundtables}
            />
          ) : (
            <ReleasedEvidence
              {...evidence}
              filter={{ ...evidence.filter, releaseNumber: release }}
              figures={figures}
              smallNumber={review.smallNumber}
            />
          )}
        </div>
      </section>
    </>
  );
}
