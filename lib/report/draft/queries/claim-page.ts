import { requireVisible, type Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Claim } from "@/lib/report/claim/claim";
import { readReportFigures } from "@/lib/aggregate/publication/queries/report-figures";
import { readClaims } from "@/lib/report/claim/queries/claims";
import { passagesOf } from "../block";
import { BlockContent } from "../content/block-content";
import type { Report } from "./reports";

/** One claim of a draft with its sentence; only facilitators may follow a sentence to its contributions. */
export async function getClaim(
  viewer: Viewer,
  report: Report,
  id: string,
): Promise<Claim & { text: string; blockId: string }> {
  requireVisible(viewer, "report.write", report, "sentence");
  const claim = (await readClaims(db(), report, await readReportFigures(db(), viewer, report))).get(id);
  const block = await db().block.findFirst({
    where: { reportId: report.id, claims: { some: { id: claim?.id ?? report.id } } },
    select: { id: true, content: true },
  });
  if (!claim || !block) throw notFound("sentence");
  const passage = passagesOf(BlockContent.parse(block.content)).find(({ claimId }) => claimId === id);
  if (!passage) throw notFound("sentence");
  return { ...claim, text: passage.text, blockId: block.id };
}
