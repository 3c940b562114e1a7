"use server";

import { refresh } from "next/cache";
import { formAction } from "@/lib/access/form-action";
import { addComment, replyToComment } from "@/lib/comment/thread/commands/add-comment";
import { commentOnBlock } from "@/lib/comment/thread/commands/comment-on-block";
import { editOwnComment, reopenComment, resolveComment } from "@/lib/comment/thread/commands/settle-comment";
import { CommentEditInput, CommentInput, CommentRef, ReplyInput } from "@/lib/comment/thread/comment-input";
import { BlockCommentInput } from "@/lib/comment/thread/comment-form";

function shown(message: string) {
  refresh();
  return { ok: true as const, message };
}

export const comment = formAction(CommentInput, addComment, () => shown("Your comment was sent."));
export const commentBlock = formAction(BlockCommentInput, commentOnBlock, () =>
  shown("Your comment was sent."),
);
export const reply = formAction(ReplyInput, replyToComment, () => shown("Your reply was sent."));
export const editComment = formAction(CommentEditInput, editOwnComment, () =>
  shown("Your comment is saved."),
);
export const resolve = formAction(CommentRef, resolveComment, () => shown("Resolved."));
export const reopen = formAction(CommentRef, reopenComment, () => shown("Reopened."));
