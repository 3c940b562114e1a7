import type { Viewer } from "@/lib/access/policy";
import { command } from "@/lib/platform/command";
import { invalid } from "@/lib/platform/errors";
import { plainText } from "@/lib/report/draft/block";
import { BlockContent } from "@/lib/report/draft/content/block-content";
import { findReport } from "@/lib/report/draft/queries/reports";
import { spanOfWords } from "../comment";
import type { BlockCommentInput } from "../comment-form";
import { addComment, findVersionBlock, requireCommenting } from "./add-comment";

/** A comment on words that were typed into the form, or on the whole block when none were. */
export const commentOnBlock = command(async (tx, viewer: Viewer, input: BlockCommentInput) => {
  const { words, ...comment } = input;
  const report = await findReport(tx, viewer, input.reportId);
  // Before the words are compared, so that nobody can guess at a text that they may not read.
  requireCommenting(viewer, report);
  const block = await findVersionBlock(tx, viewer, report, input);
  const place = spanOfWords(plainText(BlockContent.parse(block.content)), words);
  if (!place)
    throw invalid(
      "These words are not in the paragraph. Copy them from it, or leave the field empty.",
      "words",
    );
  return addComment.within(tx, viewer, { ...comment, ...place });
});
