import type { Viewer } from "@/lib/access/policy";
import { visibleContributions, visibleReleases } from "@/lib/access/scope";
import type { Tx } from "@/lib/platform/db";
import { reportFigures, type ReportFigures } from "../report/figure-ref";
import { readRelease } from "./releases";

/** The whole review, or one roundtable, and the release that a report is bound to. */
export type Bound = { reviewId: string; roundtableId: string | null; releaseId: string | null };

/**
 * What the report's release says of what the report is about; null where the report is bound to none, or the release
 * has no table for it.
 */
export async function readReportFigures(
  client: Tx,
  viewer: Viewer,
  report: Bound,
): Promise<ReportFigures | null> {
  const { reviewId, roundtableId, releaseId } = report;
  if (releaseId === null) return null;
  const bound = await client.release.findFirst({
    where: { AND: [{ id: releaseId, reviewId }, visibleReleases(viewer)] },
    select: { number: true, threshold: true },
  });
  if (!bound) return null;
  const roundtable = roundtableId
    ? await client.roundtable.findFirst({ where: { id: roundtableId, reviewId }, select: { slug: true } })
    : null;
  return reportFigures(
    await readRelease(client, viewer, {
      reviewId,
      number: bound.number,
      shows: { roundtable: roundtable?.slug ?? null },
    }),
    { roundtableSlug: roundtable?.slug ?? null, threshold: bound.threshold },
    await readHands(client, viewer, report),
  );
}

async function readHands(client: Tx, viewer: Viewer, { reviewId, roundtableId }: Bound) {
  const rows = await client.contribution.findMany({
    where: {
      AND: [
        { reviewId, ...(roundtableId ? { roundtableId } : {}), handsAsked: { not: null } },
        { struckAt: null, erasedAt: null },
        visibleContributions(viewer),
      ],
    },
    select: { id: true, handsRaised: true, handsAsked: true },
  });
  return new Map(
    rows.flatMap(({ id, handsRaised, handsAsked }) =>
      handsRaised === null || handsAsked === null
        ? []
        : [[id, { raised: handsRaised, asked: handsAsked }] as const],
    ),
  );
}

/** The newest release that has a table for the scope; null where none has. */
export function newestFor(
  client: Tx,
  viewer: Viewer,
  { reviewId, roundtableId }: Omit<Bound, "releaseId">,
): Promise<{ id: string; number: number } | null> {
  return client.release.findFirst({
    where: {
      AND: [{ reviewId, tables: { some: { roundtableId } } }, visibleReleases(viewer)],
    },
    orderBy: { number: "desc" },
    select: { id: true, number: true },
  });
}
