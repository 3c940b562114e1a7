import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import type { AuditAction } from "@/lib/platform/audit/audit-action";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { Role } from "@/lib/platform/generated/enums";
import { isGap, plainText } from "@/lib/report/draft/block";
import { BlockContent } from "@/lib/report/draft/content/block-content";
import { findReport, type Report } from "@/lib/report/draft/queries/reports";
import { quoteMatches } from "../anchor";
import type { CommentInput, ReplyInput } from "../comment-input";

/** A comment on words of a version. Its id comes from the form, so that sending it twice stores it once. */
export const addComment = command(async (tx, viewer: Viewer, input: CommentInput) => {
  const report = await findReport(tx, viewer, input.reportId);
  const role = requireCommenting(viewer, report);
  const block = await findVersionBlock(tx, viewer, report, input);
  const content = BlockContent.parse(block.content);
  if (isGap({ ...block, content })) throw invalid("These words were removed.");
  if (!quoteMatches(plainText(content), input))
    throw invalid("We could not find these words in the paragraph. Select them again.", "quote");
  const { id, blockId, versionId, start, end, quote, body } = input;
  const { count } = await tx.comment.createMany({
    data: [
      {
        id,
        reportId: report.id,
        blockId,
        versionId,
        authorId: viewer.userId,
        role,
        body,
        anchorStart: start,
        anchorEnd: end,
        anchorQuote: quote,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) await requireOwn(tx, viewer, report.id, id);
  else await record(tx, viewer, report, "comment.add", id);
  return { id };
});

/** A reply in a thread. */
export const replyToComment = command(async (tx, viewer: Viewer, { id, parentId, body }: ReplyInput) => {
  const parent = await tx.comment.findFirst({
    where: { id: parentId, parentId: null },
    select: { id: true, reportId: true, blockId: true, versionId: true },
  });
  if (!parent) throw notFound("comment");
  const report = await findReport(tx, viewer, parent.reportId);
  const role = requireCommenting(viewer, report);
  const { reportId, blockId, versionId } = parent;
  const { count } = await tx.comment.createMany({
    data: [{ id, reportId, blockId, versionId, parentId, authorId: viewer.userId, role, body }],
    skipDuplicates: true,
  });
  if (count === 0) await requireOwn(tx, viewer, reportId, id);
  else await record(tx, viewer, report, "comment.reply", id);
  return { id };
});

/** Comments are accepted while the report is out for comment. */
export function requireCommenting(viewer: Viewer, report: Report): Role {
  requireCan(viewer, "comment.write", report);
  const role = roleIn(viewer, report.reviewId);
  if (report.state !== "in_review" || role === null)
    throw invalid("This report is not out for comment now, so nothing was added.");
  return role;
}

/** People who are not facilitators comment on the newest version, the only one that they may read. */
export async function findVersionBlock(
  tx: Tx,
  viewer: Viewer,
  report: Report,
  input: Pick<CommentInput, "versionId" | "blockId">,
) {
  const newest = await tx.version.findFirst({
    where: { reportId: report.id },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  const role = roleIn(viewer, report.reviewId);
  const works = role === "lead" || role === "facilitator";
  const block = await tx.versionBlock.findFirst({
    where: { versionId: input.versionId, blockId: input.blockId, version: { reportId: report.id } },
    select: { content: true, erasedAt: true },
  });
  if (!block) throw notFound("paragraph");
  if (!works && newest?.id !== input.versionId)
    throw invalid(
      "A newer version was saved while you were reading. Open the page again and select the words there.",
    );
  return block;
}

/**
 * The same comment sent twice by the same person is stored once; an id that belongs to somebody else is
 * refused.
 */
async function requireOwn(tx: Tx, viewer: Viewer, reportId: string, id: string) {
  const own = await tx.comment.findFirst({
    where: { id, reportId, authorId: viewer.userId },
    select: { id: true },
  });
  if (!own) throw notFound("comment");
}

export async function record(
  tx: Tx,
  viewer: Viewer,
  { id: reportId, reviewId }: Pick<Report, "id" | "reviewId">,
  action: AuditAction,
  commentId: string,
): Promise<void> {
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action,
    subjectType: "comment",
    subjectId: commentId,
    detail: { reportId },
  });
  await publish(tx, { kind: "comment", reviewId, reportId, ids: [commentId] });
}
