import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { getRoundtable } from "@/lib/capture/roundtable/queries/roundtables";

export type RoundtableSlugs = { review: string; roundtable: string };

export function roundtableHref({ review, roundtable }: RoundtableSlugs, rest = ""): string {
  const here = `/reviews/${encodeURIComponent(review)}/roundtables/${encodeURIComponent(roundtable)}`;
  return rest === "" ? here : `${here}/${rest}`;
}

/** What each page about a roundtable reads first, with its breadcrumb. */
export async function readRoundtable(params: Promise<RoundtableSlugs>) {
  const viewer = await pageViewer();
  const slugs = await params;
  const review = await forPage(getReview(viewer, slugs.review));
  const roundtable = await forPage(getRoundtable(viewer, review.id, slugs.roundtable));
  const here = { review: review.slug, roundtable: roundtable.slug };
  const home = { label: "Roundtables", href: `/reviews/${review.slug}/roundtables` };
  const crumbs = [home, { label: roundtable.title, href: roundtableHref(here) }];
  return { viewer, review, roundtable, slugs: here, crumbs };
}
