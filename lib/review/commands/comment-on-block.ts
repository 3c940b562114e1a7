import type { Viewer } from "@/lib/access/policy";
import { command } from "@/lib/platform/command";
import { invalid, notFound } from "@/lib/platform/errors";
import { BlockContent, plainText } from "@/lib/report/block";
import { findReport } from "@/lib/report/queries/reports";
import { spanOfWords } from "../comment";
import type { BlockCommentInput } from "../comment-form";
import { addComment } from "./add-comment";

/** A comment on words that were typed out, or on a whole block when none were. */
export const commentOnBlock = command(async (tx, viewer: Viewer, input: BlockCommentInput) => {
  const { words, ...comment } = input;
  const report = await findReport(tx, viewer, input.reportId);
  const block = await tx.versionBlock.findFirst({
    where: { versionId: input.versionId, blockId: input.blockId, version: { reportId: report.id } },
    select: { content: true },
  });
  if (!block) throw notFound("paragraph");
  const place = spanOfWords(plainText(BlockContent.parse(block.content)), words);
  if (!place)
    throw invalid(
      "These words are not in the paragraph. Copy them from it, or leave the field empty.",
      "words",
    );
  return addComment.within(tx, viewer, { ...comment, ...place });
});
