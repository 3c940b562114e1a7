import { z } from "zod";
import { MAX_COMMENT } from "./limits";

/** What was read from a Word file that came back. It is sent from its check to its confirmation by the page itself. */

const text = z.string().max(100_000);

/** A paragraph, or a whole table in the form that lib/report/draft/written-table.ts gives it: as it was, and as it would be with every change accepted. */
const ReturnedParagraph = z.strictObject({
  isTable: z.boolean(),
  /** The block that its bookmark names. */
  block: z.uuid().nullable(),
  before: text,
  after: text,
  /** Comments on words of `before`, by their numbers in the file; offsets in UTF-16 units. */
  comments: z.array(z.strictObject({ id: z.string().max(20), start: z.int().min(0), end: z.int().min(0) })),
});
export type ReturnedParagraph = z.infer<typeof ReturnedParagraph>;

const ReturnedComment = z.strictObject({
  id: z.string().max(20),
  body: z.string().max(MAX_COMMENT),
  /** The comment that it answers, by its number in the file. */
  parent: z.string().max(20).nullable(),
});
export type ReturnedComment = z.infer<typeof ReturnedComment>;

export const ReturnedFile = z.strictObject({
  /** null where the file no longer says which version it was made from. */
  version: z.strictObject({ number: z.int().positive(), hash: z.string().max(12) }).nullable(),
  paragraphs: z.array(ReturnedParagraph),
  comments: z.array(ReturnedComment),
  /** Comments longer than a comment may be. */
  tooLong: z.int().min(0),
});
export type ReturnedFile = z.infer<typeof ReturnedFile>;
