import { z } from "zod";
import { FIGURE_OF } from "../document-kind";

/** The text of a block: ProseMirror JSON of one block node, whose marks say what a span is. */

/** A span that says what people said: it cites findings or contributions. What no claim covers is framing. */
const ClaimMark = z.strictObject({ type: z.literal("claim"), attrs: z.strictObject({ id: z.uuid() }) });

/** A number or a word of quantity that the report's release says: see lib/aggregate/publication/figure-ref.ts. */
const FigureMark = z.strictObject({
  type: z.literal("figure"),
  attrs: z.strictObject({ ref: z.string().max(200) }),
});

/** A change that somebody proposes: the text is there, or would go, once it is accepted. */
const Suggested = z.strictObject({ id: z.uuid(), by: z.uuid(), at: z.iso.datetime() });

const Mark = z.discriminatedUnion("type", [
  ClaimMark,
  FigureMark,
  /** A number that the author answers for, such as a date or a price. */
  z.strictObject({ type: z.literal("own") }),
  z.strictObject({ type: z.literal("strong") }),
  z.strictObject({ type: z.literal("em") }),
  z.strictObject({ type: z.literal("insertion"), attrs: Suggested }),
  z.strictObject({ type: z.literal("deletion"), attrs: Suggested }),
  /** Written by earlier versions on each sentence without a claim. It says nothing more. */
  z.strictObject({ type: z.literal("framing") }),
]);
export type Mark = z.infer<typeof Mark>;

const TextNode = z.strictObject({
  type: z.literal("text"),
  text: z.string().min(1),
  marks: z.array(Mark).max(8).optional(),
});
export type TextNode = z.infer<typeof TextNode>;

const inline = { content: z.array(TextNode).optional() };

const FigureAttrs = z.strictObject({ of: z.enum(FIGURE_OF), as: z.enum(["table", "chart"]) });
export type FigureAttrs = z.infer<typeof FigureAttrs>;

/** ProseMirror JSON of one block node. */
export const BlockContent = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("heading"),
    attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]) }),
    ...inline,
  }),
  z.strictObject({ type: z.literal("paragraph"), ...inline }),
  z.strictObject({ type: z.literal("list_item"), ...inline }),
  z.strictObject({ type: z.literal("blockquote"), ...inline }),
  /** Its text is the caption. */
  z.strictObject({ type: z.literal("figure"), attrs: FigureAttrs, ...inline }),
  /** A table that somebody wrote, as one text: see written-table.ts. */
  z.strictObject({ type: z.literal("table"), ...inline }),
]);
export type BlockContent = z.infer<typeof BlockContent>;
