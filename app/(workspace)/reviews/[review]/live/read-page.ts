import { forPage, pageViewer, requireForPage } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { dashboardHref } from "../dashboard/address";
import { readLive } from "../dashboard/read-live";

type Asked = {
  params: Promise<{ review: string }>;
  searchParams: Promise<{ [key: string]: string | string[] | undefined }>;
};

/** Whoever opens a page of live figures, the review, and what the address asks to be counted. */
export async function readLivePage({ params, searchParams }: Asked) {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, (await params).review));
  await requireForPage(viewer, "figures.live", { reviewId: review.id });
  const query = await searchParams;
  const asked = await forPage(readLive(viewer, review.id, query));
  const breadcrumb = [
    { label: review.title, href: `/reviews/${review.slug}` },
    { label: "Dashboard", href: dashboardHref(review.slug, { fields: asked.fields }) },
  ];
  return { viewer, review, query, asked, breadcrumb };
}
