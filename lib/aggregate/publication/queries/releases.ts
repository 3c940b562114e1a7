import { z } from "zod";
import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { visibleReleases } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { PublishedFigureShape } from "../published-count";
import {
  ReleasedBreakdownShape,
  ReleasedNpqsShape,
  ReleasedTableShape,
  type Release,
} from "../release-contents";

/** Refuses viewers who may not see released figures; for a stranger the review does not exist. */
export function requireReleased(viewer: Viewer, reviewId: string): void {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "figures.released", { reviewId });
}

/** The releases of a review, latest first. Each was checked together with those before, so all of them may be opened. */
export function listReleases(
  viewer: Viewer,
  reviewId: string,
): Promise<{ id: string; number: number; createdAt: Date }[]> {
  requireReleased(viewer, reviewId);
  return db().release.findMany({
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

const Breakdowns = z.array(ReleasedBreakdownShape);

/** One release. A number that was never released, or that the viewer may not open, is not found. */
export async function getRelease(viewer: Viewer, reviewId: string, number: number): Promise<Release> {
  requireReleased(viewer, reviewId);
  const release = await db().release.findFirst({
    where: { AND: [{ reviewId, number }, visibleReleases(viewer)] },
    select: {
      number: true,
      createdAt: true,
      breakdowns: true,
      npqs: true,
      tables: { select: { figures: true } },
      findings: {
        orderBy: { position: "asc" },
        select: {
          findingId: true,
          themeId: true,
          stance: true,
          text: true,
          counterView: true,
          supports: true,
          contradicts: true,
        },
      },
    },
  });
  if (!release) throw notFound("release");
  const tables = release.tables.map(({ figures }) => ReleasedTableShape.parse(figures));
  const place = ({ roundtable }: (typeof tables)[number]) => roundtable?.title ?? "";
  tables.sort((a, b) => place(a).localeCompare(place(b), "en-GB"));
  return {
    number: release.number,
    createdAt: release.createdAt,
    tables,
    breakdowns: Breakdowns.parse(release.breakdowns),
    npqs: ReleasedNpqsShape.nullable().parse(release.npqs),
    findings: release.findings.map(({ findingId, supports, contradicts, ...finding }) => ({
      id: findingId,
      ...finding,
      supports: PublishedFigureShape.parse(supports),
      contradicts: PublishedFigureShape.parse(contradicts),
    })),
  };
}
