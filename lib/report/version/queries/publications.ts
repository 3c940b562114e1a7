import { requireCan, type Viewer } from "@/lib/access/policy";
import { visiblePublications } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { REPORT_SELECT, type Report } from "@/lib/report/draft/queries/reports";
import { readVersion, summaryOf, VERSION_SUMMARY, type Version, type VersionSummary } from "./versions";

/** A published version at its address. */
export type Publication = {
  report: Report;
  /** Without its blocks where it was withdrawn. */
  version: Version;
  /** Everything of the report that the viewer may open, the newest first; this version among them. */
  all: VersionSummary[];
};

/** Which one: null is the newest that the viewer may open. */
type Place = { review: string; report: string; number: number | null };

/** Refuses with not-found what the viewer may not open; without a viewer, everything that is not public. */
export async function getPublication(viewer: Viewer | null, place: Place): Promise<Publication> {
  const rows = await db().version.findMany({
    where: {
      AND: [{ report: { slug: place.report, review: { slug: place.review } } }, visiblePublications(viewer)],
    },
    orderBy: { number: "desc" },
    select: { ...VERSION_SUMMARY, report: { select: REPORT_SELECT } },
  });
  const row = place.number === null ? rows[0] : rows.find(({ number }) => number === place.number);
  if (!row) throw notFound("report");
  const summary = summaryOf(row, "");
  const nothing = { blocks: [], verified: true, gaps: 0, brokenBlocks: [] };
  return {
    report: row.report,
    version: row.withdrawnAt ? { ...summary, ...nothing } : await readVersion(summary),
    all: rows.map((one) => summaryOf(one, "")),
  };
}

/** Which of these claims still stand in the draft, where facilitators can follow them to their evidence. */
export async function standingClaims(
  viewer: Viewer,
  report: Report,
  ids: readonly string[],
): Promise<Set<string>> {
  requireCan(viewer, "report.write", report);
  const rows = await db().claim.findMany({
    where: { id: { in: [...ids] }, reviewId: report.reviewId, removedAt: null },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}
