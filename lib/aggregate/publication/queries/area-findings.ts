import type { Viewer } from "@/lib/access/policy";
import { visibleReleaseEvidence } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { requireOpenRelease } from "./releases";

/**
 * The findings of a release that rest in part on contributions under a DfE area, by their ids. It compares only contributions
 * that the viewer can read under both, and so tells nothing that reading them does not.
 */
export async function listFindingsInArea(
  viewer: Viewer,
  { reviewId, releaseNumber, areaId }: { reviewId: string; releaseNumber: number; areaId: string },
): Promise<ReadonlySet<string>> {
  const { id: releaseId } = await requireOpenRelease(viewer, reviewId, releaseNumber);
  const inArea = { releaseId, themeId: areaId, findingId: null };
  const rows = await db().releaseEvidence.findMany({
    where: {
      AND: [
        {
          releaseId,
          findingId: { not: null },
          bearing: "supports",
          contribution: { released: { some: inArea } },
        },
        visibleReleaseEvidence(viewer),
      ],
    },
    distinct: ["findingId"],
    select: { findingId: true },
  });
  return new Set(rows.flatMap(({ findingId }) => findingId ?? []));
}
