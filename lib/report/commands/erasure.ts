import { personErased, type PersonErased } from "@/lib/capture/hooks";
import type { Tx } from "@/lib/platform/db";
import { publish } from "@/lib/platform/events";
import { BlockContent, gapOf, sentencesOf, type BlockType } from "../block";
import { quotedPassages } from "../quotation";

/** Lets erasure reach the quotations of reports; called once when the application starts. */
export function registerReportHandlers(): void {
  personErased.register("report", eraseQuotations);
}

/**
 * Takes a person's words out of drafts, earlier texts and versions: what quotes one of their lines becomes
 * a marked gap. A version keeps the block's digest, so that everything else in it still verifies.
 */
async function eraseQuotations(tx: Tx, { reviewId, contributionIds }: PersonErased): Promise<void> {
  const claims = await tx.claim.findMany({
    where: { reviewId, evidence: { some: { contributionId: { in: contributionIds } } } },
    select: { id: true, blockId: true },
  });
  if (claims.length === 0) return;
  const citing = new Set(claims.map(({ id }) => id));
  const blockIds = [...new Set(claims.map(({ blockId }) => blockId))];
  const blocks = await tx.block.findMany({
    where: { id: { in: blockIds } },
    select: { id: true, reportId: true, type: true, content: true },
  });
  for (const { id, type, content } of blocks) {
    if (quotes(type, content, citing)) await blankDraft(tx, id, type);
    await blankRevisions(tx, id, type, citing);
  }
  await blankVersions(tx, blockIds, citing);
  for (const reportId of new Set(blocks.map((block) => block.reportId)))
    await publish(tx, { kind: "report", reviewId, reportId });
}

/** Whether words of the cited lines may stand in it: a quotation, or a passage in quotation marks. */
function quotes(type: BlockType, content: unknown, citing: ReadonlySet<string>): boolean {
  return sentencesOf(BlockContent.parse(content)).some(
    (sentence) =>
      sentence.voice === "claim" &&
      citing.has(sentence.claimId) &&
      (type === "quotation" || quotedPassages(sentence.text).length > 0),
  );
}

async function blankDraft(tx: Tx, id: string, type: BlockType) {
  const erasedAt = new Date();
  await tx.block.update({
    where: { id },
    data: { content: gapOf(type), erasedAt, revision: { increment: 1 } },
    select: { id: true },
  });
  await tx.claim.updateMany({ where: { blockId: id, removedAt: null }, data: { removedAt: erasedAt } });
}

async function blankRevisions(tx: Tx, blockId: string, type: BlockType, citing: ReadonlySet<string>) {
  const rows = await tx.blockRevision.findMany({ where: { blockId }, select: { id: true, content: true } });
  const ids = rows.filter(({ content }) => quotes(type, content, citing)).map(({ id }) => id);
  await tx.blockRevision.updateMany({
    where: { id: { in: ids } },
    data: { content: gapOf(type), salt: null },
  });
}

async function blankVersions(tx: Tx, blockIds: string[], citing: ReadonlySet<string>) {
  const rows = await tx.versionBlock.findMany({
    where: { blockId: { in: blockIds }, erasedAt: null },
    select: { id: true, type: true, content: true },
  });
  for (const { id, type, content } of rows) {
    if (!quotes(type, content, citing)) continue;
    await tx.versionBlock.update({
      where: { id },
      data: { content: gapOf(type), evidence: {}, salt: null, erasedAt: new Date() },
      select: { id: true },
    });
  }
}
