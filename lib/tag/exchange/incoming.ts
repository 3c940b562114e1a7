import { z } from "zod";
import { STANCE_ORDER } from "@/lib/capture/stance";
import { MAX_TEXT } from "@/lib/capture/line-rules";
import { NewMemoInput } from "../memo";
import { AXIS_ORDER } from "../theme";

const offset = z.number().int().nonnegative().max(MAX_TEXT).nullable();

/** A coding on a line of the review: which code and which coder of the file, by their places in its lists. */
const IncomingCoding = z.object({
  code: z.number().int().nonnegative(),
  coder: z.number().int().nonnegative().nullable(),
  stance: z.enum(STANCE_ORDER).nullable(),
  spanStart: offset,
  spanEnd: offset,
});
export type IncomingCoding = z.infer<typeof IncomingCoding>;

/** What a project file says about lines of the review, without any words of theirs. */
export const Incoming = z.object({
  coders: z.array(z.object({ guid: z.guid(), name: z.string() })).max(10_000),
  codes: z
    .array(
      z.object({
        guid: z.guid(),
        slug: z.string(),
        axis: z.enum(AXIS_ORDER),
        ...{ title: z.string(), definition: z.string(), includes: z.string(), excludes: z.string() },
        colour: z.string().regex(/^([1-9]|1[01])$/),
        /** The slug of the code above it. */
        parent: z.string().nullable(),
        /** The title of the code directly above it. */
        above: z.string().nullable(),
      }),
    )
    .max(5_000),
  lines: z
    .array(
      z.object({
        id: z.uuid(),
        /** Of the line when the file was looked at: its spans are of that text. */
        revision: z.number().int().positive(),
        codings: z.array(IncomingCoding).max(1_000),
      }),
    )
    .max(100_000),
  notes: z
    .array(
      z.object({
        guid: z.guid(),
        lineId: z.uuid(),
        text: NewMemoInput.shape.text,
        coder: z.number().int().nonnegative().nullable(),
        at: z.coerce.date().nullable(),
      }),
    )
    .max(100_000),
});
export type Incoming = z.infer<typeof Incoming>;

/** What of a file finds no place in the review, counted. */
export type LeftOut = {
  /** Texts that are none of this review's, with their codings. */
  sources: { name: string; codings: number }[];
  /** Codings of whole texts, */
  whole: number;
  /** of passages that hold no words of a line, */
  nowhere: number;
  /** and of words that the line does not have any more. */
  changed: number;
  /** Notes that are on no line, or empty, or too long. */
  notes: number;
};
