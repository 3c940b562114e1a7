import type { Viewer } from "@/lib/access/policy";
import type { Tx } from "@/lib/platform/db";
import { typeOf } from "@/lib/report/draft/block";
import type { BlockContent } from "@/lib/report/draft/content/block-content";
import { recordChange } from "@/lib/report/draft/commands/find-block";
import { orderBlocks } from "@/lib/report/draft/commands/order-blocks";
import { settleClaims, writeBlock } from "@/lib/report/draft/commands/write-block";
import { readBlocks, type Report } from "@/lib/report/draft/queries/reports";
import { restoreEvidence } from "@/lib/report/version/commands/restore-evidence";
import { arranged, placeIn, type Edit } from "../edit";

type Writing = { tx: Tx; viewer: Viewer; report: Report };

/** Writes what was accepted: words as new revisions, with their claims and what these cite. */
export async function writeEdits(writing: Writing, edits: readonly Edit[]): Promise<void> {
  const { tx, viewer, report } = writing;
  const { id: reportId, reviewId } = report;
  const written = new Map<string, BlockContent>();
  for (const edit of edits) {
    await writeOne(writing, edit);
    if (edit.is === "write" || edit.is === "insert") written.set(edit.blockId, edit.content);
  }
  const rest = await readBlocks(tx, reportId, { id: { notIn: [...written.keys()] }, removedAt: null });
  const blocks = [...written].map(([id, content]) => ({ id, content }));
  if (blocks.length > 0) await settleClaims(tx, { reportId, reviewId }, blocks, rest);
  const cited = edits.flatMap((edit) => ("evidence" in edit ? [{ evidence: edit.evidence }] : []));
  await restoreEvidence(tx, viewer, report, cited);
}

async function writeOne(writing: Writing, edit: Edit) {
  const { tx, viewer, report } = writing;
  const { id: reportId, reviewId } = report;
  switch (edit.is) {
    case "write": {
      const { blockId, content, section } = edit;
      const [block] = await readBlocks(tx, reportId, { id: blockId });
      if (!block) return;
      const { revision } = block;
      await writeBlock(tx, viewer, { block: { ...block, reportId }, reviewId, revision, content, section });
      return;
    }
    case "insert":
      return insert(writing, edit);
    case "remove": {
      await tx.block.update({
        where: { id: edit.blockId },
        data: { removedAt: new Date() },
        select: { id: true },
      });
      return recordChange(tx, viewer, { action: "block.remove", reviewId, reportId, blockId: edit.blockId });
    }
    case "arrange":
      return arrange(writing, edit.order);
    case "cite":
  }
}

async function insert({ tx, viewer, report }: Writing, edit: Extract<Edit, { is: "insert" }>) {
  const { id: reportId, reviewId } = report;
  const { blockId: id, section, content } = edit;
  const blocks = await readBlocks(tx, reportId, {});
  const position = (blocks[placeIn(blocks, edit.place) - 1]?.position ?? 0) + 1;
  await tx.block.updateMany({
    where: { reportId, position: { gte: position } },
    data: { position: { increment: 1 } },
  });
  const row = { id, reportId, section, type: typeOf(content), position, content };
  await tx.block.create({ data: row, select: { id: true } });
  await recordChange(tx, viewer, { action: "block.add", reviewId, reportId, blockId: id });
}

async function arrange({ tx, viewer, report }: Writing, order: readonly string[]) {
  const { id: reportId, reviewId } = report;
  const blocks = await readBlocks(tx, reportId, {});
  const ids = arranged(
    blocks.map(({ id }) => id),
    order,
  );
  await orderBlocks(tx, reportId, ids);
  const [first] = order;
  if (first) await recordChange(tx, viewer, { action: "block.move", reviewId, reportId, blockId: first });
}
