import type { IdentityOf, Participant, ToldMeans } from "@/lib/capture/people/participant";
import { PERMISSION_LEVELS, TOLD_MEANS, type PermissionLevel } from "@/lib/capture/people/permission-choices";
import { MEANS_WORDS, NO_PERMISSION, PERMISSION_WORDS } from "@/lib/capture/people/permission-level";
import { asTyped, wordsProblem } from "@/lib/platform/text/words";
import {
  NOT_APPLICABLE,
  OTHER_FIELD,
  plainNpqs,
  understand,
  type DescribingField,
  type UnderstoodField,
} from "../attendance-values";
import { similarIn, onlyChoice } from "./grid-choices";
import { COLUMN_WORDS, GRID_COLUMNS, type GridCells, type GridColumn } from "./grid-columns";

const capital = (value: string) => value.charAt(0).toUpperCase() + value.slice(1);
const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

export function levelOf(text: string): PermissionLevel | null {
  return PERMISSION_LEVELS.find((level) => level === text || same(PERMISSION_WORDS[level], text)) ?? null;
}

export function meansOf(text: string): ToldMeans | null {
  return TOLD_MEANS.find((means) => means === text || same(MEANS_WORDS[means], text)) ?? null;
}

/**
 * The reading of a cell: its text in the standard spelling, or what is wrong with it and the words as typed.
 */
export type ReadCell = { text: string; problem: string | null };

const LEVEL_WORDS: ReadonlyMap<string, string> = new Map(Object.entries(PERMISSION_WORDS));

/** A registered person counts as present, and as no host, unless the form says otherwise. */
const EMPTY_MEANS = { present: "yes", host: "no" } as const;

/**
 * Reads a cell, whether typed, pasted or sent. Its result is the same for every spelling, so that two cells
 * can be compared. Words that can begin only one choice mean that choice.
 */
export function readCell(column: GridColumn, typed: string): ReadCell {
  const text = typed.trim();
  const read = readWhole(column, text);
  const meant = read.problem === null ? null : onlyChoice(column, text);
  return meant === null ? read : readWhole(column, meant);
}

function readWhole(column: GridColumn, text: string): ReadCell {
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
      const begun = unknown.flatMap((part) => onlyChoice(column, part) ?? []);
      const open = unknown.filter((part) => onlyChoice(column, part) === null);
      return known(
        open.length > 0 ? null : [...new Set([...codes, ...begun])].sort().join(", "),
        `No NPQ is called “${open.join(", ")}”${meantWords(column, open.join(" "))}`,
      );
    }
    case "permission": {
      const level = understood(column, text);
      return known(
        level && (LEVEL_WORDS.get(level) ?? ""),
        `Enter ${[...LEVEL_WORDS.values()].map((level) => `“${level}”`).join(", or ")}`,
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

/** Reads as a list of people is read, with "nothing to record" as an empty cell. */
function understood(field: UnderstoodField, text: string): string | null {
  const value = understand(field, text);
  return value === NOT_APPLICABLE ? "" : value;
}

/** Adds choices that are similar to words that are not recognised, as a question after the error. */
function meantWords(column: GridColumn, words: string): string {
  const similar = similarIn(column, words).map((choice) => `“${choice}”`);
  const listed = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(similar);
  return similar.length > 0 ? `. Did you mean ${listed}?` : "";
}

function readDescribing(column: DescribingField, text: string): ReadCell {
  const value = understood(column, text);
  if (value === null)
    return {
      text,
      problem: `“${text}” is not in the list of ${COLUMN_WORDS[column].toLowerCase()}s${meantWords(column, text)}`,
    };
  // In a list the value is moved to its column; in the grid the person sees both cells.
  if (column === "phase" && value.startsWith(OTHER_FIELD.phase))
    return { text, problem: `“${text}” is a setting. Enter it under Setting` };
  if (column === "setting" && value.startsWith(OTHER_FIELD.setting))
    return { text, problem: `“${text}” is a phase. Enter it under Phase` };
  return { text: column === "role" ? capital(value) : value, problem: null };
}

function readWords(column: GridColumn, text: string, max: number): ReadCell {
  const words = asTyped(text);
  const problem = wordsProblem(words, { what: COLUMN_WORDS[column], max });
  return problem === null ? { text: words, problem } : { text, problem };
}

/** Whether two texts of a cell mean the same. */
export function isSameCell(column: GridColumn, one = "", other = ""): boolean {
  if (one === other) return true;
  const [read, compared] = [readCell(column, one).text, readCell(column, other).text];
  // Tables are found by their names, ignoring case.
  return column === "table" ? same(read, compared) : read === compared;
}

/** The row of a registered person. Where names are hidden, the cells that identify them are left out. */
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

/** Whether anything was typed into a new row. */
export function isBlank(cells: GridCells): boolean {
  return GRID_COLUMNS.every((column) => (cells[column] ?? "").trim() === "");
}
