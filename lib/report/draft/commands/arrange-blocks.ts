import type { AuditAction } from "@/lib/platform/audit/audit-action";
import { requireCan, type Viewer } from "@/lib/access/policy";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { blockOf } from "../block";
import { findReport } from "../queries/reports";
import { SECTIONS, type Section } from "../document-kind";
import type { AddBlockInput, BlockRef, MoveBlockInput } from "../report";
import { findBlock, recordChange } from "./find-block";
import { orderBlocks } from "./order-blocks";

/** Adds an empty block at the end of its part of the report. */
export const addBlock = command(
  async (tx, viewer: Viewer, { id, reportId, section, type }: AddBlockInput) => {
    const { reviewId } = await findReport(tx, viewer, reportId);
    requireCan(viewer, "report.write", { reviewId });
    const position = await positionAfter(tx, reportId, section);
    const { count } = await tx.block.createMany({
      data: [{ id, reportId, section, type, position, content: blockOf(type, []) }],
      skipDuplicates: true,
    });
    if (count === 0) {
      // Already stored: the form was sent twice. An id in another report is not found here.
      await findBlock(tx, viewer, id);
      return { id };
    }
    await tx.block.updateMany({
      where: { reportId, position: { gte: position }, id: { not: id } },
      data: { position: { increment: 1 } },
    });
    await recordChange(tx, viewer, { action: "block.add", reviewId, reportId, blockId: id });
    return { id };
  },
);

/** After the last block of the section, or of the nearest earlier section that has one. */
async function positionAfter(tx: Tx, reportId: string, section: Section): Promise<number> {
  const upTo = SECTIONS.slice(0, SECTIONS.indexOf(section) + 1);
  const last = await tx.block.aggregate({
    where: { reportId, section: { in: upTo } },
    _max: { position: true },
  });
  return (last._max.position ?? 0) + 1;
}

/** Removes a block from the draft. It keeps its position and can be put back. */
export const removeBlock = command(async (tx, viewer: Viewer, { blockId }: BlockRef) => {
  const block = await findBlock(tx, viewer, blockId);
  const { count } = await tx.block.updateMany({
    where: { id: block.id, removedAt: null },
    data: { removedAt: new Date() },
  });
  if (count > 0) await record(tx, viewer, "block.remove", block);
  return { id: block.id };
});

export const restoreBlock = command(async (tx, viewer: Viewer, { blockId }: BlockRef) => {
  const block = await findBlock(tx, viewer, blockId);
  const { count } = await tx.block.updateMany({
    where: { id: block.id, removedAt: { not: null } },
    data: { removedAt: null },
  });
  if (count > 0) await record(tx, viewer, "block.restore", block);
  return { id: block.id };
});

/** Moves a block directly before or after another block of the same part of the report. */
export const moveBlock = command(async (tx, viewer: Viewer, { blockId, place, otherId }: MoveBlockInput) => {
  const block = await findBlock(tx, viewer, blockId);
  const other = await findBlock(tx, viewer, otherId);
  if (other.reportId !== block.reportId || other.section !== block.section)
    throw invalid("A paragraph can be moved within its own part of the report.");
  const all = await tx.block.findMany({
    where: { reportId: block.reportId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  const order = all.map(({ id }) => id).filter((id) => id !== block.id);
  order.splice(order.indexOf(other.id) + (place === "after" ? 1 : 0), 0, block.id);
  const moved = await orderBlocks(tx, block.reportId, order);
  if (moved.length > 0) await record(tx, viewer, "block.move", block);
  return { id: block.id };
});

type Found = Awaited<ReturnType<typeof findBlock>>;

function record(tx: Tx, viewer: Viewer, action: AuditAction, { id, reportId, report }: Found) {
  return recordChange(tx, viewer, { action, reviewId: report.reviewId, reportId, blockId: id });
}
