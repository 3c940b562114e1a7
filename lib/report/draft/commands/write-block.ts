import type { Viewer } from "@/lib/access/policy";
import { canonicalJson } from "@/lib/platform/canonical-json";
import type { Tx } from "@/lib/platform/db";
import { saltedDigest } from "@/lib/platform/digest";
import { invalid } from "@/lib/platform/errors";
import { typeOf } from "../block";
import type { BlockContent } from "../content/block-content";
import type { Section } from "../document-kind";
import { claimsNamed } from "../saving/edited-block";
import { recordChange } from "./find-block";

type Written = {
  block: { id: string; reportId: string; content: BlockContent; section: Section };
  reviewId: string;
  /** The revision that the new words are based on. */
  revision: number;
  content: BlockContent;
  section?: Section;
};

/**
 * Gives a block new words and keeps the earlier ones as a revision. False, and nothing written, where the block is no longer
 * in the revision that the words are based on. The caller settles the claims of what it wrote.
 */
export async function writeBlock(tx: Tx, viewer: Viewer, written: Written): Promise<boolean> {
  const { block, reviewId, revision, content, section = block.section } = written;
  const { count } = await tx.block.updateMany({
    where: { id: block.id, revision },
    data: {
      content,
      section,
      type: typeOf(content),
      revision: { increment: 1 },
      erasedAt: null,
      removedAt: null,
    },
  });
  if (count === 0) return false;
  await tx.blockRevision.create({
    data: {
      blockId: block.id,
      revision,
      content: block.content,
      endedById: viewer.userId,
      ...saltedDigest(canonicalJson(block.content)),
    },
  });
  const { id: blockId, reportId } = block;
  await recordChange(tx, viewer, { action: "block.edit", reviewId, reportId, blockId });
  return true;
}

type WrittenBlock = { id: string; content: BlockContent };

/**
 * The claims of blocks are the ones that their words name: new ones are made, those that are no longer named are removed,
 * and their evidence is kept. One whose words were moved to another block of the report goes with them. `others` is what
 * the rest of the report says: an id is in one block alone.
 */
export async function settleClaims(
  tx: Tx,
  { reportId, reviewId }: { reportId: string; reviewId: string },
  blocks: readonly WrittenBlock[],
  others: readonly WrittenBlock[] = [],
) {
  const places = blocks.flatMap(({ id, content }) =>
    claimsNamed(content).map((claimId) => ({ claimId, blockId: id })),
  );
  const named = places.map(({ claimId }) => claimId);
  const elsewhere = new Set(others.flatMap(({ content }) => claimsNamed(content)));
  if (new Set(named).size < named.length || named.some((id) => elsewhere.has(id)))
    throw invalid("Two paragraphs cite the same evidence. Reload the page and make the change once more.");
  const known = await tx.claim.findMany({
    where: { id: { in: named } },
    select: { id: true, blockId: true, block: { select: { reportId: true } } },
  });
  if (known.some(({ block }) => block.reportId !== reportId))
    throw invalid("A passage names evidence of another report. Reload the page.");
  const old = new Map(known.map(({ id, blockId }) => [id, blockId]));
  await tx.claim.createMany({
    data: places
      .filter(({ claimId }) => !old.has(claimId))
      .map(({ claimId, blockId }) => ({ id: claimId, reviewId, blockId })),
  });
  for (const { claimId, blockId } of places)
    if (old.has(claimId) && old.get(claimId) !== blockId)
      await tx.claim.update({ where: { id: claimId }, data: { blockId }, select: { id: true } });
  await tx.claim.updateMany({
    where: { blockId: { in: blocks.map(({ id }) => id) }, id: { notIn: named }, removedAt: null },
    data: { removedAt: new Date() },
  });
  await tx.claim.updateMany({ where: { id: { in: named } }, data: { removedAt: null } });
}
