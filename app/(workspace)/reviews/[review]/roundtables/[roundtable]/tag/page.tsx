import type { Metadata } from "next";
import { KeyLegend } from "@/components/tag/key-legend";
import { shownLine } from "@/components/tag/shown-line";
import { TaggingList } from "@/components/tag/tagging-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { can } from "@/lib/access/policy";
import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/capture/queries";
import { listLines } from "@/lib/capture/queries/lines";
import { getRoundtable } from "@/lib/capture/queries/roundtables";
import { themeKeys } from "@/lib/tag/keys";
import { listTaggings, listThemes } from "@/lib/tag/queries";
import { saveTagging, sendTagging } from "./actions";
import { addressWith, LineFilters, readFilters } from "./line-filters";

export const metadata: Metadata = { title: "Set themes" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/tag">;

export default async function TagPage({ params, searchParams }: Props) {
  const viewer = await pageViewer();
  const slugs = await params;
  const review = await forPage(getReview(viewer, slugs.review));
  const roundtable = await forPage(getRoundtable(viewer, review.id, slugs.roundtable));
  const filters = readFilters(await searchParams);
  const { untagged, theme, question, after } = filters;
  const { lines, next, total } = await forPage(
    listLines(viewer, {
      reviewId: review.id,
      roundtableId: roundtable.id,
      ...(untagged ? { untagged } : {}),
      ...(theme ? { themeId: theme } : {}),
      ...(question ? { questionId: question } : {}),
      ...(after ? { after } : {}),
    }),
  );
  const taggings = await listTaggings(
    viewer,
    lines.map(({ id }) => id),
  );
  const themes = await listThemes(viewer, review.id, { retired: true });
  const inUse = themes.filter(({ retired }) => !retired);
  const keys = themeKeys(inUse.map(({ id }) => id));

  const home = `/reviews/${review.slug}/roundtables`;
  const here = `${home}/${roundtable.slug}/tag`;
  return (
    <>
      <PageHeader
        title="Set themes"
        breadcrumb={[
          { label: "Roundtables", href: home },
          { label: roundtable.title, href: `${home}/${roundtable.slug}` },
          { label: "Set themes" },
        ]}
        meta={`${total} ${total === 1 ? "line" : "lines"}${total > lines.length ? `, ${lines.length} on this page` : ""}`}
      />
      <LineFilters filters={filters} themes={themes} questions={roundtable.questions} />
      <div className="mt-6 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="min-w-0">
          {lines.length === 0 ? (
            <EmptyState title="No line matches">
              Choose other filters above, or log what is said on the roundtable’s capture page.
            </EmptyState>
          ) : (
            <TaggingList
              key={addressWith(here, filters)}
              lines={lines.map(shownLine)}
              taggings={Object.fromEntries(taggings)}
              themes={themes.map(({ id, title, colour, axis, retired }) => ({
                id,
                title,
                colour,
                axis,
                retired,
              }))}
              mayRemoveOthers={can(viewer, "codebook.change", { reviewId: review.id })}
              opened={lines.some(({ id }) => id === filters.line) ? (filters.line ?? null) : null}
              href={addressWith(here, filters)}
              send={sendTagging}
              action={saveTagging}
            />
          )}
          <Pagination
            label="Pages of lines"
            {...(after
              ? {
                  previous: {
                    href: addressWith(here, { ...filters, after: undefined }),
                    label: "Back to the first lines",
                  },
                }
              : {})}
            {...(next ? { next: { href: addressWith(here, { ...filters, after: next }) } } : {})}
          />
        </div>
        <div className="lg:sticky lg:top-6 lg:self-start">
          <KeyLegend themes={inUse} keys={keys} />
        </div>
      </div>
    </>
  );
}
