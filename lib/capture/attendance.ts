import { z } from "zod";
import { ATTENDANCE_FIELDS, FIELD_WORDS, type AttendanceField } from "./attendance-columns";
import { plainNpqs, plainValue, plainYes } from "./attendance-values";

/** A list that is longer is no list of who sat in one room. */
export const MAX_ATTENDANCE_ROWS = 500;
const MAX_CELL = 500;

const AttendanceCells = z.partialRecord(z.enum(ATTENDANCE_FIELDS), z.string().max(MAX_CELL));
export type AttendanceCells = z.output<typeof AttendanceCells>;

/** A row as the list has it: what the page sends back to be registered, and is read again then. */
const SentRows = z
  .array(z.object({ line: z.number().int().positive(), cells: AttendanceCells }), {
    error: "The list was not sent whole. Choose it again",
  })
  .max(MAX_ATTENDANCE_ROWS);
export type SentRow = z.output<typeof SentRows>[number];

const json = (value: unknown) => {
  try {
    return typeof value === "string" ? (JSON.parse(value) as unknown) : value;
  } catch {
    return null;
  }
};

export const AttendanceInput = z.object({
  roundtableId: z.uuid(),
  rows: z.preprocess(json, SentRows),
});
export type AttendanceInput = z.output<typeof AttendanceInput>;

export const AttendanceFile = z.object({
  roundtableId: z.uuid(),
  file: z
    .instanceof(File, { error: "Choose a file" })
    .refine((file) => file.size > 0, { error: "Choose a file that is not empty" }),
});

/** The rows that hold anything, cells by field; text beyond what a cell may hold is cut. */
export function toSentRows(
  columns: readonly (AttendanceField | null)[],
  rows: readonly { line: number; cells: string[] }[],
): SentRow[] {
  return rows.flatMap(({ line, cells }) => {
    const entries = columns.flatMap((field, index) => {
      const cell = cells[index]?.trim().slice(0, MAX_CELL) ?? "";
      return field && cell ? [[field, cell] as const] : [];
    });
    return entries.length > 0 ? [{ line, cells: Object.fromEntries(entries) }] : [];
  });
}

export type Attendee = {
  line: number;
  name: string | null;
  organisation: string | null;
  urn: number | null;
  email: string | null;
  role: string | null;
  phase: string | null;
  setting: string | null;
  region: string | null;
  npqsTaken: string[];
  npqsDelivered: string[];
  host: boolean;
  present: boolean;
  seat: string | null;
  table: string | null;
  label: string | null;
  /** What could not be taken over, in words. */
  notes: string[];
};

const EMAIL = z.email();
const LABEL = /^[A-Z]{1,3}[0-9]{1,6}$/;
const SEAT = /^[A-Z]{0,2}[1-9][0-9]{0,2}$/;

/** Reads one row. A value that is plainly a word of the vocabulary becomes it; any other is left out, and said. */
export function readAttendee({ line, cells }: SentRow): Attendee {
  const notes: string[] = [];
  const left = (field: AttendanceField, value: string, why: string) => {
    notes.push(`${FIELD_WORDS[field]} “${value}” ${why}, and is left out.`);
    return null;
  };
  const taken = <T>(field: AttendanceField, read: (value: string) => T | null, why: string): T | null => {
    const value = cells[field];
    return value ? (read(value) ?? left(field, value, why)) : null;
  };
  const inList = "is not in the list";
  const matching = (pattern: RegExp) => (value: string) =>
    pattern.test(value.toUpperCase()) ? value.toUpperCase() : null;
  const npqs = (field: "npqsTaken" | "npqsDelivered") => {
    const { codes, unknown } = plainNpqs(cells[field] ?? "");
    for (const one of unknown) left(field, one, "is not an NPQ in the list");
    return codes;
  };
  return {
    line,
    name: cells.name?.slice(0, 200) ?? null,
    organisation: cells.organisation?.slice(0, 200) ?? null,
    urn: taken(
      "urn",
      (value) => (/^[0-9]{5,7}$/.test(value) ? Number(value) : null),
      "is not a school number",
    ),
    email: taken("email", (value) => EMAIL.safeParse(value).data ?? null, "is not an email address"),
    role: taken("role", (value) => plainValue("role", value), inList),
    phase: taken("phase", (value) => plainValue("phase", value), inList),
    setting: taken("setting", (value) => plainValue("setting", value), inList),
    region: taken("region", (value) => plainValue("region", value), inList),
    npqsTaken: npqs("npqsTaken"),
    npqsDelivered: npqs("npqsDelivered"),
    host: taken("host", plainYes, "is not yes or no") ?? false,
    present: taken("present", plainYes, "is not yes or no") ?? true,
    seat: taken("seat", matching(SEAT), "is not a seat such as 12 or A3"),
    table: cells.table ?? null,
    label: taken("label", matching(LABEL), "is not a label such as P07"),
    notes,
  };
}
