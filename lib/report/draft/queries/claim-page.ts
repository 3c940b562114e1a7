import { requireVisible, type Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Claim } from "@/lib/report/claim/claim";
import { readReportFigures } from "@/lib/aggregate/publication/queries/report-figures";
import { readClaims } from "@/lib/report/claim/queries/claims";
import { placeOfClaim, type ClaimPlace } from "../content/claim-place";
import { readBlocks, type Report } from "./reports";

/** One claim of a draft where it stands; only facilitators may follow a sentence to its contributions. */
export async function getClaim(
  viewer: Viewer,
  report: Report,
  id: string,
): Promise<Claim & { place: ClaimPlace }> {
  requireVisible(viewer, "report.write", report, "sentence");
  const claim = (await readClaims(db(), report, await readReportFigures(db(), viewer, report))).get(id);
  if (!claim) throw notFound("sentence");
  const blocks = await readBlocks(db(), report.id, {
    OR: [{ removedAt: null }, { claims: { some: { id } } }],
  });
  const place = placeOfClaim(blocks, id);
  if (!place) throw notFound("sentence");
  return { ...claim, place };
}
