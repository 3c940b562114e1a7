import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReports } from "@/lib/access/scope";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { recordChange } from "@/lib/report/draft/commands/find-block";
import { orderBlocks } from "@/lib/report/draft/commands/order-blocks";
import { settleClaims, writeBlock } from "@/lib/report/draft/commands/write-block";
import { typeOf } from "@/lib/report/draft/block";
import { findReport, readBlocks, type Block, type Report } from "@/lib/report/draft/queries/reports";
import type { VersionRef } from "@/lib/report/draft/report";
import { sameBlock } from "@/lib/report/draft/saving/edited-block";
import { readVersionBlocks, type VersionBlock } from "../queries/versions";
import { restoreEvidence } from "./restore-evidence";
import { keepVersion } from "./save-version";

/**
 * Makes the draft read as an earlier version did. What the draft says now is saved as a version first, so that nothing is
 * lost and this can be undone in the same way. Words that were removed for good since stay a marked gap. A block that the
 * version does not have is removed from the draft and can be put back. Sent twice it restores once.
 */
export const restoreVersion = command(async (tx, viewer: Viewer, { versionId }: VersionRef) => {
  const version = await tx.version.findFirst({
    where: { id: versionId, report: visibleReports(viewer) },
    select: { id: true, number: true, reportId: true },
  });
  if (!version) throw notFound("version");
  const report = await findReport(tx, viewer, version.reportId);
  requireCan(viewer, "report.write", report);
  const name = `Before version ${version.number} was restored`;
  const kept = await keepVersion(tx, viewer, report, name, { always: false });
  const blocks = await readVersionBlocks(tx, version.id);
  await writeBlocks({ tx, viewer, report }, blocks);
  const written = blocks.map(({ blockId: id, content }) => ({ id, content }));
  await settleClaims(tx, { reportId: report.id, reviewId: report.reviewId }, written);
  await restoreEvidence(tx, viewer, report, blocks);
  return { number: version.number, before: kept.number };
});

type Restoring = { tx: Tx; viewer: Viewer; report: Report };

async function writeBlocks(restoring: Restoring, blocks: readonly VersionBlock[]) {
  const { tx, viewer, report } = restoring;
  const { id: reportId, reviewId } = report;
  const before = await readBlocks(tx, reportId, {});
  const known = new Map(before.map((block) => [block.id, block]));
  const there = new Set(blocks.map(({ blockId }) => blockId));
  for (const block of blocks) await writeOne(restoring, known.get(block.blockId), block);
  const others = before.filter(({ id }) => !there.has(id));
  await orderBlocks(tx, reportId, [...there, ...others.map(({ id }) => id)]);
  const removed = others.filter(({ removedAt }) => !removedAt).map(({ id }) => id);
  await tx.block.updateMany({ where: { id: { in: removed } }, data: { removedAt: new Date() } });
  for (const id of removed)
    await recordChange(tx, viewer, { action: "block.remove", reviewId, reportId, blockId: id });
}

async function writeOne({ tx, viewer, report }: Restoring, block: Block | undefined, kept: VersionBlock) {
  const { blockId: id, section, content, erasedAt } = kept;
  const { id: reportId, reviewId } = report;
  if (!block) {
    const row = { id, reportId, section, type: typeOf(content), content, position: 0, erasedAt };
    await tx.block.create({ data: row, select: { id: true } });
    await recordChange(tx, viewer, { action: "block.add", reviewId, reportId, blockId: id });
    return;
  }
  if (sameBlock(block, { id, section, content }) && !block.removedAt) return;
  const placed = { ...block, reportId };
  await writeBlock(tx, viewer, { block: placed, reviewId, revision: block.revision, content, section });
  // Whatever is a gap in the version is one here, and so it is told apart from the same words typed.
  if (erasedAt) await tx.block.update({ where: { id }, data: { erasedAt }, select: { id: true } });
}
