import { z } from "zod";
import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { getContribution } from "@/lib/capture/contribution/queries/contributions";
import { getRoundtableById } from "@/lib/capture/roundtable/queries/roundtables";
import { notFound } from "@/lib/platform/errors";

/**
 * What each page about a contribution reads first. A contribution of another review is not found under this
 * one's address.
 */
export async function readContribution(params: Promise<{ review: string; contribution: string }>) {
  const viewer = await pageViewer();
  const slugs = await params;
  const review = await forPage(getReview(viewer, slugs.review));
  const id = z.uuid().safeParse(slugs.contribution);
  const contribution = await forPage(
    id.success ? getContribution(viewer, id.data) : Promise.reject(notFound("contribution")),
  );
  if (contribution.reviewId !== review.id) await forPage(Promise.reject(notFound("contribution")));
  const roundtable = await forPage(getRoundtableById(viewer, review.id, contribution.roundtableId));
  const home = `/reviews/${review.slug}/contributions`;
  const record = `/reviews/${review.slug}/roundtables/${roundtable.slug}`;
  const crumbs = [
    { label: "Contributions", href: home },
    { label: roundtable.title, href: `${home}?roundtable=${roundtable.slug}` },
  ];
  return { viewer, review, contribution, roundtable, crumbs, here: `${home}/${contribution.id}`, record };
}
