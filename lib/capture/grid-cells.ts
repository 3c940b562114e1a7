import { optionalText } from "@/lib/platform/text";
import {
  NOT_APPLICABLE,
  OTHER_FIELD,
  plainNpqs,
  understand,
  type DescribingField,
  type UnderstoodField,
} from "./attendance-values";
import {
  PERMISSION_LEVELS,
  TOLD_MEANS,
  type IdentityOf,
  type Participant,
  type PermissionLevel,
  type ToldMeans,
} from "./participant";
import { NPQ_CODES, PHASES, REGIONS, ROLES, SETTINGS } from "./vocabulary";
import { MEANS_WORDS, NO_PERMISSION, PERMISSION_WORDS } from "./words";

/** The columns of the grid of people, the ones that are filled in first at the left. */
export const GRID_COLUMNS = [
  "name",
  "organisation",
  "role",
  "phase",
  "setting",
  "region",
  "npqsTaken",
  "permission",
  "means",
  "table",
  "present",
  "host",
  "seat",
  "npqsDelivered",
  "email",
] as const;
export type GridColumn = (typeof GRID_COLUMNS)[number];
export type GridCells = Partial<Record<GridColumn, string>>;

export const COLUMN_WORDS: Record<GridColumn, string> = {
  name: "Name",
  organisation: "Organisation",
  role: "Role",
  phase: "Phase",
  setting: "Setting",
  region: "Region",
  npqsTaken: "NPQs taken",
  permission: "Permission",
  means: "How they said so",
  table: "Table",
  present: "Present",
  host: "Host",
  seat: "Seat",
  npqsDelivered: "NPQs delivered",
  email: "Email address",
};

/** Who somebody is: shown only where names may be seen. */
export const IDENTITY_COLUMNS: readonly GridColumn[] = ["name", "organisation", "email"];

export const isGridColumn = (text: string): text is GridColumn =>
  GRID_COLUMNS.some((column) => column === text);

const capital = (value: string) => value.charAt(0).toUpperCase() + value.slice(1);
const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** What a column offers while somebody types in it; empty for one that takes any words. */
export function choicesOf(column: GridColumn, tables: readonly string[] = []): readonly string[] {
  switch (column) {
    case "role":
      return ROLES.map(capital);
    case "phase":
      return PHASES;
    case "setting":
      return SETTINGS;
    case "region":
      return REGIONS;
    case "npqsTaken":
    case "npqsDelivered":
      return NPQ_CODES;
    case "permission":
      return [...PERMISSION_LEVELS.map((level) => PERMISSION_WORDS[level]), NO_PERMISSION];
    case "means":
      return TOLD_MEANS.map((means) => MEANS_WORDS[means]);
    case "present":
    case "host":
      return ["Yes", "No"];
    case "table":
      return tables;
    case "name":
    case "organisation":
    case "seat":
    case "email":
      return [];
  }
}

export function levelOf(text: string): PermissionLevel | null {
  return PERMISSION_LEVELS.find((level) => level === text || same(PERMISSION_WORDS[level], text)) ?? null;
}

export function meansOf(text: string): ToldMeans | null {
  return TOLD_MEANS.find((means) => means === text || same(MEANS_WORDS[means], text)) ?? null;
}

/** What a cell holds once it is understood, as it is shown; or what is wrong with it, the words kept. */
export type ReadCell = { text: string; problem: string | null };

const LEVEL_WORDS: ReadonlyMap<string, string> = new Map(Object.entries(PERMISSION_WORDS));

/** Whoever is registered is there, and is no host, unless somebody says so. */
const EMPTY_MEANS = { present: "yes", host: "no" } as const;

