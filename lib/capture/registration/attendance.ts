import { z } from "zod";
import { whyNoNpq } from "@/lib/capture/people/npq-words";
import type { ToldMeans } from "@/lib/capture/people/participant";
import { PERMISSION_LEVELS, type PermissionLevel } from "@/lib/capture/people/permission-choices";
import { FIELD_WORDS, type AttendanceField } from "./attendance-columns";
import {
  NOT_APPLICABLE,
  OTHER_FIELD,
  phaseOfSetting,
  plainNpqs,
  understand,
  type UnderstoodField,
} from "./attendance-values";

/** A longer list is not a list of the people at one meeting. */
export const MAX_ATTENDANCE_ROWS = 500;
export const MAX_CELL = 500;
const MAX_NAME = 200;

/** The cells of a row, by field. */
export type AttendanceCells = Partial<Record<AttendanceField, string>>;

/** A row as the list has it; it is read again when it is registered. */
export type SentRow = {
  line: number;
  cells: AttendanceCells;
  /** Somebody already registered at another roundtable; otherwise the row makes a new person. */
  personId?: string;
};

export type RegisterAttendanceInput = {
  roundtableId: string;
  rows: readonly SentRow[];
  /** By what means the permissions in the list were given. */
  means?: ToldMeans;
};

export const AttendanceFile = z.object({
  roundtableId: z.uuid(),
  file: z
    .instanceof(File, { error: "Choose a file" })
    .refine((file) => file.size > 0, { error: "Choose a file that is not empty" }),
});

/** The rows with anything in a used column, cells by field; text beyond a cell's limit is cut. */
export function toSentRows(
  columns: readonly (AttendanceField | null)[],
  rows: readonly { line: number; cells: readonly string[] }[],
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
  personId: string | null;
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
  permission: PermissionLevel | null;
  host: boolean;
  present: boolean;
  seat: string | null;
  table: string | null;
  label: string | null;
  /** What could not be used, in words. */
  notes: string[];
};

const WHY_NOT: Record<UnderstoodField, string> = {
  role: "is not in the list",
  phase: "is not in the list",
  setting: "is not in the list",
  region: "is not in the list",
  npqsTaken: "is not an NPQ on the list",
  npqsDelivered: "is not an NPQ on the list",
  permission: "does not say what is permitted",
  host: "is neither yes nor no",
  present: "is neither yes nor no",
  email: "is not an email address",
  urn: "is not a school number",
  seat: "is not a seat such as 12 or A3",
  label: "is not a label such as P07",
};

/** Why a value of a column was not recognised, after its text: "“Wizard” is not in the list". */
export function whyNot(field: UnderstoodField, text: string): string {
  const known = field === "npqsTaken" || field === "npqsDelivered" ? whyNoNpq(text) : null;
  return known ?? WHY_NOT[field];
}

/**
 * Reads one row. A value that clearly means a word of the vocabulary becomes that word; any other is left
 * out, and reported.
 */
export function readAttendee({ line, cells, personId }: SentRow): Attendee {
  const notes: string[] = [];
  const leave = (field: AttendanceField, value: string, why: string) =>
    void notes.push(`${FIELD_WORDS[field]} “${value}” ${why}, and is left out.`);
  const taken = (field: Exclude<UnderstoodField, "npqsTaken" | "npqsDelivered">): string | null => {
    const value = cells[field] ?? "";
    const understood = understand(field, value);
    if (understood === null) leave(field, value, whyNot(field, value));
    return understood === NOT_APPLICABLE ? null : understood;
  };
  const npqs = (field: "npqsTaken" | "npqsDelivered") => {
    const { codes, unknown } = plainNpqs(cells[field] ?? "");
    for (const one of unknown) leave(field, one, whyNot(field, one));
    return codes;
  };
  const cut = (field: "name" | "organisation", value: string | undefined) => {
    if (value && value.length > MAX_NAME)
      notes.push(`${FIELD_WORDS[field]} is cut off after ${MAX_NAME} characters.`);
    return value?.slice(0, MAX_NAME) ?? null;
  };
  const urn = taken("urn");
  const host = taken("host") === "yes";
  return {
    line,
    personId: personId ?? null,
    name: cut("name", cells.name ?? joined(cells.givenName, cells.familyName)),
    organisation: cut("organisation", cells.organisation),
    urn: urn === null ? null : Number(urn),
    email: taken("email"),
    role: taken("role"),
    ...readPlace(taken("phase"), taken("setting"), leave),
    region: taken("region"),
    npqsTaken: npqs("npqsTaken"),
    npqsDelivered: npqs("npqsDelivered"),
    permission: readPermission(taken("permission"), host, leave),
    host,
    present: taken("present") !== "no",
    seat: taken("seat"),
    table: cells.table ?? null,
    label: taken("label"),
    notes,
  };
}

type Leave = (field: AttendanceField, value: string, why: string) => void;

function joined(...names: readonly (string | undefined)[]): string | undefined {
  return names.filter(Boolean).join(" ") || undefined;
}

/** Each of the two columns may name the other's word; a column's own word takes precedence. */
function readPlace(phaseCell: string | null, settingCell: string | null, leave: Leave) {
  const otherOf = (cell: string | null, other: string) =>
    cell?.startsWith(other) ? cell.slice(other.length) : null;
  const settingByPhase = otherOf(phaseCell, OTHER_FIELD.phase);
  const phaseBySetting = otherOf(settingCell, OTHER_FIELD.setting);
  const ownPhase = settingByPhase === null ? phaseCell : null;
  const ownSetting = phaseBySetting === null ? settingCell : null;
  if (settingByPhase !== null && ownSetting !== null && ownSetting !== settingByPhase)
    leave("phase", settingByPhase, `is a setting, and the setting given is “${ownSetting}”`);
  if (phaseBySetting !== null && ownPhase !== null && ownPhase !== phaseBySetting)
    leave("setting", phaseBySetting, `is a phase, and the phase given is “${ownPhase}”`);
  const setting = ownSetting ?? settingByPhase;
  return { phase: ownPhase ?? phaseBySetting ?? phaseOfSetting(setting), setting };
}

/** Hosts' words are not published, so there is nothing for them to permit. */
function readPermission(cell: string | null, host: boolean, leave: Leave): PermissionLevel | null {
  const level = cell === null ? null : levelOf(cell);
  if (level !== null && host) leave("permission", level, "is not asked of a host");
  return host ? null : level;
}

const levelOf = (cell: string) => PERMISSION_LEVELS.find((level) => level === cell) ?? null;
