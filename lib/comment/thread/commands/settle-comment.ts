import { requireCan, type Viewer } from "@/lib/access/policy";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { notFound, Refusal } from "@/lib/platform/errors";
import { findReport } from "@/lib/report/draft/queries/reports";
import type { CommentEditInput, CommentRef } from "../comment-input";
import { record, requireCommenting } from "./add-comment";

const STALE =
  "This comment was changed somewhere else while you were writing. What you typed is still in the form. Reopen the page to see the current comment.";

/** Changes the viewer's own comment and keeps the earlier text. */
export const editOwnComment = command(async (tx, viewer: Viewer, input: CommentEditInput) => {
  const { id, revision, body } = input;
  const { comment, report } = await findComment(tx, viewer, id);
  requireCommenting(viewer, report);
  if (comment.authorId !== viewer.userId || comment.erasedAt) throw notFound("comment");
  if (comment.body === body) return { id };
  const { count } = await tx.comment.updateMany({
    where: { id, revision, erasedAt: null },
    data: { body, revision: { increment: 1 } },
  });
  if (count === 0) throw new Refusal("stale", STALE);
  await tx.commentRevision.create({ data: { commentId: id, revision, body: comment.body } });
  await record(tx, viewer, report, "comment.edit", id);
  return { id };
});

/** Closes a thread that has been dealt with. Closing it twice has no further effect. */
export const resolveComment = command(async (tx, viewer: Viewer, { id }: CommentRef) =>
  settle(tx, viewer, id, { state: "resolved", resolvedAt: new Date(), resolvedById: viewer.userId }),
);

export const reopenComment = command(async (tx, viewer: Viewer, { id }: CommentRef) =>
  settle(tx, viewer, id, { state: "open", resolvedAt: null, resolvedById: null }),
);

type Settled = { state: "open" | "resolved"; resolvedAt: Date | null; resolvedById: string | null };

async function settle(tx: Tx, viewer: Viewer, id: string, settled: Settled) {
  const { comment, report } = await findComment(tx, viewer, id);
  requireCan(viewer, "comment.resolve", report);
  if (comment.parentId) throw notFound("comment");
  const { count } = await tx.comment.updateMany({
    where: { id, state: { not: settled.state } },
    data: settled,
  });
  if (count > 0)
    await record(tx, viewer, report, settled.state === "open" ? "comment.reopen" : "comment.resolve", id);
  return { id };
}

async function findComment(tx: Tx, viewer: Viewer, id: string) {
  const comment = await tx.comment.findUnique({
    where: { id },
    select: { reportId: true, parentId: true, authorId: true, body: true, erasedAt: true },
  });
  if (!comment) throw notFound("comment");
  const report = await findReport(tx, viewer, comment.reportId);
  return { comment, report };
}
