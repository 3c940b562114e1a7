import { randomUUID } from "node:crypto";
import { addComment, replyToComment } from "@/lib/comment/thread/commands/add-comment";
import { commentOnBlock } from "@/lib/comment/thread/commands/comment-on-block";
import { takeComments } from "@/lib/comment/thread/commands/take-comments";
import { takeWordFile } from "@/lib/comment/thread/commands/take-word-file";
import { editOwnComment, reopenComment, resolveComment } from "@/lib/comment/thread/commands/settle-comment";
import { ON_DRAFT, row, type Row } from "./row";

const COMMENTING = { ...ON_DRAFT, fellow: "ok" } as const;

export const REVIEW_COMMANDS: Record<string, Row> = {
  addComment: row(
    COMMENTING,
    addComment,
  )(({ reportId, versionId, quoted }) => ({
    id: randomUUID(),
    reportId,
    versionId,
    ...quoted,
    body: "Why?",
  })),
  commentOnBlock: row(
    COMMENTING,
    commentOnBlock,
  )(({ reportId, versionId, quoted }) => ({
    id: randomUUID(),
    reportId,
    versionId,
    blockId: quoted.blockId,
    words: "",
    body: "Why?",
  })),
  takeComments: row(
    ON_DRAFT,
    takeComments,
  )(({ reportId, versionId, quoted: { blockId, ...anchor } }) => ({
    reportId,
    versionId,
    comments: [{ blockId, anchor, body: "Why?", replies: ["Because."] }],
  })),
  takeWordFile: row(
    ON_DRAFT,
    takeWordFile,
  )(({ reportId, versionId, quoted: { blockId, ...anchor } }) => ({
    reportId,
    versionId,
    suggestions: [],
    added: [],
    comments: [{ blockId, anchor, body: "Who?", replies: [] }],
  })),
  replyToComment: row(
    COMMENTING,
    replyToComment,
  )(({ commentId }) => ({
    id: randomUUID(),
    parentId: commentId,
    body: "Because.",
  })),
  // Only its author may change the words of a comment.
  editOwnComment: row(
    { lead: "not-found", facilitator: "not-found", reviewer: "not-found", fellow: "ok" },
    editOwnComment,
  )(({ commentId }) => ({ id: commentId, revision: 1, body: "Rather: how?" })),
  resolveComment: row(ON_DRAFT, resolveComment)(({ commentId }) => ({ id: commentId })),
  reopenComment: row(ON_DRAFT, reopenComment)(({ commentId }) => ({ id: commentId })),
};
