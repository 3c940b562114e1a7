import { splitNpqs } from "@/lib/capture/people/npq-words";
import type { SentRow } from "./attendance";
import { MAX_CELL, toSentRows } from "./attendance";
import { ATTENDANCE_FIELDS, FIELD_WORDS, type AttendanceField } from "./attendance-columns";
import { NOT_APPLICABLE, understand } from "./attendance-values";

export type FileRow = { line: number; cells: readonly string[] };
export type Columns = readonly (AttendanceField | null)[];

/** Chosen for a value that is not to be used. */
export const LEAVE_OUT = "leave out";

/** The choices for values of the file, by `valueName`. */
export type Choices = Readonly<Record<string, string>>;

/** One distinct value of a column, and what it means. */
export type FileValue = {
  /** The form's field that holds the choice. */
  name: string;
  text: string;
  lines: number[];
  understood: string | null;
  /** What was chosen, else what was recognised; null until a person chooses. */
  choice: string | null;
};
export type ValueGroup = { field: MappedField; heading: string; values: FileValue[] };

/** What the choices need to know of the file's roundtable: the names of its tables. */
export type Mapping = { columns: Columns; choices: Choices; tables: readonly string[] };

/** Columns whose text is taken as it is written, because it cannot be misunderstood. */
const AS_WRITTEN = ["name", "givenName", "familyName", "organisation"] as const;
export type MappedField = Exclude<AttendanceField, (typeof AS_WRITTEN)[number]>;

/** Columns whose text is checked for its form only; where it is valid, nobody is asked about it. */
const FORMS: readonly MappedField[] = ["urn", "email", "seat", "label"];

const fold = (text: string) => text.trim().replace(/\s+/g, " ").toLowerCase();

/** The form's field for what a value means; the same wherever the value occurs in the file, ignoring case. */
export function valueName(field: MappedField, text: string): string {
  const bytes = new TextEncoder().encode(fold(text));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `value-${field}-${hex}`;
}

function isMapped(field: AttendanceField | null): field is MappedField {
  return field !== null && !AS_WRITTEN.some((one) => one === field);
}

function partsOf(field: MappedField, cell: string): string[] {
  return field === "npqsTaken" || field === "npqsDelivered" ? splitNpqs(cell) : [cell];
}

function understoodIn(field: MappedField, text: string, tables: readonly string[]): string | null {
  if (field !== "table") return understand(field, text);
  return tables.find((name) => fold(name) === fold(text)) ?? null;
}

/** The choices for a value of the column. */
export function mayMean(field: MappedField, choice: string, tables: readonly string[]): boolean {
  if (choice === LEAVE_OUT) return true;
  if (FORMS.includes(field)) return false;
  if (choice === NOT_APPLICABLE) return field !== "host" && field !== "present";
  return understoodIn(field, choice.replace(/^(setting|phase):/, ""), tables) !== null;
}

function choiceFor(field: MappedField, text: string, { choices, tables }: Mapping): string | null {
  const chosen = choices[valueName(field, text)];
  if (chosen && mayMean(field, chosen, tables)) return chosen;
  return understoodIn(field, text, tables);
}

/** Every distinct value of every column that is used, undecided ones first. */
export function valuesOf(
  rows: readonly FileRow[],
  header: readonly string[],
  mapping: Mapping,
): ValueGroup[] {
  const groups = mapping.columns.flatMap((field, index): ValueGroup[] => {
    if (!isMapped(field)) return [];
    const found = new Map<string, FileValue>();
    for (const { line, cells } of rows)
      for (const text of partsOf(field, cells[index]?.trim() ?? "").filter(Boolean)) {
        const name = valueName(field, text);
        const value = found.get(name) ?? {
          name,
          text,
          lines: [],
          understood: understoodIn(field, text, mapping.tables),
          choice: choiceFor(field, text, mapping),
        };
        found.set(name, value);
        if (value.lines.at(-1) !== line) value.lines.push(line);
      }
    const values = [...found.values()]
      .filter(({ understood }) => understood === null || !FORMS.includes(field))
      .sort((one, other) => Number(one.choice !== null) - Number(other.choice !== null));
    return values.length > 0 ? [{ field, heading: header[index] ?? "", values }] : [];
  });
  return groups.sort((one, other) => Number(isDecided(one)) - Number(isDecided(other)));
}

function isDecided({ values }: ValueGroup): boolean {
  return values.every(({ choice }) => choice !== null);
}

/** A value of one row that is not used: because somebody chose so, or because nobody has decided yet. */
export type LeftOut = { line: number; field: MappedField; text: string; chosen: boolean };

/**
 * The rows of the list with each value replaced by its meaning, and what is left out because somebody chose
 * so.
 */
export function mapRows(rows: readonly FileRow[], mapping: Mapping): { rows: SentRow[]; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const mapped = toSentRows(mapping.columns, rows).map(({ line, cells }) => {
    const entries = ATTENDANCE_FIELDS.flatMap((field): [AttendanceField, string][] => {
      const cell = cells[field];
      if (cell === undefined) return [];
      if (!isMapped(field)) return [[field, cell]];
      const meant = partsOf(field, cell).flatMap((text) => {
        const choice = choiceFor(field, text, mapping);
        const used = choice !== null && choice !== LEAVE_OUT;
        if (!used) leftOut.push({ line, field, text, chosen: choice !== null });
        return used && choice !== NOT_APPLICABLE ? [bare(choice)] : [];
      });
      return meant.length > 0 ? [[field, meant.join(", ")]] : [];
    });
    return { line, cells: Object.fromEntries(entries) };
  });
  return { rows: mapped, leftOut };
}

/**
 * "setting:Pupil referral unit or alternative provision" in a phase column is read again as the setting's own
 * word.
 */
function bare(choice: string): string {
  return choice.replace(/^(setting|phase):/, "");
}

/** What prevents registering: undecided values, by the form's field. */
export function undecided(groups: readonly ValueGroup[]): Record<string, string> {
  const open = groups.flatMap(({ field, values }) =>
    values.filter(({ choice }) => choice === null).map(({ name, text }) => [name, field, text] as const),
  );
  return Object.fromEntries(
    open.map(([name, field, text]) => [
      name,
      `Choose what “${text}” means under ${FIELD_WORDS[field]}, or leave it out`,
    ]),
  );
}

/** The first cell of each used column that is too long to be stored, by the column's position. */
export function longCells(rows: readonly FileRow[], columns: Columns): Map<number, string> {
  const problems = new Map<number, string>();
  for (const { line, cells } of rows)
    for (const [index, field] of columns.entries())
      if (field !== null && (cells[index]?.trim().length ?? 0) > MAX_CELL && !problems.has(index))
        problems.set(index, `Line ${line} holds more than ${MAX_CELL} characters in this column. Shorten it`);
  return problems;
}