/** Reads a cell. Understood, its text is the same however it was typed, so that two cells can be compared. */
export function readCell(column: GridColumn, typed: string): ReadCell {
  const text = typed.trim();
  const known = (value: string | null, problem: string): ReadCell =>
    value === null ? { text, problem } : { text: value, problem: null };
  switch (column) {
    case "name":
    case "organisation":
      return readWords(column, text, 200);
    case "table":
      return readWords(column, text, 60);
    case "email":
      return known(understood(column, text), "Enter an email address such as name@example.org");
    case "role":
    case "phase":
    case "setting":
    case "region":
      return readDescribing(column, text);
    case "npqsTaken":
    case "npqsDelivered": {
      const { codes, unknown } = plainNpqs(text);
      return known(
        unknown.length > 0 ? null : codes.sort().join(", "),
        `No NPQ is called “${unknown.join(", ")}”`,
      );
    }
    case "permission": {
      const level = understood(column, text);
      return known(
        level && (LEVEL_WORDS.get(level) ?? ""),
        `“${text}” is not one of the permissions that people can give`,
      );
    }
    case "means": {
      if (text === MEANS_WORDS.link || text === MEANS_WORDS.qr_code) return { text, problem: null };
      const means = meansOf(text);
      return known(
        text === "" ? "" : means && MEANS_WORDS[means],
        `Enter “${MEANS_WORDS.facilitator}” or “${MEANS_WORDS.paper}”`,
      );
    }
    case "present":
    case "host": {
      const yes = text === "" ? EMPTY_MEANS[column] : understood(column, text);
      return known(yes && capital(yes), "Enter Yes or No");
    }
    case "seat":
      return known(understood(column, text), "Enter a seat such as 1, 12 or A3");
  }
}

/** As a list of people is read; nothing to record is an empty cell. */
function understood(field: UnderstoodField, text: string): string | null {
  const value = understand(field, text);
  return value === NOT_APPLICABLE ? "" : value;
}

function readDescribing(column: DescribingField, text: string): ReadCell {
  const value = understood(column, text);
  if (value === null)
    return { text, problem: `“${text}” is not in the list of ${COLUMN_WORDS[column].toLowerCase()}s` };
  // A list moves it to where it belongs; here whoever typed it sees both cells.
  if (column === "phase" && value.startsWith(OTHER_FIELD.phase))
    return { text, problem: `“${text}” is a setting. Enter it under Setting` };
  if (column === "setting" && value.startsWith(OTHER_FIELD.setting))
    return { text, problem: `“${text}” is a phase. Enter it under Phase` };
  return { text: column === "role" ? capital(value) : value, problem: null };
}

function readWords(column: GridColumn, text: string, max: number): ReadCell {
  const read = optionalText({ what: COLUMN_WORDS[column], max }).safeParse(text);
  return read.success
    ? { text: read.data, problem: null }
    : { text, problem: read.error.issues[0]?.message ?? "Enter some words" };
}

/** Whether two texts of a cell mean the same. */
export function isSameCell(column: GridColumn, one = "", other = ""): boolean {
  if (one === other) return true;
  const [read, compared] = [readCell(column, one).text, readCell(column, other).text];
  // Tables have names of their own, which are found whatever their capitals.
  return column === "table" ? same(read, compared) : read === compared;
}

/** The row of somebody who is registered. Without names, the cells that would say who they are are left out. */
export function cellsOf(participant: Participant, identity: IdentityOf | null | undefined): GridCells {
  const { role, npqsTaken, npqsDelivered, permission, choice, present, host } = participant;
  const described = {
    role: role ? capital(role) : "",
    phase: participant.phase ?? "",
    setting: participant.setting ?? "",
    region: participant.region ?? "",
    npqsTaken: [...npqsTaken].sort().join(", "),
    permission: permission ? PERMISSION_WORDS[permission] : NO_PERMISSION,
    means: choice ? MEANS_WORDS[choice.means] : "",
    table: participant.table ?? "",
    present: present ? "Yes" : "No",
    host: host ? "Yes" : "No",
    seat: participant.seat ?? "",
    npqsDelivered: [...npqsDelivered].sort().join(", "),
  };
  if (identity === undefined) return described;
  const { name = "", organisation = null, email = null } = identity ?? {};
  return { ...described, name, organisation: organisation ?? "", email: email ?? "" };
}

/** Whether anything was put into a row that is new. */
export function isBlank(cells: GridCells): boolean {
  return GRID_COLUMNS.every((column) => (cells[column] ?? "").trim() === "");
}
