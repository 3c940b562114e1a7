import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { visibleReleases } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { ThemeTableShape } from "../figures";
import type { Release } from "../release";

/** Refuses whoever may not see released figures; to a stranger the review does not exist. */
export function requireReleased(viewer: Viewer, reviewId: string): void {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "figures.released", { reviewId });
}

/** The releases of the review, the latest first. */
export function listReleases(
  viewer: Viewer,
  reviewId: string,
): Promise<{ number: number; createdAt: Date }[]> {
  requireReleased(viewer, reviewId);
  return db().release.findMany({
    where: { AND: [{ reviewId }, visibleReleases(viewer)] },
    orderBy: { number: "desc" },
    select: { number: true, createdAt: true },
  });
}

/** One release with its tables. Refuses a number that was never released with not-found. */
export async function getRelease(viewer: Viewer, reviewId: string, number: number): Promise<Release> {
  requireReleased(viewer, reviewId);
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
