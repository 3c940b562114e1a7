import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { tableOf } from "@/lib/aggregate/publication/release-contents";
import { asked, type Asked } from "./address";
import { openableReleases, openRelease } from "./open-release";

/** A release for a page that shows one part of it, of all its roundtables together; null where nothing is released yet. */
export async function openPart(slug: string, query: Asked) {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, slug));
  const releases = await openableReleases(viewer, review.id);
  const number = asked(query, "release");
  const release = await openRelease(viewer, review.id, { releases, number, shows: { roundtable: null } });
  const table = release && tableOf(release, null);
  return { review, releases, shown: release && table ? { release, table } : null };
}
