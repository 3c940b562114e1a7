import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { z } from "zod";
import { LivePages } from "@/components/aggregate/live/live-pages";
import { Details } from "@/components/ui/details";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form/form";
import { TextInput } from "@/components/ui/form/text-input";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { forPage, pageViewer, requireForPage } from "@/lib/access/page";
import { getDeletedView, listSavedViews } from "@/lib/aggregate/live/queries/saved-views";
import type { SavedView } from "@/lib/aggregate/live/saved-view";
import { getReview, type Review } from "@/lib/review/settings/queries/reviews";
import { dashboardHref } from "../../dashboard/address";
import { remove, rename, restore } from "../actions";
import { livePageHref } from "../live-frame";

export const metadata: Metadata = { title: "Saved views" };

type Props = PageProps<"/reviews/[review]/live/views">;

export default async function SavedViewsPage({ params, searchParams }: Props) {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, (await params).review));
  await requireForPage(viewer, "figures.live", { reviewId: review.id });
  const views = await forPage(listSavedViews(viewer, review.id));
  const id = z.uuid().safeParse((await searchParams).deleted).data;
  const deleted = id === undefined ? null : await forPage(getDeletedView(viewer, review.id, id));
  return (
    <>
      <PageHeader
        title="Saved views"
        breadcrumb={[
          { label: review.title, href: `/reviews/${review.slug}` },
          { label: "Dashboard", href: dashboardHref(review.slug, {}) },
        ]}
        meta="What the facilitators of this review chose to count, under a name."
      />
      <LivePages current="views" hrefOf={(page) => livePageHref(review.slug, page)} />
      {deleted && (
        <div className="mb-6">
          <Notice tone="success" title={`“${deleted.name}” is deleted`}>
            <Form action={restore} submitLabel="Undo" submitVariant="quiet">
              <input type="hidden" name="id" value={deleted.id} />
              <input type="hidden" name="reviewSlug" value={review.slug} />
            </Form>
          </Notice>
        </div>
      )}
      {views.length === 0 ? (
        <EmptyState
          title="No view is saved yet"
          action={<Link href={dashboardHref(review.slug, {})}>Go to the dashboard</Link>}
        >
          Choose on the dashboard what is counted, then save it there under a name.
        </EmptyState>
      ) : (
        <ul className="max-w-measure border-t border-line">
          {views.map((view) => (
            <ViewItem key={`${view.id} ${view.revision}`} view={view} review={review} />
          ))}
        </ul>
      )}
    </>
  );
}

function ViewItem({ view, review }: { view: SavedView; review: Review }) {
  return (
    <li className="border-b border-faint py-3">
      <Link href={dashboardHref(review.slug, { fields: view.fields })} className="font-semibold">
        {view.name}
      </Link>
      <Details summary={`Rename or delete ${view.name}`}>
        <Form action={rename} submitLabel="Rename" submitVariant="quiet">
          <input type="hidden" name="id" value={view.id} />
          <input type="hidden" name="revision" value={view.revision} />
          <input type="hidden" name="reviewSlug" value={review.slug} />
          <TextInput name="name" label="Name" defaultValue={view.name} />
        </Form>
        <div className="mt-6">
          <Form action={remove} submitLabel="Delete" submitVariant="quiet">
            <input type="hidden" name="id" value={view.id} />
            <input type="hidden" name="reviewSlug" value={review.slug} />
          </Form>
        </div>
      </Details>
    </li>
  );
}
