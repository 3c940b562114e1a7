import { cache } from "react";
import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { forPage, pageViewer } from "@/lib/access/page";
import { findingsTitle } from "@/lib/aggregate/publication/finding/kind-words";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { asked, dashboardHref } from "../address";
import { openableReleases, openRelease } from "../open-release";
import { FindingFilters } from "./finding-filters";
import { ListedFindings } from "./listed-findings";
import { readFindings, type NarrowedFindings } from "./read-findings";

type Props = PageProps<"/reviews/[review]/dashboard/findings">;

/** Read once for the page and its title. */
const read = cache(async ({ params, searchParams }: Props) => {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, (await params).review));
  const query = await searchParams;
  const releases = await openableReleases(viewer, review.id);
  const number = asked(query, "release");
  const release = await openRelease(viewer, review.id, { releases, number, shows: { roundtable: null } });
  const narrowed = release && (await readFindings(viewer, review.id, { release, query }));
  return { review, releases, narrowed };
});

function titleOf(narrowed: NarrowedFindings | null): string {
  if (!narrowed) return "Findings";
  const { kind, theme, area } = narrowed;
  return findingsTitle({ kind, theme: theme?.title ?? null, area: area?.title ?? null });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: titleOf((await read(props)).narrowed) };
}

/** All findings of a release, narrowed by kind, theme and area; the address says how. */
export default async function FindingsOfRelease(props: Props) {
  const { review, releases, narrowed } = await read(props);
  return (
    <>
      <PageHeader
        title={titleOf(narrowed)}
        breadcrumb={[
          { label: review.title, href: `/reviews/${review.slug}` },
          { label: "Dashboard", href: dashboardHref(review.slug, { release: narrowed?.release.number }) },
        ]}
        meta={
          narrowed && (
            <>
              <Tag>{`Release ${narrowed.release.number}`}</Tag> All roundtables
            </>
          )
        }
      />
      {narrowed ? (
        <>
          <FindingFilters review={review.slug} narrowed={narrowed} releases={releases} />
          <ListedFindings review={review} narrowed={narrowed} />
        </>
      ) : (
        <EmptyState title="No findings have been released yet">
          Findings appear here when the lead of this review releases them.
        </EmptyState>
      )}
    </>
  );
}
