import { cache } from "react";
import { forPage, pageViewer, requireForPage } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { getTheme } from "@/lib/tag/codebook/queries/themes";

type Slugs = Promise<{ review: string; theme: string }>;

/** What each page of a theme's board reads first, once for the page and its title. */
export async function readBoard(params: Slugs) {
  const slugs = await params;
  return readOnce(slugs.review, slugs.theme);
}

const readOnce = cache(async (reviewSlug: string, themeSlug: string) => {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, reviewSlug));
  await requireForPage(viewer, "finding.write", { reviewId: review.id });
  const theme = await forPage(getTheme(viewer, review.id, themeSlug));
  const home = `/reviews/${review.slug}/findings`;
  return { viewer, review, theme, home, here: `${home}/board/${theme.slug}` };
});
