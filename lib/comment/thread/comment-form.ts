import { z } from "zod";
import { CommentInput } from "./comment-input";

/** A comment as the form without a selection sends it: the typed words, if any, in place of a position. */
export const BlockCommentInput = CommentInput.omit({ start: true, end: true, quote: true }).extend({
  words: z.string().default(""),
});
export type BlockCommentInput = z.infer<typeof BlockCommentInput>;
