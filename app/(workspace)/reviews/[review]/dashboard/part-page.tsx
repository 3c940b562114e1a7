import type { ReactNode } from "react";
import { ScopeChooser } from "@/components/aggregate/figures/scope-chooser";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PrintedFoot } from "@/components/ui/printed-foot";
import { Tag } from "@/components/ui/tag";
import { WHOSE_VIEWS } from "@/lib/aggregate/figures/figure-words";
import { presentInWords } from "@/lib/aggregate/publication/release-changes";
import type { Release, ReleasedTable } from "@/lib/aggregate/publication/release-contents";
import { formatDate } from "@/lib/platform/text/dates";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { dashboardHref } from "./address";
import type { ReleaseChoice } from "./open-release";

type Props = {
  title: string;
  /** The end of its address. */
  part: string;
  review: Review;
  releases: readonly ReleaseChoice[];
  shown: { release: Release; table: ReleasedTable } | null;
  /** What else its address says, and another release should say too. */
  fields?: readonly [name: string, value: string][];
  children: ReactNode;
};

/** A part of a release on a page of its own: which release it is of, who was present, and whose views these are. */
export function PartPage({ title, part, review, releases, shown, fields = [], children }: Props) {
  const release = shown?.release;
  return (
    <>
      <PageHeader
        title={title}
        breadcrumb={[
          { label: review.title, href: `/reviews/${review.slug}` },
          { label: "Dashboard", href: dashboardHref(review.slug, { release: release?.number }) },
        ]}
        meta={
          release && (
            <>
              <Tag>{`Release ${release.number}`}</Tag> All roundtables
            </>
          )
        }
      />
      {shown ? (
        <>
          <PrintedFoot
            words={`${review.title}, release ${shown.release.number}, ${formatDate(shown.release.createdAt)}`}
          />
          <p className="mb-4 text-lg">{presentInWords(shown.table)}.</p>
          <ScopeChooser
            action={`/reviews/${review.slug}/dashboard/${part}`}
            choices={[
              {
                name: "release",
                label: "Release",
                value: String(shown.release.number),
                options: releases.map(({ number, createdAt }) => ({
                  value: String(number),
                  label: `Release ${number}, ${formatDate(createdAt)}`,
                })),
              },
            ]}
            fields={fields}
          />
          {children}
          <p className="mt-6 max-w-measure text-meta text-soft">{WHOSE_VIEWS}</p>
        </>
      ) : (
        <EmptyState title="No figures have been released yet">
          Figures appear here when the lead of this review releases them.
        </EmptyState>
      )}
    </>
  );
}
