import { randomUUID } from "node:crypto";
import { requireCan, type Viewer } from "@/lib/access/policy";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { recordChange } from "@/lib/report/draft/commands/find-block";
import { orderBlocks } from "@/lib/report/draft/commands/order-blocks";
import { writeBlock } from "@/lib/report/draft/commands/write-block";
import { blockOf, unmarked, type Run } from "@/lib/report/draft/block";
import { cutAtCells, isSeparator } from "@/lib/report/draft/written-table";
import { findReport, readBlocks, type Block, type Report } from "@/lib/report/draft/queries/reports";
import { suggest } from "../edits";
import type { AddedParagraph } from "../added-paragraphs";
import type { ReturnPlan } from "../plan-return";

type TakeSuggestions = { reportId: string } & Pick<ReturnPlan, "suggestions" | "added">;

export const CHANGED_SINCE =
  "The draft was changed since you looked at this file, so nothing was taken from it. Choose the file again.";

/**
 * Puts the changes of a Word file into a draft as suggestions of whoever brings it in: on the words of blocks, and new
 * paragraphs as blocks of which all is proposed. Refuses where a block is no longer what the plan was made for.
 */
export const takeSuggestions = command(async (tx, viewer: Viewer, input: TakeSuggestions) => {
  const report = await findReport(tx, viewer, input.reportId);
  requireCan(viewer, "report.write", report);
  await tx.$queryRaw`SELECT 1 FROM report WHERE id = ${report.id}::uuid FOR UPDATE`;
  const all = await readBlocks(tx, report.id, {});
  const blocks = new Map(all.map((block) => [block.id, block]));
  const at = new Date().toISOString();
  const mark = () => ({ id: randomUUID(), by: viewer.userId, at });
  for (const { blockId, revision, edits } of input.suggestions) {
    const block = blocks.get(blockId);
    if (!block || block.removedAt) throw new Refusal("stale", CHANGED_SINCE);
    const placed = { ...block, reportId: report.id };
    const content = suggest(block.content, edits, mark);
    const { reviewId } = report;
    if (!(await writeBlock(tx, viewer, { block: placed, reviewId, revision, content })))
      throw new Refusal("stale", CHANGED_SINCE);
  }
  await addParagraphs(tx, viewer, { report, all, added: input.added, mark });
  return { suggestions: input.suggestions.length + input.added.length };
});

type Adding = {
  report: Report;
  all: readonly Block[];
  added: readonly AddedParagraph[];
  mark: () => { id: string; by: string; at: string };
};

async function addParagraphs(tx: Tx, viewer: Viewer, { report, all, added, mark }: Adding) {
  if (added.length === 0) return;
  const order = all.map(({ id }) => id);
  const { id: reportId, reviewId } = report;
  // Those after the same block keep their order: each goes before those that were put there already.
  for (const { after, text, isTable } of added.toReversed()) {
    const id = randomUUID();
    const at = after === null ? 0 : order.indexOf(after) + 1;
    const section = (all.find((block) => block.id === after) ?? all[0])?.section ?? "context";
    const type = isTable ? "table" : "paragraph";
    const proposed = (words: string): Run => ({ text: words, marks: [{ type: "insertion", attrs: mark() }] });
    const content = blockOf(
      type,
      // The rows and columns of a table are there at once: words alone are proposed.
      isTable
        ? cutAtCells([unmarked(text)], unmarked).map((run) => (isSeparator(run) ? run : proposed(run.text)))
        : [proposed(text)],
    );
    await tx.block.create({
      data: { id, reportId, section, type, content, position: 0 },
      select: { id: true },
    });
    order.splice(at, 0, id);
    await recordChange(tx, viewer, { action: "block.add", reviewId, reportId, blockId: id });
  }
  await orderBlocks(tx, reportId, order);
}
