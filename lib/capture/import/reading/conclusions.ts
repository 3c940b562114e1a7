import { z } from "zod";
import { TIME_KINDS } from "../time/read-time";
import { ENCODINGS } from "./encoding/encodings";
import { FORMATS, type Format } from "./format";
import { SEPARATORS } from "./table/judge-separator";

/** What somebody chose of how a file is read; what is absent is concluded from the file. */
export const Asked = z.object({
  format: z.enum(FORMATS).optional(),
  encoding: z.enum(ENCODINGS).optional(),
  separator: z.enum(SEPARATORS).optional(),
  /** By their places in the workbook. */
  sheets: z.array(z.int().min(0)).optional(),
  /** 0 where no line names the columns. */
  headerLine: z.int().min(0).optional(),
  firstLine: z.int().min(1).optional(),
});
export type Asked = z.output<typeof Asked>;

const Times = z.object({
  kinds: z.array(z.object({ kind: z.enum(TIME_KINDS), read: z.number() })),
  of: z.number(),
  examples: z.array(z.string()),
});

/** How a file was read. It is kept with the file until that is imported, and shown so that it can be chosen otherwise. */
export const Conclusions = z.object({
  asked: Asked.default({}),
  /** What else the file may be read as. */
  formats: z.array(z.enum(FORMATS)).default([]),
  encoding: z.enum(ENCODINGS).nullable().default(null),
  /** The encodings that are possible, with what a part of the text is in each. */
  encodings: z.array(z.object({ encoding: z.enum(ENCODINGS), sample: z.string() })).default([]),
  /** How many characters could not be read in that encoding: each is shown as U+FFFD. */
  unreadable: z.number().default(0),
  separator: z.enum(SEPARATORS).nullable().default(null),
  sheets: z
    .array(z.object({ name: z.string(), hidden: z.boolean(), rows: z.number(), taken: z.boolean() }))
    .default([]),
  /** Of tables: 0 where no line names the columns. */
  headerLine: z.number().nullable().default(null),
  firstLine: z.number().nullable().default(null),
  /** The first rows of a table as they stand in the file. */
  beginning: z.array(z.object({ line: z.number(), cells: z.array(z.string()) })).default([]),
  /** How many words each column of the rows that can come in has, and the rows that the reader left out. */
  words: z.object({ columns: z.array(z.number()), left: z.number() }).default({ columns: [], left: 0 }),
  /** What the times in each column are; null for a column that has none. */
  times: z.array(Times.nullable()).default([]),
});
export type Conclusions = z.output<typeof Conclusions>;

type Read = { format: Format; conclusions: Conclusions };

/**
 * What is asked of the next reading, where a form sends everything as it shows it: what was asked before, with what is
 * another thing than was concluded. The lines of another sheet, separator or kind are other lines.
 */
export function askedAgain(sent: Asked, { format, conclusions }: Read): Asked {
  const taken = conclusions.sheets.flatMap(({ taken: is }, at) => (is ? [at] : []));
  const shown: Asked = {
    format,
    encoding: conclusions.encoding ?? undefined,
    separator: conclusions.separator ?? undefined,
    sheets: taken,
    headerLine: conclusions.headerLine ?? undefined,
    firstLine: conclusions.firstLine ?? undefined,
  };
  const changed = Object.fromEntries(
    Object.entries(sent).filter(
      ([name, value]) => value !== undefined && String(value) !== String(shown[name as keyof Asked]),
    ),
  ) as Asked;
  const before = { ...conclusions.asked };
  const isOther = changed.format ?? changed.encoding ?? changed.separator ?? changed.sheets;
  if (isOther !== undefined) delete before.headerLine;
  if (isOther !== undefined || changed.headerLine !== undefined) delete before.firstLine;
  return Asked.parse({ ...before, ...changed });
}

/** Parses what is stored; what cannot be read counts as empty. */
export function conclusionsOf(stored: unknown): Conclusions {
  return Conclusions.catch(Conclusions.parse({})).parse(stored);
}
