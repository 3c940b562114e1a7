import { z } from "zod";
import { refusedFile } from "@/lib/capture/import/reading/limits";
import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import { MAX_TEXT } from "@/lib/capture/contribution/contribution-rules";
import { NewMemoInput } from "@/lib/tag/coding/memo";
import { AXIS_ORDER } from "@/lib/tag/codebook/theme";

const offset = z.number().int().nonnegative().max(MAX_TEXT).nullable();

const MOST = { coders: 10_000, codes: 5_000, contributions: 100_000, notes: 100_000, onContribution: 1_000 };

/** A coding on a contribution of the review: the code and the coder by their indexes in the file's lists. */
const IncomingCoding = z.object({
  code: z.number().int().nonnegative(),
  coder: z.number().int().nonnegative().nullable(),
  stance: z.enum(STANCE_ORDER).nullable(),
  spanStart: offset,
  spanEnd: offset,
});
export type IncomingCoding = z.infer<typeof IncomingCoding>;

/** What a project file says about contributions of the review, without any of their words. */
export const Incoming = z.object({
  coders: z.array(z.object({ guid: z.guid(), name: z.string() })).max(MOST.coders),
  codes: z
    .array(
      z.object({
        guid: z.guid(),
        slug: z.string(),
        axis: z.enum(AXIS_ORDER),
        title: z.string(),
        definition: z.string(),
        includes: z.string(),
        excludes: z.string(),
        signalWords: z.string().default(""),
        colour: z.string().regex(/^([1-9]|1[01])$/),
        /** The slug of the code above it. */
        parent: z.string().nullable(),
        /** The title of the code directly above it. */
        above: z.string().nullable(),
      }),
    )
    .max(MOST.codes),
  contributions: z
    .array(
      z.object({
        id: z.uuid(),
        /** The contribution's revision when the file was previewed: its spans refer to that text. */
        revision: z.number().int().positive(),
        codings: z.array(IncomingCoding).max(MOST.onContribution),
      }),
    )
    .max(MOST.contributions),
  notes: z
    .array(
      z.object({
        guid: z.guid(),
        contributionId: z.uuid(),
        text: NewMemoInput.shape.text,
        coder: z.number().int().nonnegative().nullable(),
        at: z.coerce.date().nullable(),
      }),
    )
    .max(MOST.notes),
});
export type Incoming = z.infer<typeof Incoming>;

/**
 * The contents of a file, within the limits in which the page may send them back; refused with a message
 * beyond them.
 */
export function checkedIncoming(incoming: Incoming): Incoming {
  const said: [boolean, string][] = [
    [incoming.coders.length > MOST.coders, `${words(MOST.coders)} coders`],
    [incoming.codes.length > MOST.codes, `${words(MOST.codes)} codes`],
    [incoming.contributions.length > MOST.contributions, `${words(MOST.contributions)} coded contributions`],
    [incoming.notes.length > MOST.notes, `${words(MOST.notes)} notes`],
    [
      incoming.contributions.some(({ codings }) => codings.length > MOST.onContribution),
      `${words(MOST.onContribution)} codings on one contribution`,
    ],
  ];
  const [over] = said.filter(([is]) => is).map(([, what]) => what);
  if (over !== undefined)
    throw refusedFile(
      `This file has more than ${over}, which is more than we can import at once. Export a part of it.`,
    );
  return incoming;
}

const words = (count: number) => count.toLocaleString("en-GB");

/** What a change keeps of its import: the notes, by their ids, in one of the import's changes. */
const ImportDetail = z.object({ importId: z.uuid(), memoIds: z.array(z.uuid()) });

/** The notes of an import, each once: earlier versions kept them in every change. */
export function memosOfImport(changes: readonly { detail: unknown }[]): string[] {
  return [...new Set(changes.flatMap(({ detail }) => ImportDetail.parse(detail).memoIds))];
}

/** What of a file has no place in the review, counted. */
export type LeftOut = {
  /** Texts that do not belong to this review, with their codings. */
  sources: { name: string; codings: number }[];
  /** Codings of whole texts, */
  whole: number;
  /** of passages that contain no words of a contribution, */
  nowhere: number;
  /** and of words that the contribution no longer has. */
  changed: number;
  /** Notes that are on no contribution, or empty, or too long. */
  notes: number;
};
