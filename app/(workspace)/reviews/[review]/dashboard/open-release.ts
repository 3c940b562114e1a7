import { forPage } from "@/lib/access/page";
import type { Viewer } from "@/lib/access/policy";
import {
  getRelease,
  listReleases,
  requireReleased,
  type ShownTables,
} from "@/lib/aggregate/publication/queries/releases";
import type { Release } from "@/lib/aggregate/publication/release-contents";
import { notFound } from "@/lib/platform/errors";

export type ReleaseChoice = { number: number; createdAt: Date };

/** The releases that the viewer may open, the latest first; for a page that refuses others in words. */
export async function openableReleases(viewer: Viewer, reviewId: string): Promise<ReleaseChoice[]> {
  await forPage(Promise.resolve().then(() => requireReleased(viewer, reviewId)));
  return listReleases(viewer, reviewId);
}

/** The release of that number, or without one the latest; null where nothing is released yet. */
export async function openRelease(
  viewer: Viewer,
  reviewId: string,
  {
    releases,
    number,
    shows,
  }: { releases: readonly ReleaseChoice[]; number: string | null; shows: ShownTables },
): Promise<Release | null> {
  const [latest] = releases;
  if (!latest) return null;
  const wanted = number === null ? latest.number : Number(number);
  const found = releases.find((one) => one.number === wanted);
  if (!found) return forPage(Promise.reject(notFound("release")));
  return getRelease(viewer, reviewId, found.number, shows);
}
