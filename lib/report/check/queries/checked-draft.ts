import { requireVisible, type Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { readReportFigures } from "@/lib/aggregate/publication/queries/report-figures";
import type { ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import type { Claim } from "@/lib/report/claim/claim";
import { readClaims } from "@/lib/report/claim/queries/claims";
import { type Report, type Block, readBlocks } from "@/lib/report/draft/queries/reports";
import { claimsIn } from "@/lib/report/draft/block";
import type { Check } from "../check";
import { readDraftChecks } from "./draft-checks";

export type Draft = {
  blocks: Block[];
  removed: Block[];
  claims: Map<string, Claim>;
  /** What the report's release says of it; null where it is bound to none. */
  figures: ReportFigures | null;
  checks: Check[];
};

/** The current draft with live figures and the results of the checks, for facilitators only. */
export async function getDraft(viewer: Viewer, report: Report): Promise<Draft> {
  requireVisible(viewer, "report.write", report, "draft");
  const blocks = await readBlocks(db(), report.id, { removedAt: null });
  const removed = await readBlocks(db(), report.id, { removedAt: { not: null } });
  const figures = await readReportFigures(db(), viewer, report);
  const claims = await readClaims(db(), report, figures);
  const checks = await readDraftChecks(db(), report, { blocks, claims, figures });
  return { blocks, removed, claims, figures, checks };
}

/** The findings that sentences of the draft were made from. */
export function toldFindings({ blocks, claims }: Draft): Set<string> {
  const told = blocks.flatMap(({ content }) => claimsIn(content));
  return new Set(told.flatMap((id) => claims.get(id)?.findingId ?? []));
}
