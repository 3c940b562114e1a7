import { can, requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { visibleReleases } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { ThemeTableShape } from "@/lib/aggregate/figures/figures";
import type { Release } from "../release";

/** Refuses viewers who may not see released figures; for a stranger the review does not exist. */
export function requireReleased(viewer: Viewer, reviewId: string): void {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "figures.released", { reviewId });
}

/**
 * The releases that the viewer may open, latest first. Each is suppressed as a whole, but two compared could
 * reveal by subtraction what each withholds, so reviewers may open only the latest.
 */
export function listReleases(
  viewer: Viewer,
  reviewId: string,
): Promise<{ id: string; number: number; createdAt: Date }[]> {
  requireReleased(viewer, reviewId);
  return db().release.findMany({
    ...(can(viewer, "figures.live", { reviewId }) ? {} : { take: 1 }),
    where: { AND: [{ reviewId }, visibleReleases(viewer)] },
    orderBy: { number: "desc" },
    select: { id: true, number: true, createdAt: true },
  });
}

/** Refuses with not-found a release that the viewer may not open. */
export async function requireOpenRelease(
  viewer: Viewer,
  reviewId: string,
  number: number,
): Promise<{ id: string }> {
  const open = await listReleases(viewer, reviewId);
  const release = open.find((one) => one.number === number);
  if (!release) throw notFound("release");
  return release;
}

/**
 * One release with its tables. A number that was never released, or that the viewer may not open, is not
 * found.
 */
export async function getRelease(viewer: Viewer, reviewId: string, number: number): Promise<Release> {
  await requireOpenRelease(viewer, reviewId, number);
  const release = await db().release.findFirst({
    where: { AND: [{ reviewId, number }, visibleReleases(viewer)] },
    select: { number: true, createdAt: true, tables: { select: { figures: true } } },
  });
  if (!release) throw notFound("release");
  const tables = release.tables.map(({ figures }) => ThemeTableShape.parse(figures));
  const place = ({ scope }: (typeof tables)[number]) => scope.roundtable?.title ?? "";
  tables.sort((a, b) => place(a).localeCompare(place(b), "en-GB"));
  return { number: release.number, createdAt: release.createdAt, tables };
}
