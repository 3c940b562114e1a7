import type { Consequence } from "@/lib/capture/people/consequence";
import type { Tx } from "@/lib/platform/db";
import { passagesOf } from "@/lib/report/draft/block";
import { BlockContent } from "@/lib/report/draft/content/block-content";
import { type BlockType } from "@/lib/report/draft/document-kind";
import { quotedPassages } from "@/lib/report/draft/quotation";

/** Whether it may contain words of the cited contributions: a quotation, or a passage in quotation marks. */
export function quotes(type: BlockType, content: unknown, citing: ReadonlySet<string>): boolean {
  return passagesOf(BlockContent.parse(content)).some(
    ({ claimId, text }) =>
      claimId !== null && citing.has(claimId) && (type === "quotation" || quotedPassages(text).length > 0),
  );
}

/**
 * What depends on the contributions in reports: sentences of drafts that cite them, paragraphs of drafts that
 * quote them, and published versions with their words, which cannot be called back. Changes nothing.
 */
export async function citingReports(
  tx: Tx,
  { reviewId, contributionIds }: { reviewId: string; contributionIds: string[] },
): Promise<{ claims: number; quotations: number; published: number }> {
  const claims = await tx.claim.findMany({
    where: { reviewId, evidence: { some: { contributionId: { in: contributionIds }, until: null } } },
    select: { id: true, blockId: true, removedAt: true },
  });
  const citing = new Set(claims.map(({ id }) => id));
  const blockIds = [...new Set(claims.map(({ blockId }) => blockId))];
  const blocks = await tx.block.findMany({
    where: { id: { in: blockIds }, removedAt: null, erasedAt: null, report: { state: { not: "published" } } },
    select: { type: true, content: true },
  });
  const out = await tx.versionBlock.findMany({
    where: { blockId: { in: blockIds }, version: { publishedAt: { not: null } } },
    select: { versionId: true, type: true, content: true },
  });
  const quoting = out.filter(({ type, content }) => quotes(type, content, citing));
  return {
    claims: claims.filter(({ removedAt }) => removedAt === null).length,
    quotations: blocks.filter(({ type, content }) => quotes(type, content, citing)).length,
    published: new Set(quoting.map(({ versionId }) => versionId)).size,
  };
}

/** Leaves out entries with a count of 0. */
export function some(consequences: readonly Consequence[]): Consequence[] {
  return consequences.filter(({ count }) => count > 0);
}
