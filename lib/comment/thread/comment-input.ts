import { z } from "zod";
import { plainText } from "@/lib/platform/text/text";
import { MAX_COMMENT } from "./comment";

const Body = plainText({ what: "The comment", max: MAX_COMMENT });

export const CommentInput = z.object({
  /** Made in the browser or with the form, so that sending it twice stores it once. */
  id: z.uuid(),
  reportId: z.uuid(),
  versionId: z.uuid(),
  blockId: z.uuid(),
  start: z.coerce.number().int().min(0),
  end: z.coerce.number().int().min(1),
  quote: z.string().min(1),
  body: Body,
});
export type CommentInput = z.infer<typeof CommentInput>;

export const ReplyInput = z.object({ id: z.uuid(), parentId: z.uuid(), body: Body });
export type ReplyInput = z.infer<typeof ReplyInput>;

export const CommentEditInput = z.object({
  id: z.uuid(),
  revision: z.coerce.number().int().positive(),
  body: Body,
});
export type CommentEditInput = z.infer<typeof CommentEditInput>;

export const CommentRef = z.object({ id: z.uuid() });
export type CommentRef = z.infer<typeof CommentRef>;
