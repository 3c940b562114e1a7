import { z } from "zod";
import { IMPORT_FIELDS, type Mapping } from "./import-columns";
import type { RowProblem } from "./import-row";

/** What becomes of speakers whom nobody at the roundtable is called. */
const UNKNOWN_SPEAKERS = ["participants", "unidentified"] as const;

const asMapping = (fields: unknown): Mapping =>
  Object.fromEntries(
    IMPORT_FIELDS.flatMap((field) => {
      const name: unknown =
        typeof fields === "object" && fields !== null ? Reflect.get(fields, `column-${field}`) : "";
      return typeof name === "string" && name.trim() !== "" ? [[field, name.trim().slice(0, 200)]] : [];
    }),
  );

/** What the form sends: the file, and the columns it names itself (`column-text`, …). */
export const ImportFormInput = z.preprocess(
  (fields) => (typeof fields === "object" ? { ...fields, mapping: asMapping(fields) } : fields),
  z.object({
    roundtableId: z.uuid(),
    file: z
      .file({ error: "Choose a CSV file" })
      .refine((file) => file.name !== "" || file.size > 0, { error: "Choose a CSV file" }),
    unknownSpeakers: z.enum(UNKNOWN_SPEAKERS, { error: "Choose what becomes of speakers who are not known" }),
    mapping: z.custom<Mapping>(),
  }),
);

export type ImportInput = {
  roundtableId: string;
  fileName: string;
  bytes: Uint8Array;
  mapping?: Mapping;
  unknownSpeakers: (typeof UNKNOWN_SPEAKERS)[number];
};

export type ImportResult =
  | { imported: false; problems: RowProblem[] }
  | {
      imported: true;
      importId: string;
      lines: number;
      newParticipants: number;
      /** Lines whose speaker was left out, since nobody at the roundtable is called so. */
      unnamed: number;
    };

export type PastImport = {
  id: string;
  fileName: string;
  rows: number;
  createdAt: Date;
  createdBy: string;
  undoneAt: Date | null;
};

export const UndoImportInput = z.object({ importId: z.uuid() });
export type UndoImportInput = z.output<typeof UndoImportInput>;

const WithProblems = z.object({
  problems: z.array(z.object({ line: z.number(), reason: z.string() })),
});

/** The bad rows that a refused import carries in its form's state. */
export function problemsOf(state: unknown): RowProblem[] {
  const parsed = WithProblems.safeParse(state);
  return parsed.success ? parsed.data.problems : [];
}

/** A refused import as its form's state. */
export function refusedImport(problems: RowProblem[]) {
  const rows = `${problems.length} ${problems.length === 1 ? "row" : "rows"}`;
  return {
    ok: false as const,
    message: `Nothing was imported: ${rows} of the file must be mended first. Each is listed below with its line.`,
    fieldErrors: {},
    problems,
  };
}
