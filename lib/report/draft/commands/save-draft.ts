import { requireCan, type Viewer } from "@/lib/access/policy";
import { readReportFigures } from "@/lib/aggregate/publication/queries/report-figures";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { readClaims } from "@/lib/report/claim/queries/claims";
import { typeOf } from "../block";
import { findReport, readBlocks, type Block, type Report } from "../queries/reports";
import { weave } from "../saving/block-order";
import { claimsNamed, sameBlock } from "../saving/edited-block";
import type { SavedDraft, SaveDraftInput } from "../saving/save-draft-input";
import { recordChange } from "./find-block";
import { orderBlocks } from "./order-blocks";
import { saveClaims } from "./save-claims";
import { settleClaims, writeBlock } from "./write-block";

/**
 * Saves what somebody wrote in the editor of the whole draft: all of it that nobody else changed since, in one
 * transaction. What somebody else changed is not written over: it comes back as a clash, with their text. Sent twice it
 * is saved once. The answer also holds whatever else the editor does not know yet.
 */
export const saveDraft = command(async (tx, viewer: Viewer, input: SaveDraftInput): Promise<SavedDraft> => {
  const report = await findReport(tx, viewer, input.reportId);
  requireCan(viewer, "report.write", report);
  // One at a time for a report, so that positions are given out once.
  await tx.$queryRaw`SELECT 1 FROM report WHERE id = ${report.id}::uuid FOR UPDATE`;
  const before = await readBlocks(tx, report.id, {});
  const save: Saving = { tx, viewer, report, before: new Map(before.map((block) => [block.id, block])) };
  const written = await writeChanged(save, input.changed);
  const kept = await removeBlocks(save, input.removed);
  await arrange(save, before, input);
  const after = await readBlocks(tx, report.id, {});
  const mine = new Set(written.stored);
  await settleClaims(
    tx,
    { reportId: report.id, reviewId: report.reviewId },
    after.filter(({ id }) => mine.has(id)),
    // A block that clashes still says what it said; its author has yet to decide.
    after.filter(({ id, removedAt }) => !mine.has(id) && !removedAt && !written.clashes.includes(id)),
  );
  await saveClaims(tx, viewer, report, input.claims);
  return answerOf(save, input, { after, clashes: [...written.clashes, ...kept], stored: written.stored });
});

type Saving = { tx: Tx; viewer: Viewer; report: Report; before: ReadonlyMap<string, Block> };

/** Which were stored, now or when the same was sent before, and which somebody else changed. */
async function writeChanged(save: Saving, changed: SaveDraftInput["changed"]) {
  const stored: string[] = [];
  const clashes: string[] = [];
  for (const block of changed) ((await isStored(save, block)) ? stored : clashes).push(block.id);
  return { stored, clashes };
}

async function isStored({ tx, viewer, report, before }: Saving, sent: SaveDraftInput["changed"][number]) {
  const { id, section, content, revision } = sent;
  const { reviewId } = report;
  const block = before.get(id);
  if (!block) {
    const row = { id, reportId: report.id, section, type: typeOf(content), content, position: 0 };
    const { count } = await tx.block.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) throw invalid("A paragraph belongs to another report. Copy its words into a new one.");
    await recordChange(tx, viewer, { action: "block.add", reviewId, reportId: report.id, blockId: id });
    return true;
  }
  if (sameBlock(block, sent) && !block.removedAt) return true;
  // Only its author knows a block that was added and not answered for, as long as nobody changed it.
  const basedOn = revision === 0 ? 1 : revision;
  const placed = { ...block, reportId: report.id };
  return writeBlock(tx, viewer, { block: placed, reviewId, revision: basedOn, content, section });
}

/** Returns those that somebody else changed since, which stay. */
async function removeBlocks({ tx, viewer, report }: Saving, removed: SaveDraftInput["removed"]) {
  const kept: string[] = [];
  for (const { id, revision } of removed) {
    const here = { id, reportId: report.id };
    const { count } = await tx.block.updateMany({
      where: { ...here, revision, removedAt: null },
      data: { removedAt: new Date() },
    });
    if (count > 0) {
      const { reviewId } = report;
      await recordChange(tx, viewer, { action: "block.remove", reviewId, reportId: report.id, blockId: id });
    } else if ((await tx.block.count({ where: { ...here, removedAt: null } })) > 0) kept.push(id);
  }
  return kept;
}

/** Gives every block its position: added ones next to what they were written next to, all of them if any was moved. */
async function arrange({ tx, viewer, report }: Saving, before: readonly Block[], input: SaveDraftInput) {
  const { order, rearranged } = input;
  const rows = await tx.block.findMany({ where: { reportId: report.id }, select: { id: true } });
  const known = new Set(rows.map(({ id }) => id));
  const there = before.map(({ id }) => id);
  const mine = order.filter((id) => known.has(id));
  const [first] = await orderBlocks(tx, report.id, rearranged ? weave(mine, there) : weave(there, mine));
  if (!rearranged || !first) return;
  const { reviewId } = report;
  await recordChange(tx, viewer, { action: "block.move", reviewId, reportId: report.id, blockId: first });
}

type Stored = { after: readonly Block[]; stored: readonly string[]; clashes: readonly string[] };

async function answerOf(
  { tx, viewer, report }: Saving,
  { known, claims }: SaveDraftInput,
  { after, stored, clashes }: Stored,
): Promise<SavedDraft> {
  const mine = new Set(stored);
  const here = after.filter(({ removedAt }) => !removedAt);
  const theirs = here.filter(({ id, revision }) => !mine.has(id) && known[id] !== revision);
  const asked = new Set([
    ...claims.map(({ id }) => id),
    ...theirs.flatMap(({ content }) => claimsNamed(content)),
  ]);
  const read =
    asked.size > 0 ? await readClaims(tx, report, await readReportFigures(tx, viewer, report)) : null;
  return {
    saved: after.flatMap(({ id, revision }) => (mine.has(id) ? [{ id, revision }] : [])),
    clashes: [...clashes],
    theirs: theirs.map(({ id, section, content, revision, erasedAt }) => ({
      id,
      section,
      content,
      revision,
      erased: erasedAt !== null,
    })),
    gone: after.flatMap(({ id, removedAt }) => (removedAt && id in known ? [id] : [])),
    order: here.map(({ id }) => id),
    claims: [...(read?.values() ?? [])].filter(({ id }) => asked.has(id)),
  };
}
