import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { CitedList } from "@/components/aggregate/take-away/cited-list";
import { CopiedFrom, CopySentence } from "@/components/aggregate/publication/copy-sentence";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form/form";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { forPage, pageViewer } from "@/lib/access/page";
import { findingAnchor } from "@/lib/aggregate/publication/finding/finding-anchor";
import { sourceOf } from "@/lib/aggregate/publication/words/citation";
import { citedWords, type CitationState } from "@/lib/aggregate/take-away/cited";
import { listCitations, type Citation } from "@/lib/aggregate/take-away/queries/citations";
import { appUrl } from "@/lib/platform/env";
import { formatDate } from "@/lib/platform/text/dates";
import { getReview, type Review } from "@/lib/review/settings/queries/reviews";
import { dashboardHref } from "../dashboard/address";
import { removeFromCited } from "./actions";

export const metadata: Metadata = { title: "What I cite" };

export default async function CitationsPage({ params }: PageProps<"/reviews/[review]/citations">) {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, (await params).review));
  const { latest, citations } = await forPage(listCitations(viewer, review.id));
  const dashboard = dashboardHref(review.slug, {});
  return (
    <>
      <PageHeader
        title="What I cite"
        breadcrumb={[
          { label: review.title, href: `/reviews/${review.slug}` },
          { label: "Dashboard", href: dashboard },
        ]}
        meta="Figures and findings that you took into a paper. Each says whether the latest release still says the same. Only you see this list."
      />
      <CitedList ids={citations.map(({ id }) => id)}>
        {citations.length === 0 || latest === null ? (
          <EmptyState
            title="You have not kept anything to cite"
            action={<Link href={dashboard}>Go to the dashboard</Link>}
          >
            Open a theme on the dashboard, choose “Copy this figure as a sentence”, then “Keep in what I
            cite”.
          </EmptyState>
        ) : (
          <ul className="max-w-measure border-t border-line">
            {citations.map((citation) => (
              <li key={citation.id} data-cited tabIndex={-1} className="border-b border-line py-5">
                <CitedFigure review={review} citation={citation} latest={latest} />
              </li>
            ))}
          </ul>
        )}
      </CitedList>
    </>
  );
}

type Props = { review: Review; citation: Citation; latest: number };

function CitedFigure({ review, citation, latest }: Props) {
  const { release, roundtable, theme, state } = citation;
  const page = dashboardHref(review.slug, {
    release: release.number,
    theme: theme.slug,
    roundtable: roundtable?.slug ?? null,
  });
  const link = citation.findingId === null ? page : `${page}#${findingAnchor(citation.findingId)}`;
  const words = citedWords(citation, release);
  const source = sourceOf({
    review: review.title,
    release: release.number,
    createdAt: release.createdAt,
    roundtable: roundtable?.title ?? null,
    link: `${appUrl()}${link}`,
  });
  return (
    <>
      <p>{words}</p>
      <p className="mt-1 text-meta text-soft">
        <Link href={link}>{theme.title}</Link>
        {roundtable && `, ${roundtable.title}`}, release {release.number}, {formatDate(release.createdAt)}
      </p>
      <Since
        state={release.number === latest ? { is: "same" } : state}
        latest={latest}
        cited={release.number}
      />
      {words !== null && (
        <CopiedFrom source={source}>
          <CopySentence label="Copy as a sentence" sentence={words} />
        </CopiedFrom>
      )}
      <Form action={removeFromCited} submitLabel="Remove" submitVariant="quiet" className="mt-1">
        <input type="hidden" name="id" value={citation.id} />
      </Form>
    </>
  );
}

/** What the latest release says in its place. */
function Since({ state, latest, cited }: { state: CitationState; latest: number; cited: number }) {
  switch (state.is) {
    case "same":
      return (
        <p className="mt-2 text-meta">
          {cited === latest
            ? `Still the same: release ${latest} is the latest.`
            : `Still the same in release ${latest}, the latest.`}
        </p>
      );
    case "gone":
      return (
        <p className="mt-2">
          <Tag>Changed</Tag> Release {latest} no longer tells it.
        </p>
      );
    case "changed":
      return (
        <p className="mt-2">
          <Tag>Changed</Tag> Release {latest}: {state.words}
        </p>
      );
  }
}
