import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/access/policy";
import { canonicalJson } from "@/lib/platform/canonical-json";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { saltedDigest } from "@/lib/platform/digest";
import { invalid, Refusal } from "@/lib/platform/errors";
import type { BlockContent } from "../block";
import { contentOfPassages, type TypedPassage } from "../passages";
import type { EditBlockInput } from "../report";
import { findBlock, recordChange } from "./find-block";

const STALE =
  "Somebody changed this paragraph while you were writing. What you typed is still in the form, and the current paragraph is shown alongside it. Combine the two, then save again.";

/**
 * Gives a block new words and keeps the earlier ones as a revision. A passage that becomes a claim has
 * no evidence at first.
 */
export const editBlock = command(async (tx, viewer: Viewer, input: EditBlockInput) => {
  const block = await findBlock(tx, viewer, input.blockId);
  if (block.removedAt) throw invalid("This paragraph was removed. Restore it first.");
  const passages = input.passages.map(({ text, voice, claimId }) => ({
    text,
    claimId: voice === "claim" ? (claimId ?? randomUUID()) : null,
  }));
  const content = contentOfPassages(block.type, block.content, passages);
  if (canonicalJson(content) === canonicalJson(block.content)) return { id: block.id };
  const { count } = await tx.block.updateMany({
    where: { id: block.id, revision: input.revision },
    data: { content, revision: { increment: 1 }, erasedAt: null },
  });
  if (count === 0) throw new Refusal("stale", STALE, { revision: STALE });
  await keepRevision(tx, viewer, { id: block.id, revision: input.revision, content: block.content });
  await settleClaims(tx, { id: block.id, reviewId: block.report.reviewId, passages });
  await recordChange(tx, viewer, {
    action: "block.edit",
    reviewId: block.report.reviewId,
    reportId: block.reportId,
    blockId: block.id,
  });
  return { id: block.id };
});

type Revised = { id: string; revision: number; content: BlockContent };

async function keepRevision(tx: Tx, viewer: Viewer, { id, revision, content }: Revised) {
  await tx.blockRevision.create({
    data: {
      blockId: id,
      revision,
      content,
      endedById: viewer.userId,
      ...saltedDigest(canonicalJson(content)),
    },
  });
}

/**
 * The claims of a block are the ones that its passages name. Other claims are removed; their evidence is
 * kept.
 */
async function settleClaims(
  tx: Tx,
  { id: blockId, reviewId, passages }: { id: string; reviewId: string; passages: readonly TypedPassage[] },
) {
  const named = passages.flatMap(({ claimId }) => claimId ?? []);
  if (new Set(named).size < named.length)
    throw invalid(
      "Two passages cite the same evidence. Open the paragraph again and make the change once more.",
    );
  const known = await tx.claim.findMany({
    where: { id: { in: named } },
    select: { id: true, blockId: true },
  });
  if (known.some((claim) => claim.blockId !== blockId))
    throw invalid("A passage names evidence of another paragraph. Open the paragraph again.");
  const old = new Set(known.map(({ id }) => id));
  await tx.claim.createMany({
    data: named.filter((id) => !old.has(id)).map((id) => ({ id, reviewId, blockId })),
  });
  await tx.claim.updateMany({
    where: { blockId, id: { notIn: named }, removedAt: null },
    data: { removedAt: new Date() },
  });
  await tx.claim.updateMany({ where: { blockId, id: { in: named } }, data: { removedAt: null } });
}
