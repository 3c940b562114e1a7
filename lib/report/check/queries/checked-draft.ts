import { requireVisible, type Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import type { Claim } from "@/lib/report/claim/claim";
import { readClaims } from "@/lib/report/claim/queries/claims";
import { type Report, type Block, readBlocks } from "@/lib/report/draft/queries/reports";
import { sentencesOf } from "@/lib/report/draft/block";
import { checkDraft, type Check } from "../checks";

export type Draft = { blocks: Block[]; removed: Block[]; claims: Map<string, Claim>; checks: Check[] };

/** The current draft with live figures and the results of the checks, for facilitators only. */
export async function getDraft(viewer: Viewer, report: Report): Promise<Draft> {
  requireVisible(viewer, "report.write", report, "draft");
  const [blocks, removed, claims] = [
    await readBlocks(db(), report.id, { removedAt: null }),
    await readBlocks(db(), report.id, { removedAt: { not: null } }),
    await readClaims(db(), report),
  ];
  const checks = checkDraft(blocks, { claims, smallNumber: report.review.smallNumber });
  return { blocks, removed, claims, checks };
}

/** The findings that sentences of the draft were made from. */
export function toldFindings({ blocks, claims }: Draft): Set<string> {
  const sentences = blocks.flatMap(({ content }) => sentencesOf(content));
  const told = sentences.flatMap((one) =>
    one.voice === "claim" ? claims.get(one.claimId)?.findingId : null,
  );
  return new Set(told.filter((id) => typeof id === "string"));
}
