import { forPage, pageViewer, requireForPage } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { getTheme } from "@/lib/tag/codebook/queries/themes";

/** The theme in the address for this viewer, with its breadcrumb. */
export async function readTheme(params: Promise<{ review: string; theme: string }>) {
  const viewer = await pageViewer();
  const slugs = await params;
  const review = await forPage(getReview(viewer, slugs.review));
  const theme = await forPage(getTheme(viewer, review.id, slugs.theme));
  const home = `/reviews/${review.slug}`;
  const here = `${home}/themes/${theme.slug}`;
  const crumbs = [
    { label: "Themes", href: `${home}/themes` },
    { label: theme.title, href: here },
  ];
  return { viewer, review, theme, home, here, crumbs };
}

/** The same where the page is for people who may change the codebook. */
export async function readThemeToChange(params: Promise<{ review: string; theme: string }>) {
  const read = await readTheme(params);
  await requireForPage(read.viewer, "codebook.change", { reviewId: read.review.id });
  return read;
}
