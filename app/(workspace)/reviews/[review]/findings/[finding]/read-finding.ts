import { z } from "zod";
import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { notFound } from "@/lib/platform/errors";
import { getFinding } from "@/lib/synthesise/finding/queries/findings";

type Slugs = Promise<{ review: string; finding: string }>;

/**
 * What each page about a finding reads first. An address that is not an id is not found, like an unknown one.
 */
export async function readFinding(params: Slugs) {
  const viewer = await pageViewer();
  const slugs = await params;
  const review = await forPage(getReview(viewer, slugs.review));
  const id = z.uuid().safeParse(slugs.finding);
  const finding = await forPage(
    id.success ? getFinding(viewer, review.id, id.data) : Promise.reject(notFound("finding")),
  );
  const home = `/reviews/${review.slug}/findings`;
  return { viewer, review, finding, home, here: `${home}/${finding.id}` };
}
