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
import { readFindings, readNarrowing, type Narrowing } from "./read-findings";

type Props = PageProps<"/reviews/[review]/dashboard/findings">;

/** Opened once for the page and its title; the second is the number of the release, or null for the latest. */
const open = cache(async (slug: string, number: string | null) => {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, slug));
  const releases = await openableReleases(viewer, review.id);
  const release = await openRelease(viewer, review.id, { releases, number, shows: { roundtable: null } });
  return { viewer, review, releases, release };
});

async function read({ params, searchParams }: Props) {
  const query = await searchParams;
  const opened = await open((await params).review, asked(query, "release"));
  return { ...opened, narrowing: opened.release && readNarrowing(opened.release, query) };
}

function titleOf(narrowing: Narrowing | null): string {
  if (!narrowing) return "Findings";
  const { kind, theme, area } = narrowing;
  return findingsTitle({ kind, theme: theme?.title ?? null, area: area?.title ?? null });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: titleOf((await read(props)).narrowing) };
}

/** All findings of a release, narrowed by kind, theme and area; the address says how. */
export default async function FindingsOfRelease(props: Props) {
  const { viewer, review, releases, narrowing } = await read(props);
  const narrowed = narrowing && (await readFindings(viewer, review.id, narrowing));
  return (
    <>
      <PageHeader
        title={titleOf(narrowing)}
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
