import { z } from "zod";
import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { getLine } from "@/lib/capture/contribution/queries/lines";
import { getRoundtableById } from "@/lib/capture/roundtable/queries/roundtables";
import { notFound } from "@/lib/platform/errors";

/** What each page about a line begins with. A line of another review is not found under this one's address. */
export async function readLine(params: Promise<{ review: string; contribution: string }>) {
  const viewer = await pageViewer();
  const slugs = await params;
  const review = await forPage(getReview(viewer, slugs.review));
  const id = z.uuid().safeParse(slugs.contribution);
  const line = await forPage(
    id.success ? getLine(viewer, id.data) : Promise.reject(notFound("contribution")),
  );
  if (line.reviewId !== review.id) await forPage(Promise.reject(notFound("contribution")));
  const roundtable = await forPage(getRoundtableById(viewer, review.id, line.roundtableId));
  const home = `/reviews/${review.slug}/contributions`;
  const record = `/reviews/${review.slug}/roundtables/${roundtable.slug}`;
  const crumbs = [
    { label: "Contributions", href: home },
    { label: roundtable.title, href: `${home}?roundtable=${roundtable.slug}` },
  ];
  return { viewer, review, line, roundtable, crumbs, here: `${home}/${line.id}`, record };
}
