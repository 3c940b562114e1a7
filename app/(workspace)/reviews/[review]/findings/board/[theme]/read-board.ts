import { forPage, pageViewer, requireForPage } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { getTheme } from "@/lib/tag/codebook/queries/themes";

type Slugs = Promise<{ review: string; theme: string }>;

/** What each page of a theme's board reads first. */
export async function readBoard(params: Slugs) {
  const viewer = await pageViewer();
  const slugs = await params;
  const review = await forPage(getReview(viewer, slugs.review));
  await requireForPage(viewer, "finding.write", { reviewId: review.id });
  const theme = await forPage(getTheme(viewer, review.id, slugs.theme));
  const home = `/reviews/${review.slug}/findings`;
  return { viewer, review, theme, home, here: `${home}/board/${theme.slug}` };
}
