import { z } from "zod";
import type { Format } from "./reading/format";
import { IMPORT_FIELDS } from "./columns";
import { NEW_QUESTION, SPEAKER_CHOICES } from "./plan";
import { asList } from "@/lib/platform/text/form-values";
import { Asked } from "./reading/conclusions";
import { TIME_KINDS } from "./time/read-time";

export type ImportState = "chosen" | "staged" | "visible" | "undone" | "failed";

export type PastImport = {
  id: string;
  fileName: string;
  format: Format;
  state: ImportState;
  rows: number;
  createdAt: Date;
  createdBy: string;
  undoneAt: Date | null;
};

/** The state of the import that a form was filled in for (state-of.ts); a caller in the program need not say. */
const basedOn = z.string().max(64).optional();

export const ImportIdInput = z.object({ importId: z.uuid(), basedOn });
export type ImportIdInput = z.output<typeof ImportIdInput>;

const numbered = (prefix: string) => (fields: unknown) =>
  typeof fields === "object" && fields !== null
    ? {
        ...fields,
        entries: Object.fromEntries(
          Object.entries(fields)
            .filter(([name]) => name.startsWith(prefix))
            .map(([name, value]): [string, unknown] => [name.slice(prefix.length), value]),
        ),
      }
    : fields;

const ColumnChoice = z.union([
  z.enum([...IMPORT_FIELDS, ""]),
  z.templateLiteral(["text:", z.union([z.literal(NEW_QUESTION), z.uuid()])]),
]);

/** `column-0`, `column-1` and so on: what each column holds, empty where it is left out. */
export const ColumnsInput = z.preprocess(
  numbered("column-"),
  z.object({
    importId: z.uuid(),
    basedOn,
    /** A field, with the question that its words answer after a colon: "text:new"; empty where the column is left out. */
    entries: z.record(z.string().regex(/^\d{1,3}$/), ColumnChoice),
    timeKind: z.enum([...TIME_KINDS, ""]).optional(),
    wording: z.enum(["gist", "verbatim"], { error: "Choose the gist or word for word" }),
    startsAt: z
      .string()
      .trim()
      .regex(/^(|([01]?\d|2[0-3]):[0-5]\d)$/, "Enter a time such as 14:30, or leave it empty")
      .optional(),
  }),
);
export type ColumnsInput = z.output<typeof ColumnsInput>;

/**
 * `speaker-0`, `speaker-1` and so on, in the order of the list; `rest` for those that the list does not show.
 */
export const SpeakersInput = z.preprocess(
  numbered("speaker-"),
  z.object({
    importId: z.uuid(),
    basedOn,
    entries: z.record(
      z.string().regex(/^\d{1,6}$/),
      z.union([z.enum(SPEAKER_CHOICES), z.uuid()], { error: "Choose from the list" }),
    ),
    rest: z.enum(["new", "unknown", "out"]).optional(),
  }),
);
export type SpeakersInput = z.output<typeof SpeakersInput>;

const absent = (value: unknown) => (value === "" ? undefined : value);
const line = (least: number) =>
  z.preprocess(absent, z.coerce.number().int().min(least).max(1_000_000).optional());

/** What a form says of how to read a file; what is empty is concluded from the file. */
export const ReadAgainInput = z
  .object({
    importId: z.uuid(),
    basedOn,
    format: z.preprocess(absent, Asked.shape.format),
    encoding: z.preprocess(absent, Asked.shape.encoding),
    separator: z.preprocess(absent, Asked.shape.separator),
    headerLine: line(0),
    firstLine: line(1),
    /** Ticked boxes. */
    sheets: z.preprocess(asList, z.array(z.coerce.number().int().min(0).max(1_000)).optional()),
  })
  .transform(({ importId, basedOn: state, sheets = [], ...asked }) => ({
    importId,
    ...(state === undefined ? {} : { basedOn: state }),
    asked: Asked.parse(sheets.length > 0 ? { ...asked, sheets } : asked),
  }));
export type ReadAgainInput = z.output<typeof ReadAgainInput>;
