import { z } from "zod";
import { ToldMeans } from "@/lib/capture/people/participant";
import { blankAsNull } from "@/lib/platform/text/form-values";
import { MAX_ATTENDANCE_ROWS, MAX_CELL } from "./attendance";
import { ATTENDANCE_FIELDS, columnProblems, guessColumns } from "./attendance-columns";
import {
  longCells,
  undecided,
  type Choices,
  type Columns,
  type FileRow,
  type ValueGroup,
} from "./attendance-mapping";

export const MAX_COLUMNS = 60;
/**
 * A cell is sent up to this length, longer than may be stored, so that it is noticed as too long if its
 * column is used.
 */
const PAYLOAD_CELL = MAX_CELL + 1;

const MAX_LEFT = 2_000;

/**
 * A file as it was read, sent back and forth between page and server: nothing of it is stored before people
 * are registered.
 */
const ListFile = z.object({
  fileName: z.string().max(300),
  header: z.array(z.string().max(PAYLOAD_CELL)).max(MAX_COLUMNS),
  rows: z
    .array(z.object({ line: z.number().int().positive(), cells: z.array(z.string().max(PAYLOAD_CELL)) }))
    .max(MAX_ATTENDANCE_ROWS),
  /** What of a meeting's report is no list of people. */
  left: z.string().max(MAX_LEFT).optional(),
});
export type ListFile = z.output<typeof ListFile>;

/** The rows of a file that are not empty, with their cells cut to the length that the form allows. */
export function payloadRows(rows: readonly FileRow[]): ListFile["rows"] {
  return rows
    .map(({ line, cells }) => ({
      line,
      cells: cells.map((cell) => cell.trim().slice(0, PAYLOAD_CELL)),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
}

export type ListInput = {
  roundtableId: string;
  file: ListFile;
  columns: Columns;
  choices: Choices;
  /** By the row's line: a person's id, or `NEW_PERSON`. */
  people: Readonly<Record<string, string>>;
  means: ToldMeans;
  /** Whether the columns are still those with which the values on the page were read. */
  columnsSeen: boolean;
};

export const columnName = (index: number) => `column-${index}`;

const named = (fields: object, prefix: string) =>
  Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => name.startsWith(prefix) && typeof value === "string"),
  );

/** The form's many fields, grouped by what they are about. */
function gathered(fields: unknown): unknown {
  if (typeof fields !== "object" || fields === null) return fields;
  return {
    ...fields,
    columns: named(fields, "column-"),
    choices: named(fields, "value-"),
    people: named(fields, "person-"),
  };
}

function parsed(value: unknown): unknown {
  try {
    return typeof value === "string" ? (JSON.parse(value) as unknown) : value;
  } catch {
    return null;
  }
}

const strings = z.record(z.string(), z.string());
const Field = z.preprocess(blankAsNull, z.enum(ATTENDANCE_FIELDS).nullable().catch(null));

export const ListForm = z.preprocess(
  gathered,
  z
    .object({
      roundtableId: z.uuid(),
      list: z.preprocess(parsed, ListFile).catch(() => ({ fileName: "", header: [], rows: [] })),
      seen: z.string().default(""),
      columns: z.record(z.string(), Field),
      choices: strings,
      people: strings,
      means: ToldMeans.default("facilitator"),
    })
    .refine(({ list }) => list.rows.length > 0, {
      path: ["file"],
      error: "Part of the list did not arrive. Choose it again",
    })
    .transform(({ list, seen, columns, ...form }): ListInput => {
      const chosen = list.header.map((_, index) => columns[columnName(index)] ?? null);
      return { ...form, file: list, columns: chosen, columnsSeen: seen === seenAs(chosen) };
    }),
);

/** The columns with which the page's values were read, as a hidden field. */
export function seenAs(columns: Columns): string {
  return columns.map((field) => field ?? "").join(",");
}

/** A list just read: columns by their headings, and earlier choices for values that it contains too. */
export function newList(roundtableId: string, file: ListFile, choices: Choices): ListInput {
  return {
    roundtableId,
    file,
    columns: guessColumns(file.header),
    choices,
    people: {},
    means: "facilitator",
    columnsSeen: true,
  };
}

/** Everything that has to be corrected before the list can be registered, by the form's field. */
export function listProblems(input: ListInput, groups: readonly ValueGroup[]): Record<string, string> {
  const byColumn = new Map([...longCells(input.file.rows, input.columns), ...columnProblems(input.columns)]);
  const columns = [...byColumn].map(([index, problem]) => [columnName(index), problem] as const);
  return { ...Object.fromEntries(columns), ...undecided(groups) };
}

/** The first few different cells of a column, as examples. */
export function examplesOf(rows: readonly FileRow[], index: number): string[] {
  const cells = rows.map(({ cells: row }) => row[index] ?? "").filter(Boolean);
  return [...new Set(cells)].slice(0, 3);
}
